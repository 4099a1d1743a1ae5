//! Options of the menu put into the table of options considered of a report.

use casework::{Answer, Answers, Draft, FormId, QuestionId, Saved, TableRow};
use desk::{Fault, IssueOutcome, OptionForReport, PutInReport};
use law::OptionId;
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{an_office, narrative};
use store::Store;
use vault::{KeyFile, Passphrase};

fn options() -> QuestionId {
    QuestionId("options".into())
}

fn an_option(id: &str, words: &str) -> OptionForReport {
    OptionForReport {
        option: OptionId(id.into()),
        words: words.into(),
    }
}

fn a_draft(office: &mut Office, form: &str) -> Draft {
    let case = office.some_case();
    let form = FormId(form.into());
    office.desk().begin_report(case, &form).expect("a draft")
}

fn rows(office: &mut Office, draft: &Draft) -> Vec<TableRow> {
    let held = office.desk().open_draft(draft.id).expect("the draft").draft;
    match held.answers.get(&options()) {
        Some(Answer::Table { rows }) => rows.clone(),
        None => Vec::new(),
        Some(other) => panic!("another kind of answer: {other:?}"),
    }
}

fn a_row(cells: &[(&str, &str)]) -> TableRow {
    let cells = cells.iter();
    cells
        .map(|(column, text)| ((*column).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn an_option_becomes_a_row_with_its_words_and_nothing_that_only_the_author_can_judge() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let wanted = [
        an_option("cpo-supervision", "Competent. Six months to three years."),
        an_option("rlo", "Depends on a report on the place."),
    ];

    let put = office
        .desk()
        .put_in_report(draft.id, &wanted)
        .expect("they are put");

    assert_eq!(
        put,
        PutInReport {
            report: draft.id,
            question: options(),
            added: 2,
            rev: draft.rev.next(),
        }
    );
    assert_eq!(
        rows(&mut office, &draft),
        [
            a_row(&[
                ("option", "cpo-sup"),
                ("reasons", "Competent. Six months to three years."),
            ]),
            a_row(&[
                ("option", "rlo"),
                ("reasons", "Depends on a report on the place."),
            ]),
        ]
    );
}

#[test]
fn every_form_takes_options() {
    let mut office = an_office().open();

    for form in &edition().forms {
        let draft = a_draft(&mut office, &form.id.0);

        let put = office
            .desk()
            .put_in_report(draft.id, &[an_option("admonition", "Competent.")]);

        assert_eq!(put.map(|put| put.added), Ok(1), "{}", form.id.0);
    }
}

#[test]
fn an_option_that_stands_there_is_left_as_the_author_wrote_it() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let written = a_row(&[
        ("option", "cpo-sup"),
        ("suitable", "suitable"),
        ("consent", "given"),
        ("length", "12 months"),
        ("reasons", "She asks for it."),
    ]);
    let table = Answer::Table {
        rows: vec![written.clone()],
    };
    office.answer(draft.id, &Answers::from([(options(), table)]));
    let wanted = [
        an_option("cpo-supervision", "Competent."),
        an_option("dtto", "Not competent."),
    ];

    let first = office.desk().put_in_report(draft.id, &wanted);
    let second = office.desk().put_in_report(draft.id, &wanted);

    let added = |put: Result<PutInReport, Fault>| put.map(|put| (put.added, put.rev));
    let rev = draft.rev.next().next();
    assert_eq!(added(first), Ok((1, rev)));
    assert_eq!(
        added(second),
        Ok((0, rev)),
        "nothing is saved a second time"
    );
    let rows = rows(&mut office, &draft);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0], written);
}

#[test]
fn two_options_that_share_a_line_of_the_form_are_told_apart_by_name() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let wanted = [
        an_option("fine", "Competent."),
        an_option("compensation-order", "Competent."),
        an_option("fine", "Again."),
    ];

    let put = office.desk().put_in_report(draft.id, &wanted);

    assert_eq!(put.map(|put| put.added), Ok(2));
    assert_eq!(
        rows(&mut office, &draft),
        [
            a_row(&[("option", "fin"), ("reasons", "Fine. Competent.")]),
            a_row(&[
                ("option", "fin"),
                ("reasons", "Compensation order. Competent."),
            ]),
        ]
    );
}

