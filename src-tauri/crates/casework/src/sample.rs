//! A small form and case for this crate's tests. Texts, so that a test states only what matters.

use crate::{Answer, Answers, Case, Form, QuestionId, TableRow};

pub(crate) fn a_form() -> Form {
    toml::from_str(
        r#"
        id = "test"
        edition = "1"
        name = "Test report"
        short-name = "TR"
        purpose = "To test."
        used = "Always"
        authority = "None"
        recipients = "The court"

        [[section]]
        id = "front"
        title = "Front page"
        [[section.question]]
        id = "person"
        label = "Person"
        wanted = "to-sign"
        answer = { kind = "from-case", shows = "person" }
        [[section.question]]
        id = "court"
        label = "Court"
        wanted = "to-sign"
        answer = { kind = "from-case", shows = "court" }
        [[section.question]]
        id = "charges"
        label = "Charges"
        wanted = "to-sign"
        answer = { kind = "from-case", shows = "charges" }
        [[section.question]]
        id = "previous"
        label = "Previous convictions"
        wanted = "to-sign"
        answer = { kind = "from-case", shows = "previous-convictions" }

        [[section]]
        id = "body"
        number = "1"
        title = "Body"
        [[section.question]]
        id = "account"
        label = "Account"
        wanted = "to-sign"
        answer = { kind = "narrative" }
        [[section.question]]
        id = "gaps-found"
        label = "Gaps found"
        wanted = "to-sign"
        answer = { kind = "yes-no" }
        [[section.question]]
        id = "gaps"
        label = "Gaps"
        wanted = "to-sign"
        answer = { kind = "narrative" }
        asked-if = { question = "gaps-found", is = "yes" }
        [[section.question]]
        id = "looked-at"
        label = "Options"
        role = "options-considered"
        wanted = "if-any"
        answer = { kind = "table", columns = [
          { id = "option", label = "Option", cell = "choice", options = [
            { code = "cpo-sup", label = "Supervision" }, { code = "cus", label = "Custody" } ] },
          { id = "suitable", label = "Suitable", cell = "choice", options = [
            { code = "suitable", label = "Suitable" }, { code = "unsuitable", label = "Unsuitable" } ] },
          { id = "consent", label = "Consent", cell = "words" },
          { id = "reasons", label = "Reasons", cell = "words", optional = true },
        ] }
        [[section.question]]
        id = "read"
        label = "What was read"
        role = "sources"
        wanted = "if-any"
        answer = { kind = "table", columns = [
          { id = "source", label = "Source", cell = "words" },
          { id = "kept", label = "Kept from the person", cell = "yes-no", optional = true, keeps-from-person = true },
        ] }
        [[section.question]]
        id = "how-marked"
        label = "Marking"
        role = "marking"
        wanted = "if-any"
        answer = { kind = "choice", options = [{ code = "plain", label = "OFFICIAL" }] }
        [[section.question]]
        id = "kept-apart"
        label = "Kept apart"
        wanted = "if-any"
        restricted = true
        answer = { kind = "narrative" }
        "#,
    )
    .unwrap()
}

pub(crate) fn a_case() -> Case {
    toml::from_str(
        r#"
        court = "Invercarse Sheriff Court"
        procedure = "summary"
        standing = "bail"
        diet = "2026-11-11T10:00:00"
        stop-list = ["Harbour View Nursery", "the partner's flat"]
        [person]
        forenames = "Morag"
        surname = "Example"
        born = "1990-01-01"
        phone = "01632 960123"
        ethnic-group = "A1"
        [[charges]]
        number = 1
        offence = "Breach of the peace"
        provision = "common law"
        when = "11 July 2026"
        plea = "guilty"
        [[charges]]
        number = 2
        offence = "Vandalism"
        provision = "section 52"
        when = "11 July 2026"
        plea = "not-guilty-accepted"
        [[previous]]
        sentenced = "2020-02-03"
        court = "Invercarse Justice of the Peace Court"
        offence = "Theft"
        disposal = "Admonished"
        libelled = true
        [[previous]]
        sentenced = "2021-02-03"
        court = "Invercarse Justice of the Peace Court"
        offence = "Fraud"
        disposal = "Fine"
        libelled = false
        "#,
    )
    .unwrap()
}

/// Answers that leave nothing to stop signing.
pub(crate) fn full_answers() -> Answers {
    [
        ("account", narrative("She told me what happened.")),
        ("gaps-found", yes_no(false)),
    ]
    .map(|(id, answer)| (QuestionId(id.into()), answer))
    .into()
}

pub(crate) fn narrative(words: &str) -> Answer {
    Answer::Narrative {
        text: document::RichText::from_plain(words),
    }
}

pub(crate) fn yes_no(yes: bool) -> Answer {
    Answer::YesNo {
        yes,
        note: String::new(),
    }
}

/// A row of the options table.
pub(crate) fn option_row(option: &str, suitable: &str, consent: &str, reasons: &str) -> Answer {
    let cells = [
        ("option", option),
        ("suitable", suitable),
        ("consent", consent),
        ("reasons", reasons),
    ];
    Answer::Table {
        rows: vec![
            cells
                .map(|(id, text)| (id.to_owned(), text.to_owned()))
                .into(),
        ],
    }
}

/// A row of the sources, with what stands in the column that keeps it from the person.
pub(crate) fn a_source(name: &str, kept: &str) -> TableRow {
    [("source", name), ("kept", kept)]
        .map(|(id, text)| (id.to_owned(), text.to_owned()))
        .into()
}

pub(crate) fn sources(rows: &[TableRow]) -> Answer {
    Answer::Table {
        rows: rows.to_vec(),
    }
}
