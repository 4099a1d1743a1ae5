-- What store this is, and what the office has set.
CREATE TABLE about (
    only          INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    id            TEXT    NOT NULL CHECK (length(id) = 36),
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    office        TEXT    NOT NULL,
    made_at       INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
