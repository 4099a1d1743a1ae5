//! The facts of the law that the record of a case holds already.
//!
//! Only what the record plainly says is drawn from it. What it is silent about is not known: no
//! previous custody among the convictions is not a "no", and a solicitor on the papers does not say
//! that the person is represented at the diet.

use chrono::{Datelike, NaiveDate};
use law::{CourtKind, FactId, FactValue};

use crate::civil_words::date;
use crate::{Case, Charge, PersonStanding, Plea, PreviousConviction, Procedure};

/// A fact that follows from the record, and where it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromRecord {
    /// The fact.
    pub fact: FactId,
    /// Its value.
    pub value: FactValue,
    /// Where it stands, such as "Date of birth" or "Charge 1, plea or verdict".
    pub from: String,
}

fn drawn(fact: &str, value: FactValue, from: impl Into<String>) -> FromRecord {
    FromRecord {
        fact: fact.into(),
        value,
        from: from.into(),
    }
}

fn choice(id: &str) -> FactValue {
    FactValue::Choice(id.to_owned())
}

impl Case {
    /// The facts that follow from the record, for one of its charges. `court_sort` is what kind of
    /// court the case's court is, where the edition knows it by name.
    pub fn law_facts(&self, charge: Option<&Charge>, court_sort: Option<&str>) -> Vec<FromRecord> {
        let mut facts = Vec::new();
        if let Some(kind) = self.court_kind(court_sort) {
            let from = "Court and procedure";
            facts.push(drawn("court", choice(kind.code()), from));
        }
        if let Some(born) = self.person.born {
            let from = "Date of birth";
            facts.push(drawn("date_of_birth", FactValue::Date(born), from));
        }
        if self.standing == PersonStanding::Serving {
            let from = "How the person stands meanwhile";
            facts.push(drawn("serving_sentence", FactValue::Flag(true), from));
        }
        let earlier = self.previous.iter().filter(|row| row.is_plainly_custody());
        if let Some(latest) = earlier.max_by_key(|row| row.sentenced) {
            let from = format!("Previous conviction of {}", date(latest.sentenced));
            facts.push(drawn("prior_custody", FactValue::Flag(true), from));
        }
        facts.extend(charge.into_iter().flat_map(Charge::law_facts));
        facts
    }

    /// Which court the case is before; none where the name does not say, or where that court does
    /// not sit in the procedure that the record names.
    fn court_kind(&self, sort: Option<&str>) -> Option<CourtKind> {
        let name = self.court.to_lowercase();
        let is = |known: &str, words: &str| sort.map_or(name.contains(words), |sort| sort == known);
        if is("appeal", "appeal court") {
            return Some(CourtKind::SheriffAppeal);
        }
        match self.procedure {
            Procedure::Solemn if is("high-court-sitting", "high court") => {
                Some(CourtKind::HighCourt)
            }
            Procedure::Solemn if is("sheriff", "sheriff court") => Some(CourtKind::SheriffSolemn),
            Procedure::Summary if is("sheriff", "sheriff court") => Some(CourtKind::SheriffSummary),
            Procedure::Summary if is("justice-of-the-peace", "justice of the peace") => {
                Some(CourtKind::JusticeOfThePeace)
            }
            Procedure::Summary | Procedure::Solemn => None,
        }
    }
}

impl Charge {
    fn law_facts(&self) -> Vec<FromRecord> {
        let from = |part: &str| format!("Charge {}, {part}", self.number);
        let (plea, convicted) = match self.plea {
            Plea::Guilty | Plea::GuiltyAsAmended => ("guilty", true),
            Plea::FoundGuilty => ("not-guilty", true),
            Plea::NotGuiltyAccepted => ("not-guilty", false),
        };
        let mut facts = vec![drawn("plea", choice(plea), from("plea or verdict"))];
        if convicted {
            facts.push(drawn(
                "outcome",
                choice("convicted"),
                from("plea or verdict"),
            ));
        }
        if let Some(day) = one_day(&self.when) {
            facts.push(drawn("offence_date", FactValue::Date(day), from("when")));
        }
        if let Some(common_law) = is_common_law(&self.provision) {
            let value = FactValue::Flag(common_law);
            facts.push(drawn("common_law", value, from("provision")));
        }
        if self.aggravated_by(&["bail", "bail aggravation", "on bail", "while on bail"]) {
            let yes = FactValue::Flag(true);
            facts.push(drawn("on_bail_libelled", yes, from("aggravations")));
        }
        let domestic = ["domestic abuse", "domestic abuse aggravation"];
        if self.is_the_domestic_abuse_offence() {
            let yes = FactValue::Flag(true);
            facts.push(drawn("domestic_abuse", yes, from("provision")));
        } else if self.aggravated_by(&domestic) {
            let yes = FactValue::Flag(true);
            facts.push(drawn("domestic_abuse", yes, from("aggravations")));
        }
        facts
    }

