//! A case's form that is not finished.

use sederunt_tests::{a_case, an_office};

#[test]
fn a_form_that_is_not_finished_comes_back_after_a_lock_until_it_is_forgotten() {
    let mut office = an_office().open();
    let case = office.desk().add_case(a_case().build()).expect("a case").id;
    for (of, words) in [(None, "a new case"), (Some(case), "a change to one")] {
        let kept = office.desk().keep_case_form(of, Some(words));
        assert_eq!(kept, Ok(()));
    }

    office.reopen();

    let desk = office.desk();
    assert_eq!(desk.kept_case_form(None), Ok(Some("a new case".into())));
    let change = desk.kept_case_form(Some(case));
    assert_eq!(change, Ok(Some("a change to one".into())));
    assert_eq!(desk.keep_case_form(None, None), Ok(()));
    assert_eq!(desk.kept_case_form(None), Ok(None));
    assert_eq!(desk.cases().expect("the cases").len(), 1, "it is no case");
}
