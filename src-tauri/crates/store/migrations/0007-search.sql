-- Full-text search over the edition, the cases and the reports. The entries hold the text, the
-- index only points to it, and what is removed is wiped from the index as well.
CREATE TABLE search_entry (
    entry   INTEGER NOT NULL PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (kind IN (
        'bail-option', 'disposal', 'service', 'court', 'council', 'prison', 'term', 'case', 'report'
    )),
    id      TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    aliases TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    UNIQUE (kind, id)
) STRICT;

-- Whole names and aliases, folded, so that what begins as the words do comes first.
CREATE TABLE search_name (
    alias  INTEGER NOT NULL CHECK (alias IN (0, 1)),
    folded TEXT    NOT NULL,
    entry  INTEGER NOT NULL REFERENCES search_entry (entry) ON DELETE CASCADE,
    PRIMARY KEY (alias, folded, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_name_by_entry ON search_name (entry);

-- The edition whose entries are indexed; no row until one is.
CREATE TABLE search_edition (
    only   INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    digest TEXT    NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_word USING fts5 (
    name,
    aliases,
    body,
    content = 'search_entry',
    content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

INSERT INTO search_word (search_word, rank) VALUES ('secure-delete', 1);

INSERT INTO search_word (search_word, rank) VALUES ('rank', 'bm25(20.0, 8.0, 1.0)');

CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_word, col);

CREATE TRIGGER search_entry_indexed AFTER INSERT ON search_entry
BEGIN
    INSERT INTO search_word (rowid, name, aliases, body)
    VALUES (NEW.entry, NEW.name, NEW.aliases, NEW.body);
END;

CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry
BEGIN
    INSERT INTO search_word (search_word, rowid, name, aliases, body)
    VALUES ('delete', OLD.entry, OLD.name, OLD.aliases, OLD.body);
END;

CREATE TRIGGER search_entry_indexed_again AFTER UPDATE ON search_entry
BEGIN
    INSERT INTO search_word (search_word, rowid, name, aliases, body)
    VALUES ('delete', OLD.entry, OLD.name, OLD.aliases, OLD.body);
    INSERT INTO search_word (rowid, name, aliases, body)
    VALUES (NEW.entry, NEW.name, NEW.aliases, NEW.body);
END;