    /// Whether the charge carries an aggravation that goes by one of these names.
    fn aggravated_by(&self, names: &[&str]) -> bool {
        let mut aggravations = self.aggravations.iter();
        aggravations.any(|words| names.contains(&words.trim().to_lowercase().as_str()))
    }

    /// Section 1 of the Domestic Abuse (Scotland) Act 2018.
    fn is_the_domestic_abuse_offence(&self) -> bool {
        let provision = self.provision.to_lowercase();
        provision.contains("domestic abuse (scotland) act 2018")
            && ["section 1", "s.1", "s. 1", "s 1"].iter().any(|section| {
                let (_, after) = provision.split_once(section).unwrap_or(("", "0"));
                !after.starts_with(|next: char| next.is_ascii_digit())
            })
    }
}

impl PreviousConviction {
    /// Whether it is plainly a sentence of imprisonment or detention that the Crown libelled. One
    /// that was suspended, quashed or imposed in default of a fine is for a person to judge.
    fn is_plainly_custody(&self) -> bool {
        let disposal = self.disposal.trim().to_lowercase();
        let outcome = self.outcome.as_deref().unwrap_or_default().to_lowercase();
        let begins = ["imprisonment", "detention"];
        let unclear = [
            "suspended",
            "quashed",
            "appeal",
            "default",
            "hospital",
            "rising",
        ];
        self.libelled
            && begins.iter().any(|word| disposal.starts_with(word))
            && !unclear
                .iter()
                .any(|word| disposal.contains(word) || outcome.contains(word))
    }
}

/// Reads the words of a charge where they are one day of the calendar and nothing more.
fn one_day(words: &str) -> Option<NaiveDate> {
    const FORMS: [&str; 6] = [
        "%A %d %B %Y",
        "%A, %d %B %Y",
        "%d %B %Y",
        "%Y-%m-%d",
        "%d/%m/%Y",
        "%d.%m.%Y",
    ];
    let words = words.trim().trim_end_matches('.');
    let words = words.strip_prefix("On ").unwrap_or(words);
    let words = words.strip_prefix("on ").unwrap_or(words).trim();
    let mut read = FORMS
        .iter()
        .filter_map(|form| NaiveDate::parse_from_str(words, form).ok());
    // A year of two figures is not one that can be told from the words.
    read.find(|day| (1900..=9999).contains(&day.year()))
}