#[test]
fn an_option_that_the_form_has_no_line_for_is_named_and_its_line_left_to_the_author() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let order = edition();
    let order = order.option(&OptionId("cpo".into())).expect("the order");

    let put = |office: &mut Office| {
        let wanted = [an_option("cpo", "Depends on a report.")];
        office.desk().put_in_report(draft.id, &wanted)
    };
    let first = put(&mut office);
    let second = put(&mut office);

    assert_eq!(first.map(|put| put.added), Ok(1));
    assert_eq!(second.map(|put| put.added), Ok(0));
    let reasons = format!("{}. Depends on a report.", order.name);
    assert_eq!(
        rows(&mut office, &draft),
        [a_row(&[("reasons", reasons.as_str())])]
    );
}

#[test]
fn an_option_that_no_menu_has_is_refused_and_nothing_is_written() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let wanted = [an_option("fine", "Competent."), an_option("none", "")];

    let refused = office.desk().put_in_report(draft.id, &wanted).err();

    let field = "option".to_owned();
    assert_eq!(refused, Some(Fault::BadInput { field }));
    assert_eq!(rows(&mut office, &draft), []);
}

#[test]
fn an_author_who_said_that_the_options_are_not_known_is_not_overruled() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let why = "The person could not be seen.".to_owned();
    let said = Answer::NotKnown { why };
    office.answer(draft.id, &Answers::from([(options(), said.clone())]));

    let refused = office
        .desk()
        .put_in_report(draft.id, &[an_option("fine", "Competent.")])
        .err();

    let field = options().0;
    assert_eq!(refused, Some(Fault::BadInput { field }));
    let held = office.desk().open_draft(draft.id).expect("the draft").draft;
    assert_eq!(held.answers.get(&options()), Some(&said));
}

#[test]
fn an_issued_report_takes_no_more() {
    let mut office = an_office().open();
    let case = office.some_case();
    let draft = office.a_complete_report(case, "jswr-2023");
    let outcome = office.desk().issue_report(draft.id, draft.rev);
    assert!(matches!(outcome, Ok(IssueOutcome::Issued { .. })));

    let refused = office
        .desk()
        .put_in_report(draft.id, &[an_option("rlo", "Competent.")])
        .err();

    let field = "report".to_owned();
    assert_eq!(refused, Some(Fault::BadInput { field }));
}

/// One desk has the report open while another puts an option into it.
#[test]
fn of_two_desks_at_one_report_neither_loses_a_word() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");
    let harm = QuestionId("limits".into());
    let first = narrative("The first desk.");

    let saved = office
        .desk()
        .save_answer(draft.id, draft.rev, &harm, Some(&first));
    let put = office
        .desk()
        .put_in_report(draft.id, &[an_option("rlo", "Competent.")])
        .expect("it reads the report again");
    let stale = Answer::Table {
        rows: vec![a_row(&[("option", "adm"), ("reasons", "Mine.")])],
    };
    let late = office
        .desk()
        .save_answer(draft.id, draft.rev, &options(), Some(&stale));

    assert!(matches!(
        saved.map(|saved| saved.saved),
        Ok(Saved::Done { .. })
    ));
    assert_eq!(put.rev, draft.rev.next().next());
    let Ok(Saved::Conflict { theirs }) = late.map(|late| late.saved) else {
        panic!("the option was overwritten unseen");
    };
    assert_eq!(theirs.answers.get(&harm), Some(&first));
    let row = a_row(&[("option", "rlo"), ("reasons", "Competent.")]);
    assert_eq!(rows(&mut office, &draft), [row]);
}

#[test]
fn the_log_says_which_question_was_saved() {
    let mut office = an_office().open();
    let draft = a_draft(&mut office, "jswr-2023");

    office
        .desk()
        .put_in_report(draft.id, &[an_option("rlo", "Competent.")])
        .expect("it is put");
    office.close();

    let log = store(&office).audit(1, 1000).expect("the log");
    let saves = log
        .iter()
        .filter(|record| record.entry.event == "draft.save");
    let saves: Vec<_> = saves.map(|record| &record.entry).collect();
    assert_eq!(saves.len(), 1);
    assert_eq!(saves[0].fields, ["options"]);
    assert_eq!(saves[0].records, [draft.id.to_string()]);
}

/// The closed store of an office, opened without a desk.
fn store(office: &Office) -> Store {
    let key_file = std::fs::read(office.key_file()).expect("the key file");
    let key_file = KeyFile::from_bytes(&key_file).expect("a key file");
    let user = key_file.users().next().expect("a user").to_owned();
    let passphrase = Passphrase::new(PASSPHRASE).expect("a passphrase");
    let key = key_file.open(&user, &passphrase).expect("the key");
    Store::open(&office.store_file(), &key.raw_key_literal()).expect("the store")
}
