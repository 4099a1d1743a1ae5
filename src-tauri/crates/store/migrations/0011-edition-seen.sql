-- What of the content each user last looked at, so that it can be told what has changed since, and
-- what it said before. A user who has not looked yet has no row.
CREATE TABLE edition_seen (
    user    TEXT NOT NULL PRIMARY KEY CHECK (length(user) = 36),
    edition TEXT NOT NULL,
    day     TEXT NOT NULL CHECK (length(day) = 10),
    digest  TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_seen (
    user   TEXT NOT NULL REFERENCES edition_seen (user),
    entry  TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 200),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    body   TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (user, entry)
) STRICT;
