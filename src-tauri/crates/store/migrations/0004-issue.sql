-- What was issued: exact bytes, for ever. `signed_by` is the name as signed; a pack has none.
CREATE TABLE issue (
    id        TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    kind      TEXT    NOT NULL CHECK (kind IN ('report', 'pack', 'minute', 'card')),
    of_record TEXT    CHECK (length(of_record) = 36),
    at        INTEGER NOT NULL,
    by_user   TEXT    NOT NULL CHECK (length(by_user) = 36),
    signed_by TEXT,
    digest    TEXT    NOT NULL CHECK (length(digest) = 64),
    pages     INTEGER NOT NULL CHECK (pages >= 1),
    bytes     BLOB    NOT NULL
) STRICT;

CREATE INDEX issue_by_record ON issue (of_record);

CREATE TRIGGER issue_never_changes BEFORE UPDATE ON issue
BEGIN
    SELECT RAISE(ABORT, 'what was issued never changes');
END;

CREATE TRIGGER issue_stays BEFORE DELETE ON issue
BEGIN
    SELECT RAISE(ABORT, 'what was issued stays');
END;
