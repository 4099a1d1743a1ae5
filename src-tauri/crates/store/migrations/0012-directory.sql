-- What was changed, added and closed here over the edition's directory, every change of it, the
-- files that were taken in, and the gaps that were noted. Nothing of it is ever deleted: an entry
-- without a body was taken away again, and its changes stay.
CREATE TABLE directory_entry (
    id   TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
    rev  INTEGER NOT NULL CHECK (rev >= 1),
    body TEXT    CHECK (body IS NULL OR json_valid(body)),
    base TEXT    CHECK (base IS NULL OR json_valid(base))
) STRICT;

CREATE TRIGGER directory_entry_counts_its_changes BEFORE UPDATE OF id, rev, body ON directory_entry
WHEN NEW.id <> OLD.id OR NEW.rev <> OLD.rev + 1
BEGIN
    SELECT RAISE(ABORT, 'every change of an entry is counted');
END;

CREATE TRIGGER directory_entry_stays BEFORE DELETE ON directory_entry
BEGIN
    SELECT RAISE(ABORT, 'an entry of the directory stays');
END;

CREATE TABLE directory_batch (
    id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    file          TEXT    NOT NULL,
    digest        TEXT    NOT NULL CHECK (length(digest) = 64),
    licence       TEXT,
    at            INTEGER NOT NULL,
    taken_back_at INTEGER
) STRICT;

CREATE TRIGGER directory_batch_never_changes
BEFORE UPDATE OF id, file, digest, licence, at ON directory_batch
BEGIN
    SELECT RAISE(ABORT, 'a file that was taken in never changes');
END;

CREATE TRIGGER directory_batch_is_taken_back_once BEFORE UPDATE OF taken_back_at ON directory_batch
WHEN OLD.taken_back_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a file is taken back once');
END;

CREATE TRIGGER directory_batch_stays BEFORE DELETE ON directory_batch
BEGIN
    SELECT RAISE(ABORT, 'a file that was taken in stays');
END;

-- `undo` turns the entry as the change left it into the entry as it was before: only what differs
-- is kept, so that two hundred thousand changes stay small. Null where the entry was not there.
CREATE TABLE directory_change (
    seq     INTEGER NOT NULL PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    service TEXT    NOT NULL REFERENCES directory_entry (id),
    rev     INTEGER NOT NULL CHECK (rev >= 1),
    deed    TEXT    NOT NULL CHECK (deed IN (
        'added', 'edited', 'confirmed', 'closed', 'noted', 'imported', 'taken-back'
    )),
    at      INTEGER NOT NULL,
    by      TEXT    NOT NULL,
    batch   TEXT    REFERENCES directory_batch (id),
    undo    TEXT    CHECK (undo IS NULL OR json_valid(undo)),
    UNIQUE (service, rev)
) STRICT;

CREATE INDEX directory_change_by_batch ON directory_change (batch) WHERE batch IS NOT NULL;

CREATE TRIGGER directory_change_never_changes BEFORE UPDATE ON directory_change
BEGIN
    SELECT RAISE(ABORT, 'what was done to an entry never changes');
END;

CREATE TRIGGER directory_change_stays BEFORE DELETE ON directory_change
BEGIN
    SELECT RAISE(ABORT, 'what was done to an entry stays');
END;

-- "Nothing suitable": it names nobody, and the record it was noted from by its id alone.
CREATE TABLE gap (
    id        TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    need      TEXT NOT NULL CHECK (length(need) >= 1),
    council   TEXT NOT NULL CHECK (length(council) >= 1),
    provision TEXT NOT NULL CHECK (provision IN ('specialist', 'universal')),
    option    TEXT,
    wanted    TEXT,
    day       TEXT NOT NULL CHECK (length(day) = 10),
    record    TEXT CHECK (length(record) = 36),
    by_user   TEXT NOT NULL CHECK (length(by_user) = 36)
) STRICT;

CREATE INDEX gap_by_day ON gap (day);

CREATE TRIGGER gap_never_changes BEFORE UPDATE ON gap
BEGIN
    SELECT RAISE(ABORT, 'a gap that was noted never changes');
END;

CREATE TRIGGER gap_stays BEFORE DELETE ON gap
BEGIN
    SELECT RAISE(ABORT, 'a gap that was noted stays');
END;
