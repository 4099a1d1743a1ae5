//! Forms of cases that are begun and not finished: kept as they were typed, so that a lock or a
//! broken program loses none of it. A form that is kept is not a case: it is nobody's but the
//! person's who types it, and nothing reads it but the form.

use casework::CaseId;

use crate::gate::Record;
use crate::{Act, Desk, Fault};

/// More than anybody types into a form.
const LONGEST: usize = 1 << 20;

impl Desk {
    /// Keeps the form of a case as it stands, or of a new case where none is named; `None` forgets
    /// it. What the text holds is the form's own business.
    pub fn keep_case_form(
        &mut self,
        case: Option<CaseId>,
        text: Option<&str>,
    ) -> Result<(), Fault> {
        let touched: Vec<_> = case.map(Record::Case).into_iter().collect();
        self.leave(Act::KeepCaseForm, &touched)?;
        if text.is_some_and(|text| text.len() > LONGEST) {
            return Err(Fault::BadInput {
                field: "text".to_owned(),
            });
        }
        let name = self.form_setting(case);
        Ok(self.store.set_setting(&name, &text)?)
    }

    /// The form of a case, or of a new one, as the person left it; none where none is kept.
    pub fn kept_case_form(&self, case: Option<CaseId>) -> Result<Option<String>, Fault> {
        let touched: Vec<_> = case.map(Record::Case).into_iter().collect();
        self.leave(Act::ReadCaseForm, &touched)?;
        let kept: Option<Option<String>> = self.store.setting(&self.form_setting(case))?;
        Ok(kept.flatten())
    }

    fn form_setting(&self, case: Option<CaseId>) -> String {
        let user = self.session.profile.user;
        let which = case.map_or_else(|| "new".to_owned(), |case| case.to_string());
        format!("case-form {user} {which}")
    }
}
