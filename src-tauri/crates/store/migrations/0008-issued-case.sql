-- The case as a report took its facts from it when it was issued, so that the report is laid out
-- again, as in a pack, with what it said. For reports issued before there was this table the case
-- is taken as it stands at the upgrade (`as_issued` 0): it may have changed since the issue, and
-- changes for that report no more. The exact bytes of every issue are in `issue`, as they were.
CREATE TABLE issued_case (
    issue     TEXT    NOT NULL PRIMARY KEY REFERENCES issue (id),
    reference TEXT    NOT NULL,
    body      TEXT    NOT NULL CHECK (json_valid(body)),
    as_issued INTEGER NOT NULL CHECK (as_issued IN (0, 1))
) STRICT;

INSERT INTO issued_case (issue, reference, body, as_issued)
SELECT draft.issue, case_record.reference, case_record.body, 0
FROM draft JOIN case_record ON case_record.id = draft.of_case
WHERE draft.issue IS NOT NULL;

CREATE TRIGGER issued_case_never_changes BEFORE UPDATE ON issued_case
BEGIN
    SELECT RAISE(ABORT, 'what was issued never changes');
END;

CREATE TRIGGER issued_case_stays BEFORE DELETE ON issued_case
BEGIN
    SELECT RAISE(ABORT, 'what was issued stays');
END;
