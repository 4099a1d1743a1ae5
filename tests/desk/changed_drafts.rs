//! Which of a person's own drafts a change of the content touches.

use casework::{Answer, CaseId, FormId, QuestionRole, ReportId, TableRow};
use desk::Role;
use law::OptionId;
use sederunt_tests::an_office;
use sederunt_tests::office::{Office, edition};

use crate::changes::{
    LIBERTY, TAGGED_BAIL, an_office_that_looked, changed, desk_with, ids, next_edition, option,
};
use crate::permissions::desk_of;

#[test]
fn a_draft_that_names_a_changed_option_is_listed_with_it() {
    let mut office = an_office_that_looked();
    let case = office.some_case();
    let touched = a_draft_naming(&mut office, case, &["rlo", "cpo-sup"]);
    a_draft_naming(&mut office, case, &["adm"]);
    let next = next_edition(|next| {
        option(next, LIBERTY).limits = Some("Others.".into());
        option(next, "cpo-supervision").limits = Some("Others.".into());
        option(next, TAGGED_BAIL).limits = Some("Others.".into());
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    let drafts: Vec<(ReportId, Vec<&str>)> = changes
        .drafts
        .iter()
        .map(|draft| {
            let options = draft.options.iter().map(|id| id.0.as_str());
            (draft.report, options.collect())
        })
        .collect();
    assert_eq!(drafts, [(touched, vec!["cpo-supervision", LIBERTY])]);
    assert_eq!(changes.drafts[0].name, "EXAMPLE, Morag");
}

#[test]
fn a_draft_is_told_of_an_option_that_was_taken_out_and_of_none_that_it_does_not_name() {
    let mut office = an_office_that_looked();
    let case = office.some_case();
    let touched = a_draft_naming(&mut office, case, &["rlo"]);
    let next = next_edition(|next| next.options.retain(|option| option.id.0 != LIBERTY));

    let changes = changed(&mut desk_with(&mut office, &next));

    let drafts: Vec<ReportId> = changes.drafts.iter().map(|draft| draft.report).collect();
    assert_eq!(drafts, [touched]);
}

#[test]
fn a_row_for_several_options_is_about_the_one_that_it_names() {
    let mut office = an_office_that_looked();
    let case = office.some_case();
    let compensation = edition();
    let compensation = compensation.option(&OptionId("compensation-order".into()));
    let reasons = format!("{}. It was paid before.", compensation.expect("it").name);
    let named = a_draft_saying(&mut office, case, &[("fin", &reasons)]);
    let either = a_draft_saying(&mut office, case, &[("fin", "Pay is £1,180 a month.")]);
    let next = next_edition(|next| {
        option(next, "compensation-order").limits = Some("Others.".into());
        option(next, "fine").limits = Some("Others.".into());
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    let options = |report: ReportId| {
        let mut drafts = changes.drafts.iter();
        let draft = drafts
            .find(|draft| draft.report == report)
            .expect("a draft");
        let options = draft.options.iter().map(|id| id.0.as_str());
        options.collect::<Vec<_>>()
    };
    assert_eq!(options(named), ["compensation-order"]);
    assert_eq!(options(either), ["fine", "compensation-order"]);
}

#[test]
fn an_issued_report_is_never_touched() {
    let mut office = an_office_that_looked();
    let case = office.some_case();
    let report = office.a_complete_report(case, "jswr-2023");
    let issued = office.desk().issue_report(report.id, report.rev);
    assert!(issued.is_ok(), "{issued:?}");
    let next = next_edition(|next| {
        for id in ["admonition", "absolute-discharge"] {
            option(next, id).limits = Some("Others.".into());
        }
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    assert_eq!(changes.entries.len(), 2);
    assert!(changes.drafts.is_empty(), "{:?}", changes.drafts);
}

#[test]
fn whoever_reads_no_case_sees_what_changed_and_no_draft() {
    let mut office = an_office().held_by(&[Role::CourtSocialWorker]).open();
    changed(office.desk());
    let case = office.some_case();
    a_draft_naming(&mut office, case, &["rlo"]);
    office.close();
    let clerk = desk_of(&office, Role::SheriffClerk);
    clerk.close().expect("the store closes");
    let next = next_edition(|next| option(next, LIBERTY).what = "Something else.".into());

    let changes = changed(&mut desk_with(&mut office, &next));

    assert_eq!(ids(&changes), [LIBERTY]);
    assert!(changes.drafts.is_empty());
}

fn a_draft_naming(office: &mut Office, case: CaseId, codes: &[&str]) -> ReportId {
    let rows: Vec<(&str, &str)> = codes.iter().map(|code| (*code, "")).collect();
    a_draft_saying(office, case, &rows)
}

/// A draft with rows in its table of options considered: a code of the form, and the reasons.
fn a_draft_saying(office: &mut Office, case: CaseId, rows: &[(&str, &str)]) -> ReportId {
    let form = FormId("jswr-2023".into());
    let edition = edition();
    let question = edition.form(&form).expect("the form");
    let question = question.question_for(QuestionRole::OptionsConsidered);
    let rows = rows.iter().map(|(code, reasons)| {
        TableRow::from([
            ("option".to_owned(), (*code).to_owned()),
            ("reasons".to_owned(), (*reasons).to_owned()),
        ])
    });
    let table = Answer::Table {
        rows: rows.collect(),
    };
    let id = question.expect("the table").id.clone();
    let draft = office.desk().begin_report(case, &form).expect("a draft");
    office.answer(draft.id, &[(id, table)].into()).id
}
