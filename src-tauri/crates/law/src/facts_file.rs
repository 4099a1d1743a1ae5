//! Reading the facts of a case as a person or another program writes them down.

mod proposal;
mod week;

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    Age, Amount, Competence, Fact, FactId, FactKind, FactValue, Facts, Proposal, Term, Week,
};

/// What a facts file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactsFile {
    /// The facts.
    pub facts: Facts,
    /// The sentence or orders that are thought of, if any.
    pub proposal: Option<Proposal>,
    /// The person's week; nothing stands in it where the file has none.
    pub week: Week,
    /// The code of the council for which availability is asked.
    pub area: Option<String>,
}

/// One thing wrong with facts, and the field that it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct FactFault {
    /// The field.
    pub field: String,
    /// What is wrong, in a sentence.
    pub says: String,
}

impl fmt::Display for FactFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.field, self.says)
    }
}

const PROPOSAL: &str = "proposal";
const WEEK: &str = "week";
const AREA: &str = "area";

impl FactsFile {
    /// Reads a facts file, or gives every fault of it. Nothing is guessed: a key that is not a
    /// fact, a value of another kind and facts that contradict each other are all refused. `null`
    /// records nothing.
    pub fn read(value: &Value, law: &Competence, today: NaiveDate) -> Result<Self, Vec<FactFault>> {
        let Value::Object(fields) = value else {
            let says = "a facts file is one object of facts by name".to_owned();
            return Err(vec![FactFault {
                field: "file".into(),
                says,
            }]);
        };
        let mut faults = Vec::new();
        let read = Self {
            facts: facts(fields, law, &mut faults),
            proposal: proposal::proposal(fields, &mut faults),
            week: week::week(fields, &mut faults),
            area: area(fields, &mut faults),
        };
        if let Some(proposal) = &read.proposal {
            let figures = law.figure_faults(proposal);
            faults.extend(figures.iter().map(proposal::in_proposal));
        }
        if faults.is_empty() {
            let as_at = read.facts.date("sentence_date").unwrap_or(today);
            faults = contradictory(&read.facts, law, as_at);
        }
        if faults.is_empty() {
            Ok(read)
        } else {
            Err(faults)
        }
    }
}

/// What in the facts cannot stand together: dates and ages that cannot follow one another in a
/// life, and what the edition says cannot be.
pub fn contradictory(facts: &Facts, law: &Competence, as_at: NaiveDate) -> Vec<FactFault> {
    let mut faults = order_of_dates(facts, as_at);
    let found = law.contradictions_in(facts, as_at);
    faults.extend(found.into_iter().map(|c| fault(&c.field.0, c.says.clone())));
    faults
}

fn facts(fields: &Map<String, Value>, law: &Competence, faults: &mut Vec<FactFault>) -> Facts {
    let mut facts = Facts::none();
    for (key, value) in fields {
        if [PROPOSAL, WEEK, AREA].contains(&key.as_str()) || value.is_null() {
            continue;
        }
        let Some(fact) = law.fact(&FactId(key.clone())) else {
            faults.push(fault(&stranger(key), "there is no fact of this name"));
            continue;
        };
        match fact_value(fact, value) {
            Ok(value) => facts.record(fact.id.clone(), value),
            Err(says) => faults.push(fault(key, says)),
        }
    }
    facts
}

/// Reads the value of one fact.
fn fact_value(fact: &Fact, value: &Value) -> Result<FactValue, String> {
    match fact.kind {
        FactKind::Flag => value
            .as_bool()
            .map(FactValue::Flag)
            .ok_or_else(|| "write true or false".to_owned()),
        FactKind::Age => age(value).map(FactValue::Age),
        FactKind::Date => date(value).map(FactValue::Date),
        FactKind::Term => term(value).map(FactValue::Term),
        FactKind::Amount => amount(value).map(FactValue::Amount),
        FactKind::Count => count(value).map(FactValue::Count),
        FactKind::Choice => text(value)
            .and_then(|id| choice(fact, id))
            .map(FactValue::Choice),
        FactKind::List => list(fact, value).map(FactValue::List),
    }
}

fn age(value: &Value) -> Result<Age, String> {
    let whole = value.as_u64().and_then(|years| u16::try_from(years).ok());
    match (value, whole) {
        (Value::String(text), _) => Age::try_from(text.clone()),
        (_, Some(years)) => {
            Age::of_years(years).ok_or_else(|| format!("nobody is {years} years old"))
        }
        (_, None) => Err("write an age in whole years, or as \"17 years 2 months\"".to_owned()),
    }
}

fn date(value: &Value) -> Result<NaiveDate, String> {
    let text = text(value)?;
    let date = text.parse().ok().filter(|_| is_written_in_full(text));
    date.ok_or_else(|| {
        let text = shortened(text);
        format!("\"{text}\" is not a day of the calendar: write it as 2026-03-27")
    })
}

/// Whether it is four figures, two and two, with dashes between them.
fn is_written_in_full(text: &str) -> bool {
    let dash = |place: usize| place == 4 || place == 7;
    let fits = |(place, letter): (usize, u8)| match letter {
        b'-' => dash(place),
        _ => letter.is_ascii_digit() && !dash(place),
    };
    text.len() == 10 && text.bytes().enumerate().all(fits)
}

