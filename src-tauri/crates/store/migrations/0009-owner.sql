-- Whose each case, report and conference is: the user who made it. Of what was there before, the
-- audit log says who made it; a draft's entry names its case too, which is not thereby its author's.
CREATE TABLE owner (
    record TEXT NOT NULL PRIMARY KEY CHECK (length(record) = 36),
    user   TEXT NOT NULL CHECK (length(user) = 36)
) STRICT, WITHOUT ROWID;

CREATE INDEX owner_by_user ON owner (user);

INSERT INTO owner (record, user)
SELECT named.value, min(entry.user)
FROM audit_entry AS entry, json_each(entry.records) AS named
WHERE (entry.event = 'case.create' AND named.value IN (SELECT id FROM case_record))
   OR (entry.event = 'draft.begin' AND named.value IN (SELECT id FROM draft))
   OR (entry.event = 'conference.create' AND named.value IN (SELECT id FROM conference))
GROUP BY named.value;
