//! Whom a case is about, as the directory asks: what its record plainly says of the person's sex, of
//! where they live and of the court. Nothing is concluded: a record that leaves a doubt says nothing.

use casework::Case;
use directory::{Council, CouncilId, CourtId};
use edition::Edition;
use serde::Serialize;

/// Whom a case is about, as the directory asks. What is absent the record does not plainly say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct CasePerson {
    /// `female` or `male`, as the court recorded it.
    pub sex: Option<String>,
    /// The council where the person lives, where a line of the address is its name.
    pub council: Option<CouncilId>,
    /// The court, where there is one of that name.
    pub court: Option<CourtId>,
}

/// Names of councils that are also those of towns, or of counties with other bounds: Queensferry in
/// "West Lothian" is in Edinburgh, and Dundee was in "Angus". An address that says one says nothing.
const DOUBTFUL: [&str; 7] = [
    "aberdeenshire",
    "angus",
    "falkirk",
    "midlothian",
    "renfrewshire",
    "stirling",
    "west lothian",
];

impl CasePerson {
    pub(crate) fn of(case: &Case, edition: &Edition) -> Self {
        let mut courts = edition.courts.iter();
        let court = courts.find(|court| is(&court.name, &case.court));
        Self {
            sex: sex(case.person.sex.as_deref().unwrap_or_default()),
            council: lives_in(&case.person.address, &edition.councils),
            court: court.map(|court| court.id.clone()),
        }
    }
}

fn sex(recorded: &str) -> Option<String> {
    let code = match recorded.trim().to_lowercase().as_str() {
        "female" | "f" | "woman" | "girl" => "female",
        "male" | "m" | "man" | "boy" => "male",
        _ => return None,
    };
    Some(code.to_owned())
}

/// The one council that lines of an address name; none where they name several.
fn lives_in(address: &[String], councils: &[Council]) -> Option<CouncilId> {
    let parts = address.iter().flat_map(|line| line.split(','));
    let parts: Vec<&str> = parts.collect();
    let sure = councils
        .iter()
        .filter(|council| !DOUBTFUL.contains(&council.name.to_lowercase().as_str()));
    let mut named = sure.filter(|council| parts.iter().any(|part| is(&council.name, part)));
    let first = named.next()?;
    named.next().is_none().then(|| first.id.clone())
}

fn is(name: &str, written: &str) -> bool {
    name.to_lowercase() == written.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled_edition;

    fn at(lines: &[&str]) -> Option<String> {
        let edition = bundled_edition().unwrap();
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let id = lives_in(&lines, &edition.councils)?;
        let mut councils = edition.councils.iter();
        Some(councils.find(|council| council.id == id)?.name.clone())
    }

    #[test]
    fn an_address_names_a_council_in_a_line_or_a_part_of_one() {
        assert_eq!(at(&["1 Sample Court", "Fife"]).as_deref(), Some("Fife"));
        assert_eq!(
            at(&["1 Sample Court, Inverbrae, Perth and Kinross, ZZ9 9ZZ"]).as_deref(),
            Some("Perth and Kinross")
        );
        assert_eq!(
            at(&["CITY OF EDINBURGH "]).as_deref(),
            Some("City of Edinburgh")
        );
    }

    #[test]
    fn an_address_that_leaves_a_doubt_names_none() {
        for address in [
            &["1 Fife Street", "Inverbrae"][..],
            &["Glasgow"],
            &["Queensferry", "West Lothian"],
            &["Stirling"],
            &["Fife", "Highland"],
            &[],
        ] {
            assert_eq!(at(address), None, "{address:?}");
        }
    }

    #[test]
    fn a_doubtful_name_is_that_of_a_council() {
        let edition = bundled_edition().unwrap();

        for name in DOUBTFUL {
            let mut councils = edition.councils.iter();
            assert!(councils.any(|council| is(&council.name, name)), "{name}");
        }
    }

    #[test]
    fn a_sex_is_read_however_it_was_written_and_other_words_say_nothing() {
        let read = ["Female", " woman", "M", "male", "", "not recorded"].map(sex);

        let codes = read.map(Option::unwrap_or_default);
        assert_eq!(codes, ["female", "female", "male", "male", "", ""]);
    }
}
