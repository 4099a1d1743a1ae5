//! A case as the law asks about it: the facts that its record holds already, those that were
//! recorded beside it, and where each comes from.

use casework::{Case, CaseId, Charge, FromRecord, QuestionRole, ReportId, Rev};
use chrono::NaiveDate;
use law::{Commitment, Fact, FactId, FactKind, FactValue, Facts};
use serde::Serialize;

use crate::gate::Record;
use crate::{Act, CasePerson, Desk, Fault};

/// A case as the law asks about it.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct CaseLaw {
    /// The case.
    pub case: CaseId,
    /// Its revision, for recording more.
    pub rev: Rev,
    /// SURNAME, Forenames.
    pub name: String,
    /// The council's reference.
    pub reference: String,
    /// The charges, to choose from: the facts are those of one charge.
    pub charges: Vec<ChargeLine>,
    /// The number of the charge whose facts these are; none where the case has no charge.
    pub charge: Option<u32>,
    /// Everything known: what follows from the record, and what was recorded beside it.
    pub facts: Facts,
    /// For each fact that follows from the record, where it stands there. The others were recorded
    /// beside it and may be recorded again.
    pub drawn: Vec<DrawnFact>,
    /// The reports about the case that are still being written.
    pub drafts: Vec<DraftLine>,
    /// The person's week, as it was last kept.
    pub week: Vec<Commitment>,
    /// The person, as the directory asks.
    pub person: CasePerson,
}

/// A charge, to choose from.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ChargeLine {
    /// Its number.
    pub number: u32,
    /// The offence, and when.
    pub line: String,
}

/// A fact that the record of the case holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct DrawnFact {
    /// The fact.
    pub fact: FactId,
    /// Where it stands, in words such as "Date of birth" or "Charge 1, plea".
    pub from: String,
}

/// A report that is being written.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct DraftLine {
    /// The report.
    pub report: ReportId,
    /// The form's short name.
    pub form: String,
    /// Whether the form asks which options were considered.
    pub takes_options: bool,
}

impl Desk {
    /// The facts of a case, for one of its charges; for the first where none is named. The audit
    /// entry precedes the data.
    pub fn case_law(&mut self, case: CaseId, charge: Option<u32>) -> Result<CaseLaw, Fault> {
        let entry = self.leave(Act::ReadCaseLaw, &[Record::Case(case)])?;
        self.store.record(&entry)?;
        let record = self.store.case(case)?.ok_or(Fault::NotFound)?;
        let charge = charge_of(&record.case, charge)?;
        let drawn = self.drawn(&record.case, charge);
        let law = &self.edition.competence;
        let beside = [Some(&record.case.recorded), charge.map(|c| &c.recorded)];
        let mut facts = Facts::none();
        for (fact, value) in beside.into_iter().flatten().flat_map(Facts::iter) {
            // What another edition asked for stays with the case and is not put to this one.
            if law.fact(fact).is_some_and(|fact| fits(fact, value)) {
                facts.record(fact.clone(), value.clone());
            }
        }
        for one in &drawn {
            facts.record(one.fact.clone(), one.value.clone());
        }
        let drafts = self.drafts_about(case)?;
        Ok(CaseLaw {
            case,
            rev: record.rev,
            name: record.case.person.listed_name(),
            charge: charge.map(|charge| charge.number),
            charges: record.case.charges.iter().map(ChargeLine::of).collect(),
            facts,
            drawn: drawn.into_iter().map(DrawnFact::from).collect(),
            drafts,
            person: CasePerson::of(&record.case, &self.edition),
            week: record.case.week,
            reference: record.reference,
        })
    }

    /// The facts that follow from the record, so far as the edition asks for them.
    pub(crate) fn drawn(&self, case: &Case, charge: Option<&Charge>) -> Vec<FromRecord> {
        let mut courts = self.edition.courts.iter();
        let court = courts.find(|court| court.name.eq_ignore_ascii_case(case.court.trim()));
        let law = &self.edition.competence;
        let mut drawn = case.law_facts(charge, court.map(|court| court.kind.as_str()));
        drawn.extend(worked_out(&drawn, self.today_date()));
        let asked = |one: &FromRecord| law.fact(&one.fact).is_some_and(|f| fits(f, &one.value));
        drawn.into_iter().filter(asked).collect()
    }

    fn drafts_about(&self, case: CaseId) -> Result<Vec<DraftLine>, Fault> {
        let rows = self.store.drafts_of(case)?;
        let unissued = rows.into_iter().filter(|row| row.issued.is_none());
        unissued
            .map(|row| {
                let form = self.form_named(&row.form)?;
                let wanted = Some(QuestionRole::OptionsConsidered);
                let takes_options = form.questions().any(|(_, asked)| asked.role == wanted);
                Ok(DraftLine {
                    report: row.id,
                    form: form.short_name,
                    takes_options,
                })
            })
            .collect()
    }
}

/// What follows from drawn facts whichever day the law is asked for: the age at the offence, and of a
/// conviction whether it is on indictment. The age on the day itself follows for that day alone.
fn worked_out(drawn: &[FromRecord], today: NaiveDate) -> Vec<FromRecord> {
    let mut facts = Facts::none();
    for one in drawn {
        facts.record(one.fact.clone(), one.value.clone());
    }
    let followed = facts.with_what_follows(today);
    let from = |fact: &str| {
        let found = drawn.iter().find(|one| one.fact == fact.into());
        found.map(|one| one.from.clone())
    };
    let convicted = from("outcome").is_some();
    let offence = from("offence_date").map(|from| format!("Date of birth, with {from}"));
    let court = from("court").filter(|_| convicted);
    [
        ("age_at_offence", offence),
        ("conviction_on_indictment", court),
    ]
    .into_iter()
    .filter_map(|(fact, from)| {
        let fact = FactId::from(fact);
        let value = followed.value(&fact)?.clone();
        let from = from?;
        Some(FromRecord { fact, value, from })
    })
    .collect()
}

/// The charge of a number, which must be there; the first where none is asked for.
pub(crate) fn charge_of(case: &Case, number: Option<u32>) -> Result<Option<&Charge>, Fault> {
    let Some(number) = number else {
        return Ok(case.charges.first());
    };
    let mut charges = case.charges.iter();
    let found = charges.find(|charge| charge.number == number);
    found.map(Some).ok_or(Fault::NotFound)
}

/// Whether a value is one that a fact may have.
pub(crate) fn fits(fact: &Fact, value: &FactValue) -> bool {
    let known = |id: &String| fact.choices.iter().any(|choice| choice.id == *id);
    match value {
        FactValue::Flag(_) => fact.kind == FactKind::Flag,
        FactValue::Age(_) => fact.kind == FactKind::Age,
        FactValue::Date(_) => fact.kind == FactKind::Date,
        FactValue::Term(_) => fact.kind == FactKind::Term,
        FactValue::Amount(_) => fact.kind == FactKind::Amount,
        FactValue::Count(_) => fact.kind == FactKind::Count,
        FactValue::Choice(id) => fact.kind == FactKind::Choice && known(id),
        FactValue::List(ids) => fact.kind == FactKind::List && ids.iter().all(known),
    }
}

impl ChargeLine {
    fn of(charge: &Charge) -> Self {
        let when = charge.when.trim();
        let line = if when.is_empty() {
            charge.offence.clone()
        } else {
            format!("{}, {when}", charge.offence)
        };
        Self {
            number: charge.number,
            line,
        }
    }
}

impl From<FromRecord> for DrawnFact {
    fn from(FromRecord { fact, from, .. }: FromRecord) -> Self {
        Self { fact, from }
    }
}
