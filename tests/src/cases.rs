//! People and cases, of which a test states only what matters to it. All are invented.

use casework::{Case, Person, PersonStanding, Procedure};
use chrono::{Months, NaiveDate};
use desk::NewCase;

/// A person of whom nothing is known but a name.
pub fn a_person() -> APerson {
    APerson(Person {
        forenames: "Morag".into(),
        surname: "Example".into(),
        known_as: None,
        pronouns: None,
        born: None,
        sex: None,
        address: Vec::new(),
        address_note: None,
        phone: None,
        chs_number: None,
        local_number: None,
        solicitor: None,
        interpreter: None,
        communication: None,
        ethnic_group: None,
        disability: None,
        care_experienced: None,
        employment: None,
    })
}

/// A summary case about such a person.
pub fn a_case() -> ACase {
    ACase {
        reference: "DEMO-0001".into(),
        case: Case {
            person: a_person().0,
            court: "Inverbrae Sheriff Court".into(),
            sheriffdom: None,
            procedure: Procedure::Summary,
            judge: None,
            pf_reference: None,
            court_reference: None,
            convicted_on: None,
            report_ordered_on: None,
            diet: None,
            due: None,
            standing: PersonStanding::Bail,
            standing_note: None,
            also_before_the_court: None,
            charges: Vec::new(),
            previous: Vec::new(),
            alerts: Vec::new(),
            stop_list: Vec::new(),
            recorded: law::Facts::none(),
            week: Vec::new(),
        },
    }
}

pub struct APerson(Person);

impl APerson {
    #[must_use]
    pub fn named(mut self, forenames: &str, surname: &str) -> Self {
        self.0.forenames = forenames.into();
        self.0.surname = surname.into();
        self
    }

    /// So old on a day, to the day.
    #[must_use]
    pub fn aged(mut self, years: u32, on: NaiveDate) -> Self {
        self.0.born = on.checked_sub_months(Months::new(years * 12));
        self
    }

    pub fn build(self) -> Person {
        self.0
    }
}

pub struct ACase {
    reference: String,
    case: Case,
}

impl ACase {
    #[must_use]
    pub fn referred_to_as(mut self, reference: &str) -> Self {
        self.reference = reference.into();
        self
    }

    #[must_use]
    pub fn about(mut self, person: APerson) -> Self {
        self.case.person = person.0;
        self
    }

    /// With a word that must never be printed.
    #[must_use]
    pub fn never_printing(mut self, word: &str) -> Self {
        self.case.stop_list.push(word.into());
        self
    }

    pub fn build(self) -> NewCase {
        NewCase {
            reference: self.reference,
            case: self.case,
        }
    }
}
