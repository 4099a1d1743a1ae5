-- Drafts, an answer to a row, and every text that an answer ever had. An issued report is closed.
CREATE TABLE draft (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    of_case      TEXT    NOT NULL REFERENCES case_record (id),
    form         TEXT    NOT NULL,
    form_edition TEXT    NOT NULL,
    author       TEXT    NOT NULL CHECK (json_valid(author)),
    rev          INTEGER NOT NULL CHECK (rev >= 1),
    saved_at     INTEGER NOT NULL,
    saved_by     TEXT    NOT NULL CHECK (length(saved_by) = 36),
    issue        TEXT    REFERENCES issue (id)
) STRICT;

CREATE INDEX draft_by_case ON draft (of_case);

CREATE INDEX draft_by_issue ON draft (issue);

CREATE TABLE answer (
    draft    TEXT NOT NULL REFERENCES draft (id),
    question TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (draft, question)
) STRICT;

-- `rev`, `at` and `by_user` are of the save that replaced the text.
CREATE TABLE replaced_answer (
    seq      INTEGER NOT NULL PRIMARY KEY,
    draft    TEXT    NOT NULL REFERENCES draft (id),
    question TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    rev      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    by_user  TEXT    NOT NULL
) STRICT;

CREATE INDEX replaced_answer_by_draft ON replaced_answer (draft, question);

CREATE TRIGGER answer_kept_when_changed AFTER UPDATE ON answer WHEN OLD.body IS NOT NEW.body
BEGIN
    INSERT INTO replaced_answer (draft, question, body, rev, at, by_user)
    SELECT id, OLD.question, OLD.body, rev, saved_at, saved_by FROM draft WHERE id = OLD.draft;
END;

CREATE TRIGGER answer_kept_when_cleared AFTER DELETE ON answer
BEGIN
    INSERT INTO replaced_answer (draft, question, body, rev, at, by_user)
    SELECT id, OLD.question, OLD.body, rev, saved_at, saved_by FROM draft WHERE id = OLD.draft;
END;

CREATE TRIGGER replaced_answer_never_changes BEFORE UPDATE ON replaced_answer
BEGIN
    SELECT RAISE(ABORT, 'a replaced answer never changes');
END;

CREATE TRIGGER replaced_answer_stays BEFORE DELETE ON replaced_answer
BEGIN
    SELECT RAISE(ABORT, 'a replaced answer stays');
END;

CREATE TRIGGER draft_closed_to_change BEFORE UPDATE ON draft WHEN OLD.issue IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued report never changes');
END;

CREATE TRIGGER draft_keeps_case_and_form BEFORE UPDATE OF id, of_case, form, form_edition ON draft
BEGIN
    SELECT RAISE(ABORT, 'a draft keeps its case and its form');
END;

CREATE TRIGGER draft_stays BEFORE DELETE ON draft WHEN OLD.issue IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued report stays');
END;

CREATE TRIGGER answer_closed_to_addition BEFORE INSERT ON answer
WHEN (SELECT issue FROM draft WHERE id = NEW.draft) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued report never changes');
END;

CREATE TRIGGER answer_closed_to_change BEFORE UPDATE ON answer
WHEN (SELECT issue FROM draft WHERE id IN (OLD.draft, NEW.draft) AND issue IS NOT NULL) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued report never changes');
END;

CREATE TRIGGER answer_closed_to_removal BEFORE DELETE ON answer
WHEN (SELECT issue FROM draft WHERE id = OLD.draft) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued report never changes');
END;
