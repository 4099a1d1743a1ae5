//! The facts of a case as the law asks for them: what its record holds already, and what is recorded
//! beside it.

use casework::{CaseId, CaseRecord, Charge, FormId, Plea};
use chrono::{NaiveTime, Weekday};
use desk::{CaseLaw, CaseSaved, Fault, NewCase};
use law::{Commitment, CommitmentKind, FactId, FactValue, Facts};
use sederunt_tests::office::{Office, edition};
use sederunt_tests::{Paper, a_case, an_office, date};

const YES: FactValue = FactValue::Flag(true);

fn a_charge(number: u32, when: &str) -> Charge {
    Charge {
        number,
        offence: "Theft".into(),
        provision: "Common law".into(),
        when: when.into(),
        place: None,
        aggravations: Vec::new(),
        plea: Plea::Guilty,
        recorded: Facts::none(),
    }
}

fn a_charged_case() -> NewCase {
    let mut new = a_case().build();
    new.case.person.born = Some(date("1990-01-06"));
    new.case.charges = vec![a_charge(1, "3 March 2026"), a_charge(2, "about Easter")];
    new
}

fn added(office: &mut Office) -> CaseRecord {
    let case = office.desk().add_case(a_charged_case());
    case.expect("a case")
}

fn facts(recorded: &[(&str, FactValue)]) -> Facts {
    let mut facts = Facts::none();
    for (fact, value) in recorded {
        facts.record(*fact, value.clone());
    }
    facts
}

fn value(law: &CaseLaw, fact: &str) -> Option<FactValue> {
    law.facts.value(&fact.into()).cloned()
}

fn kept(saved: Result<CaseSaved, Fault>) -> CaseRecord {
    match saved {
        Ok(CaseSaved::Done { record }) => *record,
        other => panic!("the facts were not kept: {other:?}"),
    }
}

fn held(office: &mut Office, case: CaseId) -> CaseRecord {
    office.desk().case_page(case).expect("the case").record
}

fn a_shift() -> Commitment {
    Commitment {
        kind: CommitmentKind::Work,
        name: "Shift at the bakery".into(),
        days: vec![Weekday::Mon],
        from: NaiveTime::MIN,
        until: NaiveTime::from_hms_opt(6, 0, 0).expect("a time"),
        travel: 20,
        at_home: false,
    }
}

#[test]
fn what_the_record_holds_is_drawn_from_it_for_the_first_charge_and_says_where_it_stands() {
    let mut office = an_office().open();
    let case = added(&mut office).id;

    let law = office.desk().case_law(case, None).expect("the facts");

    let drawn: Vec<_> = law
        .drawn
        .iter()
        .map(|one| format!("{}: {}", one.fact.0, one.from))
        .collect();
    assert_eq!(
        drawn,
        [
            "court: Court and procedure",
            "date_of_birth: Date of birth",
            "plea: Charge 1, plea or verdict",
            "outcome: Charge 1, plea or verdict",
            "offence_date: Charge 1, when",
            "common_law: Charge 1, provision",
            "age_at_offence: Date of birth, with Charge 1, when",
            "conviction_on_indictment: Court and procedure",
        ]
    );
    assert_eq!(law.name, "EXAMPLE, Morag");
    assert_eq!(law.charge, Some(1));
    assert_eq!(law.charges.len(), 2);
    assert_eq!(law.charges[0].line, "Theft, 3 March 2026");
    assert_eq!(
        value(&law, "court"),
        Some(FactValue::Choice("SS".into())),
        "a sheriff court in summary procedure"
    );
    assert_eq!(value(&law, "prior_custody"), None, "silence is not a no");
}

#[test]
fn the_person_is_told_as_the_directory_asks_so_far_as_the_record_says() {
    let mut office = an_office().open();
    let mut new = a_charged_case();
    new.case.person.sex = Some("Female".into());
    new.case.person.address = vec!["1 Sample Court".into(), "Inverbrae, Fife".into()];
    new.case.court = "Kirkcaldy Sheriff Court".into();
    let known = office.desk().add_case(new).expect("a case").id;
    let unknown = added(&mut office).id;

    let said = office.desk().case_law(known, None).expect("the facts");
    let silent = office.desk().case_law(unknown, None).expect("the facts");

    assert_eq!(said.person.sex.as_deref(), Some("female"));
    assert_eq!(said.person.council.expect("a council").0, "S12000047");
    assert_eq!(said.person.court.expect("a court").0, "SC-KKC");
    assert_eq!(silent.person.sex, None, "silence is nothing");
    assert_eq!(silent.person.council, None);
}

#[test]
fn a_fact_that_the_edition_does_not_ask_for_is_not_drawn() {
    let mut office = an_office().open();
    let case = added(&mut office).id;

    let law = office.desk().case_law(case, None).expect("the facts");

    for one in &law.drawn {
        let known = edition().competence.fact(&one.fact).is_some();
        assert!(known, "{} is a fact of the edition", one.fact.0);
    }
}