/// What was written, cut short where it is too long to be repeated.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A key that nobody knows, so that it can be seen where it begins and ends.
fn stranger(key: &str) -> String {
    if key.is_empty() || key.trim() != key {
        format!("\"{}\"", shortened(key))
    } else {
        shortened(key)
    }
}

fn term(value: &Value) -> Result<Term, String> {
    if let Some(text) = value.as_str() {
        return Term::try_from(text.to_owned());
    }
    let months = value.as_u64().and_then(|months| u16::try_from(months).ok());
    months.map(Term::months).ok_or_else(|| {
        "write a length of time as \"6 months\" or \"60 days\", or as a whole number of months"
            .to_owned()
    })
}

fn amount(value: &Value) -> Result<Amount, String> {
    if let Some(text) = value.as_str() {
        return Amount::try_from(text.to_owned());
    }
    let number = value.as_number().map(ToString::to_string);
    number
        .and_then(|number| Amount::read(&number))
        .ok_or_else(|| "write a sum as 2500 or \"£2,500\"".to_owned())
}

fn count(value: &Value) -> Result<u32, String> {
    value
        .as_u64()
        .and_then(|count| u32::try_from(count).ok())
        .ok_or_else(|| "write a whole number".to_owned())
}

fn text(value: &Value) -> Result<&str, String> {
    value
        .as_str()
        .ok_or_else(|| "write it in quotation marks".to_owned())
}

fn choice(fact: &Fact, id: &str) -> Result<String, String> {
    let found = fact.choice(id).map(|choice| choice.id.clone());
    found.ok_or_else(|| {
        let known: Vec<&str> = fact
            .choices
            .iter()
            .map(|choice| choice.id.as_str())
            .collect();
        format!("\"{}\" is none of: {}", shortened(id), known.join(", "))
    })
}

fn list(fact: &Fact, value: &Value) -> Result<BTreeSet<String>, String> {
    let Value::Array(entries) = value else {
        return Err("write a list in square brackets".to_owned());
    };
    let ids = entries
        .iter()
        .map(|entry| text(entry).and_then(|id| choice(fact, id)));
    ids.collect()
}

fn area(fields: &Map<String, Value>, faults: &mut Vec<FactFault>) -> Option<String> {
    let value = fields.get(AREA).filter(|value| !value.is_null())?;
    let code = value.as_str().map(str::to_owned);
    if code.is_none() {
        faults.push(fault(
            AREA,
            "write the code of a council in quotation marks",
        ));
    }
    code
}

/// Dates and ages that cannot follow one another in a life.
fn order_of_dates(facts: &Facts, today: NaiveDate) -> Vec<FactFault> {
    let mut faults = Vec::new();
    let (born, offence) = (facts.date("date_of_birth"), facts.date("offence_date"));
    let sentence = facts.date("sentence_date").unwrap_or(today);
    if let Some(offence) = offence {
        if offence > sentence {
            faults.push(fault(
                "offence_date",
                "the offence comes after the sentence",
            ));
        }
        if born.is_some_and(|born| born > offence) {
            faults.push(fault("date_of_birth", "the birth comes after the offence"));
        }
    } else if born.is_some_and(|born| born > sentence) {
        faults.push(fault("date_of_birth", "the birth comes after the sentence"));
    }
    for (field, day) in [("date_of_birth", born), ("offence_date", offence)] {
        let long_ago = day.and_then(|day| Age::on(sentence, day));
        if long_ago.is_some_and(|age| Age::of_years(age.years()).is_none()) {
            faults.push(fault(field, "nobody who was alive on that day is now"));
            return faults;
        }
    }
    let passed = offence.and_then(|offence| Age::on(sentence, offence));
    if let (Some(now), Some(passed)) = (facts.age("age_now"), passed)
        && passed.years() > now.years()
    {
        let says = "the person was not yet born on the day of the offence";
        faults.push(fault("age_now", says));
        return faults;
    }
    if let (Some(now), Some(then)) = (facts.age("age_now"), facts.age("age_at_offence")) {
        if then.exceeds(now) {
            faults.push(fault(
                "age_at_offence",
                "it is above the age on the day of sentence",
            ));
        } else if let Some(offence) = offence
            && !could_have_passed(offence, sentence, then, now)
        {
            let says =
                "the two ages are further apart, or closer, than the offence and the sentence";
            faults.push(fault("age_at_offence", says));
        }
    }
    if let Some(born) = born {
        let days = [("age_now", Some(sentence)), ("age_at_offence", offence)];
        for (field, day) in days {
            let worked_out = day.and_then(|day| Age::on(day, born));
            let told = facts.age(field);
            if let (Some(worked_out), Some(told)) = (worked_out, told)
                && worked_out.years() != told.years()
            {
                let says = format!("the date of birth makes it {}", worked_out.years());
                faults.push(fault(field, says));
            }
        }
    }
    faults
}

/// Whether a person could have been of the two ages on the two days: whole years may differ by one
/// more or less than the years between the days, as a birthday falls.
fn could_have_passed(offence: NaiveDate, sentence: NaiveDate, then: Age, now: Age) -> bool {
    let Some(between) = Age::on(sentence, offence) else {
        return false;
    };
    let years = i32::from(now.years()) - i32::from(then.years());
    let between = i32::from(between.years());
    years == between || years == between + 1
}

fn fault(field: &str, says: impl Into<String>) -> FactFault {
    FactFault {
        field: field.to_owned(),
        says: says.into(),
    }
}
