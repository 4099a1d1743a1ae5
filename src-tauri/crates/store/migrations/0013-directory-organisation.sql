-- The bodies that run services and that no edition names: written here, or brought by a local
-- edition. Nothing is ever deleted: one without a body was taken away again, and its changes stay.
CREATE TABLE directory_organisation (
    id   TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
    rev  INTEGER NOT NULL CHECK (rev >= 1),
    body TEXT    CHECK (body IS NULL OR json_valid(body))
) STRICT;

CREATE TRIGGER directory_organisation_counts_its_changes
BEFORE UPDATE OF id, rev, body ON directory_organisation
WHEN NEW.id <> OLD.id OR NEW.rev <> OLD.rev + 1
BEGIN
    SELECT RAISE(ABORT, 'every change of an organisation is counted');
END;

CREATE TRIGGER directory_organisation_stays BEFORE DELETE ON directory_organisation
BEGIN
    SELECT RAISE(ABORT, 'an organisation of the directory stays');
END;

-- An organisation says little, so that each change keeps the whole of it, before and after.
CREATE TABLE directory_organisation_change (
    seq          INTEGER NOT NULL PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    organisation TEXT    NOT NULL REFERENCES directory_organisation (id),
    rev          INTEGER NOT NULL CHECK (rev >= 1),
    deed         TEXT    NOT NULL CHECK (deed IN ('added', 'edited', 'imported', 'taken-back')),
    at           INTEGER NOT NULL,
    by           TEXT    NOT NULL,
    batch        TEXT    REFERENCES directory_batch (id),
    before       TEXT    CHECK (before IS NULL OR json_valid(before)),
    after        TEXT    CHECK (after IS NULL OR json_valid(after)),
    UNIQUE (organisation, rev)
) STRICT;

CREATE INDEX directory_organisation_change_by_batch
ON directory_organisation_change (batch) WHERE batch IS NOT NULL;

CREATE TRIGGER directory_organisation_change_never_changes
BEFORE UPDATE ON directory_organisation_change
BEGIN
    SELECT RAISE(ABORT, 'what was done to an organisation never changes');
END;

CREATE TRIGGER directory_organisation_change_stays
BEFORE DELETE ON directory_organisation_change
BEGIN
    SELECT RAISE(ABORT, 'what was done to an organisation stays');
END;
