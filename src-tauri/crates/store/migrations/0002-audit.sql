-- Who did what, in a chain: each entry holds the hash of the one before. No case text, no names.
CREATE TABLE audit_entry (
    seq         INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
    at          INTEGER NOT NULL,
    user        TEXT    NOT NULL CHECK (length(user) = 36),
    user_role   TEXT    NOT NULL,
    workstation TEXT    NOT NULL,
    event       TEXT    NOT NULL CHECK (length(event) BETWEEN 1 AND 60),
    records     TEXT    NOT NULL CHECK (json_type(records) = 'array'),
    fields      TEXT    NOT NULL CHECK (json_type(fields) = 'array'),
    reason      TEXT,
    previous    BLOB    NOT NULL CHECK (length(previous) = 32),
    hash        BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'an audit entry never changes');
END;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'an audit entry stays');
END;
