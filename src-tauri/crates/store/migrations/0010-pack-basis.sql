-- What a pack was built from, as one digest, so that it can be told whether it would say the same
-- if it were built now. A pack built before there was this table has no row.
CREATE TABLE pack_basis (
    issue  TEXT NOT NULL PRIMARY KEY REFERENCES issue (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pack_basis_never_changes BEFORE UPDATE ON pack_basis
BEGIN
    SELECT RAISE(ABORT, 'what a pack was built from never changes');
END;

CREATE TRIGGER pack_basis_stays BEFORE DELETE ON pack_basis
BEGIN
    SELECT RAISE(ABORT, 'what a pack was built from stays');
END;
