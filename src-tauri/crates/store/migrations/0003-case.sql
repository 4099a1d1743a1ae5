-- Cases. The body is the whole case; the columns beside it are what lists and orders need.
-- `case` is a word of SQL, so the table is named after the record it holds.
CREATE TABLE case_record (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    rev         INTEGER NOT NULL CHECK (rev >= 1),
    reference   TEXT    NOT NULL,
    listed_name TEXT    NOT NULL,
    court       TEXT    NOT NULL,
    diet        TEXT    CHECK (length(diet) = 19),
    due         TEXT    CHECK (length(due) = 19),
    body        TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX case_record_by_due ON case_record (due);
