-- Conferences. The body is the whole conference; the columns beside it are what lists need.
CREATE TABLE conference (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    rev          INTEGER NOT NULL CHECK (rev >= 1),
    of_case      TEXT    REFERENCES case_record (id),
    meeting_type TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    about        TEXT    NOT NULL,
    starts       TEXT    NOT NULL CHECK (length(starts) = 19),
    ended        TEXT    CHECK (length(ended) = 19),
    packs        INTEGER NOT NULL CHECK (packs >= 0),
    body         TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX conference_by_case ON conference (of_case);

CREATE INDEX conference_by_starts ON conference (starts);
