//! The person a case is about.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The person a case is about, as the case holds them. What is absent was not asked or not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// Forenames.
    pub forenames: String,
    /// Surname.
    pub surname: String,
    /// The name the person goes by.
    #[serde(default)]
    pub known_as: Option<String>,
    /// The words the person uses, such as "she, her".
    #[serde(default)]
    pub pronouns: Option<String>,
    /// Date of birth.
    #[serde(default)]
    pub born: Option<NaiveDate>,
    /// Sex as the court recorded it.
    #[serde(default)]
    pub sex: Option<String>,
    /// The address, line by line.
    #[serde(default)]
    pub address: Vec<String>,
    /// What the address is: tenancy, family home, no fixed abode.
    #[serde(default)]
    pub address_note: Option<String>,
    /// Telephone; never on the court's copy.
    #[serde(default)]
    pub phone: Option<String>,
    /// The criminal history system number.
    #[serde(default)]
    pub chs_number: Option<String>,
    /// The council's own number for the case.
    #[serde(default)]
    pub local_number: Option<String>,
    /// The solicitor and firm.
    #[serde(default)]
    pub solicitor: Option<String>,
    /// The language an interpreter is needed for.
    #[serde(default)]
    pub interpreter: Option<String>,
    /// What helps the person follow and speak.
    #[serde(default)]
    pub communication: Option<String>,
    /// Ethnic group in the census categories; on no court copy.
    #[serde(default)]
    pub ethnic_group: Option<String>,
    /// Disability, as declared; on no court copy.
    #[serde(default)]
    pub disability: Option<String>,
    /// Whether the person is care experienced, as declared.
    #[serde(default)]
    pub care_experienced: Option<bool>,
    /// Employment status, in the national return's categories.
    #[serde(default)]
    pub employment: Option<String>,
}

impl Person {
    /// The name in reading order.
    pub fn name(&self) -> String {
        format!("{} {}", self.forenames, self.surname)
    }

    /// The name as a list and the identity bar write it: SURNAME, Forenames.
    pub fn listed_name(&self) -> String {
        format!("{}, {}", self.surname.to_uppercase(), self.forenames)
    }

    /// The person's age in whole years on a day, where the date of birth is known and not later.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        self.born.and_then(|born| day.years_since(born))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_born_on_29_february_comes_of_age_on_1_march() {
        let person: Person = Person {
            forenames: "Morag".into(),
            surname: "Example".into(),
            known_as: None,
            pronouns: None,
            born: "2008-02-29".parse().ok(),
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
        };

        let ages = ["2026-02-28", "2026-03-01"].map(|day| person.age_on(day.parse().unwrap()));

        assert_eq!(ages, [Some(17), Some(18)]);
    }
}