/// Whether an offence is at common law; not known where the provision says neither that nor an Act.
fn is_common_law(provision: &str) -> Option<bool> {
    let provision = provision.trim().to_lowercase();
    if provision.contains("common law") {
        return (provision == "common law").then_some(true);
    }
    let words: Vec<&str> = provision.split_whitespace().collect();
    let year = |word: &str| word.chars().take(4).filter(char::is_ascii_digit).count() == 4;
    let act = |pair: &[&str]| matches!(pair, ["act", next] if year(next));
    words.windows(2).any(act).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CaseFile;
    use crate::sample::a_case;

    fn demonstration(letter: char) -> Case {
        let text = match letter {
            'a' => include_str!("../../../content/demonstration/case-a.toml"),
            'b' => include_str!("../../../content/demonstration/case-b.toml"),
            _ => include_str!("../../../content/demonstration/case-c.toml"),
        };
        toml::from_str::<CaseFile>(text).unwrap().case
    }

    fn lines(case: &Case, number: u32) -> Vec<String> {
        let charge = case.charges.iter().find(|charge| charge.number == number);
        let facts = case.law_facts(charge, None).into_iter();
        facts
            .map(|one| {
                let value = match &one.value {
                    FactValue::Flag(yes) => yes.to_string(),
                    FactValue::Date(day) => day.to_string(),
                    FactValue::Choice(id) => id.clone(),
                    FactValue::Age(_)
                    | FactValue::Term(_)
                    | FactValue::Amount(_)
                    | FactValue::Count(_)
                    | FactValue::List(_) => format!("{:?}", one.value),
                };
                format!("{} = {value} ({})", one.fact.0, one.from)
            })
            .collect()
    }

    #[test]
    fn case_a_says_its_court_its_person_and_its_statutory_charge() {
        let facts = lines(&demonstration('a'), 1);

        assert_eq!(
            facts,
            [
                "court = SS (Court and procedure)",
                "date_of_birth = 2007-02-19 (Date of birth)",
                "plea = guilty (Charge 1, plea or verdict)",
                "outcome = convicted (Charge 1, plea or verdict)",
                "offence_date = 2026-07-11 (Charge 1, when)",
                "common_law = false (Charge 1, provision)",
            ]
        );
    }

    #[test]
    fn a_charge_to_which_not_guilty_was_accepted_is_no_conviction() {
        let facts = lines(&demonstration('a'), 3);

        assert!(facts.contains(&"plea = not-guilty (Charge 3, plea or verdict)".into()));
        assert!(!facts.iter().any(|line| line.starts_with("outcome")));
    }

    #[test]
    fn case_b_says_earlier_imprisonment_and_a_bail_aggravation() {
        let facts = lines(&demonstration('b'), 4);

        assert_eq!(
            facts,
            [
                "court = SS (Court and procedure)",
                "date_of_birth = 1989-06-03 (Date of birth)",
                "prior_custody = true (Previous conviction of 23 June 2022)",
                "plea = guilty (Charge 4, plea or verdict)",
                "outcome = convicted (Charge 4, plea or verdict)",
                "offence_date = 2026-10-22 (Charge 4, when)",
                "common_law = true (Charge 4, provision)",
                "on_bail_libelled = true (Charge 4, aggravations)",
            ]
        );
    }

    #[test]
    fn case_c_says_an_abusive_course_of_conduct_and_no_one_day() {
        let facts = lines(&demonstration('c'), 1);

        assert_eq!(
            facts,
            [
                "court = SO (Court and procedure)",
                "date_of_birth = 1974-01-22 (Date of birth)",
                "plea = not-guilty (Charge 1, plea or verdict)",
                "outcome = convicted (Charge 1, plea or verdict)",
                "common_law = false (Charge 1, provision)",
                "domestic_abuse = true (Charge 1, provision)",
            ]
        );
    }

    #[test]
    fn the_edition_knows_a_court_better_than_its_name() {
        let mut case = a_case();
        case.court = "The court at Kirkbrae".into();

        let named = case.law_facts(None, Some("justice-of-the-peace"));
        let unnamed = case.law_facts(None, None);

        assert_eq!(
            named.first().map(|one| one.value.clone()),
            Some(choice("JP"))
        );
        assert!(unnamed.iter().all(|one| one.fact.0 != "court"));
    }

    #[test]
    fn a_court_that_does_not_sit_in_the_procedure_is_not_drawn() {
        let mut case = a_case();
        case.court = "Kirkbrae Justice of the Peace Court".into();
        case.procedure = Procedure::Solemn;

        let facts = case.law_facts(None, None);

        assert!(facts.iter().all(|one| one.fact.0 != "court"));
    }

    #[test]
    fn only_words_that_are_one_day_are_read_as_one() {
        let day = |words: &str| one_day(words).map(|day| day.to_string());

        for words in [
            "Saturday 11 July 2026",
            "on 11 July 2026",
            "11/07/2026",
            "2026-07-11",
            "Sat 11 Jul 2026",
        ] {
            assert_eq!(day(words).as_deref(), Some("2026-07-11"), "{words}");
        }
        for words in [
            "",
            "Between 1 May 2024 and 28 February 2026",
            "about 11 July 2026",
            "Sunday 11 July 2026",
            "11 July 26",
            "31 June 2026",
            "July 2026",
        ] {
            assert_eq!(day(words), None, "{words}");
        }
    }

    #[test]
    fn a_sentence_that_is_not_plainly_custody_says_nothing() {
        let custody = |disposal: &str, outcome: Option<&str>, libelled| {
            let mut case = a_case();
            case.previous = vec![PreviousConviction {
                sentenced: "2020-01-06".parse().unwrap(),
                court: "Kirkbrae Sheriff Court".into(),
                offence: "Theft".into(),
                disposal: disposal.into(),
                outcome: outcome.map(str::to_owned),
                libelled,
            }];
            let facts = case.law_facts(None, None);
            facts.iter().any(|one| one.fact.0 == "prior_custody")
        };

        assert!(custody("Imprisonment, 4 months", Some("Served"), true));
        assert!(custody(
            "Detention in a young offenders institution",
            None,
            true
        ));
        assert!(!custody("Imprisonment, 4 months", None, false));
        assert!(!custody("Imprisonment, suspended for 2 years", None, true));
        assert!(!custody(
            "Imprisonment, 4 months",
            Some("Quashed on appeal"),
            true
        ));
        assert!(!custody("Fine, with imprisonment in default", None, true));
    }

    #[test]
    fn a_provision_says_common_law_or_an_act_or_nothing() {
        assert_eq!(is_common_law(" Common law "), Some(true));
        assert_eq!(
            is_common_law("Misuse of Drugs Act 1971, section 5(2)"),
            Some(false)
        );
        for unclear in [
            "",
            "Section 38(1)",
            "Common law; Bail Act 2000",
            "fact 1234",
        ] {
            assert_eq!(is_common_law(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn section_1_of_the_2018_act_is_not_section_10() {
        let mut charge = demonstration('c').charges.remove(0);
        charge.provision = "Domestic Abuse (Scotland) Act 2018, section 10".into();

        assert!(!charge.is_the_domestic_abuse_offence());
    }
}
