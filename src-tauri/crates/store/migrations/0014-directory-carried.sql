-- What open data said of a service beside what its entry holds, to be written out again as open
-- data: a text that is not looked into here. An entry of the edition may have it too, so that it
-- hangs on no row of ours.
CREATE TABLE directory_carried (
    service TEXT NOT NULL PRIMARY KEY CHECK (length(service) BETWEEN 1 AND 200),
    batch   TEXT NOT NULL REFERENCES directory_batch (id),
    body    TEXT NOT NULL CHECK (json_valid(body) AND octet_length(body) <= 65536)
) STRICT;

-- What was carried before a file was taken in, and the file that had brought it, for taking the
-- file back. Null where nothing was.
CREATE TABLE directory_carried_before (
    batch    TEXT NOT NULL REFERENCES directory_batch (id),
    service  TEXT NOT NULL,
    body     TEXT CHECK (body IS NULL OR json_valid(body)),
    of_batch TEXT REFERENCES directory_batch (id),
    PRIMARY KEY (batch, service)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER directory_carried_before_never_changes BEFORE UPDATE ON directory_carried_before
BEGIN
    SELECT RAISE(ABORT, 'what was carried before a file never changes');
END;