#[test]
fn what_is_recorded_stands_with_the_person_or_with_the_charge_it_is_a_fact_of() {
    let mut office = an_office().open();
    let case = added(&mut office);
    let recorded = facts(&[("willing", YES), ("imprisonable", YES)]);

    kept(
        office
            .desk()
            .record_facts(case.id, case.rev, Some(1), &recorded, &[a_shift()]),
    );

    let first = office.desk().case_law(case.id, Some(1)).expect("the facts");
    let second = office.desk().case_law(case.id, Some(2)).expect("the facts");
    assert_eq!(value(&first, "imprisonable"), Some(YES));
    assert_eq!(value(&second, "imprisonable"), None, "it is of charge 1");
    assert_eq!(value(&first, "willing"), Some(YES));
    assert_eq!(value(&second, "willing"), Some(YES), "it is of the person");
    assert_eq!(second.week, [a_shift()]);
}

#[test]
fn the_record_stands_against_what_is_recorded_in_its_place() {
    let mut office = an_office().open();
    let case = added(&mut office);
    let other_day = FactValue::Date(date("1980-01-01"));
    let recorded = facts(&[("date_of_birth", other_day), ("willing", YES)]);

    let saved = kept(
        office
            .desk()
            .record_facts(case.id, case.rev, Some(1), &recorded, &[]),
    );

    assert_eq!(saved.case.recorded, facts(&[("willing", YES)]));
    let law = office.desk().case_law(case.id, Some(1)).expect("the facts");
    let born = FactValue::Date(date("1990-01-06"));
    assert_eq!(value(&law, "date_of_birth"), Some(born));
}

#[test]
fn a_fact_that_was_recorded_gives_way_once_the_record_says_it() {
    let mut office = an_office().open();
    let case = added(&mut office);
    let recorded = facts(&[("offence_date", FactValue::Date(date("2026-04-05")))]);
    let mut saved = kept(
        office
            .desk()
            .record_facts(case.id, case.rev, Some(2), &recorded, &[]),
    );

    saved.case.charges[1].when = "4 April 2026".into();
    office.desk().save_case(&saved).expect("a save");

    let law = office.desk().case_law(case.id, Some(2)).expect("the facts");
    let drawn = FactValue::Date(date("2026-04-04"));
    assert_eq!(value(&law, "offence_date"), Some(drawn));
}

#[test]
fn taking_a_fact_back_takes_it_from_the_case() {
    let mut office = an_office().open();
    let case = added(&mut office);
    let recorded = facts(&[("willing", YES)]);
    let saved = kept(
        office
            .desk()
            .record_facts(case.id, case.rev, None, &recorded, &[]),
    );

    kept(
        office
            .desk()
            .record_facts(case.id, saved.rev, None, &Facts::none(), &[]),
    );

    assert_eq!(held(&mut office, case.id).case.recorded, Facts::none());
}

#[test]
fn facts_recorded_over_a_newer_case_are_a_conflict_and_change_nothing() {
    let mut office = an_office().open();
    let seen = added(&mut office);
    let mut other = seen.clone();
    other.case.court = "Kirkbrae Sheriff Court".into();
    office.desk().save_case(&other).expect("a save");

    let recorded = facts(&[("willing", YES)]);
    let saved = office
        .desk()
        .record_facts(seen.id, seen.rev, None, &recorded, &[]);

    let Ok(CaseSaved::Conflict { theirs }) = saved else {
        panic!("the newer case was overwritten unseen: {saved:?}");
    };
    assert_eq!(theirs.case.court, "Kirkbrae Sheriff Court");
    assert_eq!(held(&mut office, seen.id).case.recorded, Facts::none());
}

#[test]
fn a_fact_of_another_kind_than_the_edition_asks_for_is_refused_and_named() {
    let mut office = an_office().open();
    let case = added(&mut office);

    for (fact, wrong) in [
        ("willing", FactValue::Count(2)),
        ("court", FactValue::Choice("assize".into())),
        ("reports", FactValue::List(["gossip".to_owned()].into())),
        ("weather", YES),
    ] {
        let recorded = facts(&[(fact, wrong)]);
        let refused = office
            .desk()
            .record_facts(case.id, case.rev, None, &recorded, &[]);

        let field = fact.to_owned();
        assert_eq!(refused.err(), Some(Fault::BadInput { field }));
    }
}

#[test]
fn the_log_says_that_the_facts_were_read_and_which_were_changed_and_no_value() {
    let mut office = an_office().open();
    let case = added(&mut office);
    let recorded = facts(&[("willing", YES), ("imprisonable", YES)]);
    office.desk().case_law(case.id, None).expect("the facts");
    kept(
        office
            .desk()
            .record_facts(case.id, case.rev, Some(1), &recorded, &[a_shift()]),
    );
    office.close();

    let store = crate::newer::opened(&office);
    let mut lines = store
        .prepare("SELECT event || ' ' || fields FROM audit_entry ORDER BY seq DESC LIMIT 2")
        .expect("the log");
    let lines: Vec<String> = lines
        .query_map([], |row| row.get(0))
        .expect("the log")
        .collect::<Result<_, _>>()
        .expect("its lines");

    let changed = r#"["facts: willing","charge 1 facts: imprisonable","week"]"#;
    assert_eq!(
        lines,
        [format!("case.change {changed}"), "case.open []".into()]
    );
}

#[test]
fn facts_that_are_the_same_are_not_saved_again() {
    let mut office = an_office().open();
    let case = added(&mut office);

    let saved = kept(
        office
            .desk()
            .record_facts(case.id, case.rev, None, &Facts::none(), &[]),
    );

    assert_eq!(saved.rev, case.rev);
}

#[test]
fn a_charge_that_is_not_there_has_no_facts() {
    let mut office = an_office().open();
    let case = added(&mut office);

    let read = office.desk().case_law(case.id, Some(9)).err();
    let recorded = office
        .desk()
        .record_facts(case.id, case.rev, Some(9), &Facts::none(), &[]);

    assert_eq!(read, Some(Fault::NotFound));
    assert_eq!(recorded.err(), Some(Fault::NotFound));
}

#[test]
fn without_a_charge_its_facts_wait_with_the_case() {
    let mut office = an_office().open();
    let case = office.desk().add_case(a_case().build()).expect("a case");
    let recorded = facts(&[("imprisonable", YES)]);
    let mut saved = kept(
        office
            .desk()
            .record_facts(case.id, case.rev, None, &recorded, &[]),
    );

    saved.case.charges.push(a_charge(1, "3 March 2026"));
    office.desk().save_case(&saved).expect("a save");

    let law = office.desk().case_law(case.id, None).expect("the facts");
    assert_eq!(value(&law, "imprisonable"), Some(YES));
    let saved = kept(
        office
            .desk()
            .record_facts(case.id, law.rev, law.charge, &law.facts, &[]),
    );
    assert_eq!(saved.case.recorded, Facts::none());
    assert_eq!(saved.case.charges[0].recorded, recorded);
}

#[test]
fn the_reports_that_are_being_written_are_named_and_whether_they_take_options() {
    let mut office = an_office().open();
    let case = added(&mut office).id;
    let form = edition().forms.first().expect("a form").id.clone();
    for form in [form, FormId("jswr-2023".into())] {
        let draft = office.desk().begin_report(case, &form);
        draft.expect("a draft");
    }

    let law = office.desk().case_law(case, None).expect("the facts");

    assert_eq!(law.drafts.len(), 2);
    for draft in &law.drafts {
        let mut forms = edition().forms.clone().into_iter();
        let form = forms.find(|form| form.short_name == draft.form);
        let form = form.expect("the form it names");
        let asked = form
            .questions()
            .any(|(_, one)| one.role == Some(casework::QuestionRole::OptionsConsidered));
        assert_eq!(draft.takes_options, asked);
    }
}

#[test]
fn what_is_recorded_for_the_law_is_printed_on_no_report() {
    let mut office = an_office().open();
    let case = added(&mut office);
    let draft = office.a_complete_report(case.id, "jswr-2023");
    let words = |office: &mut Office| {
        let preview = office.desk().preview_report(draft.id).expect("the report");
        let (_, bytes) = office.desk().previewed(preview.token).expect("its bytes");
        Paper::of(bytes).words()
    };
    let before = words(&mut office);
    let hours = FactValue::Count(173);
    let recorded = facts(&[("outstanding_hours", hours), ("sexual", YES)]);

    kept(
        office
            .desk()
            .record_facts(case.id, case.rev, None, &recorded, &[a_shift()]),
    );

    assert_eq!(words(&mut office), before);
}

#[test]
fn a_case_that_an_older_program_saved_reads_as_one_with_nothing_recorded() {
    let mut office = an_office().open();
    let case = added(&mut office).id;
    office.close();
    let store = crate::newer::opened(&office);
    let changed = store.execute(
        "UPDATE case_record SET body = json_remove(body, '$.recorded', '$.week',
             '$.charges[0].recorded', '$.charges[1].recorded')",
        [],
    );
    assert_eq!(changed, Ok(1));
    let body = store.query_row("SELECT body FROM case_record", [], |row| {
        row.get::<_, String>(0)
    });
    assert!(!body.expect("the body").contains("recorded"));
    drop(store);
    office.reopen();

    let law = office.desk().case_law(case, Some(2)).expect("the facts");

    assert!(law.week.is_empty());
    assert!(law.facts.iter().all(|(fact, _)| drawn(&law, fact)));
    assert_eq!(held(&mut office, case).case.recorded, Facts::none());
}

fn drawn(law: &CaseLaw, fact: &FactId) -> bool {
    law.drawn.iter().any(|one| one.fact == *fact)
}
