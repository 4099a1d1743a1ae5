//! Recording facts for the law beside the record of a case, and the person's week with it.

use std::collections::BTreeSet;

use casework::{Case, CaseId, CaseRecord, Rev};
use law::{Commitment, Competence, FactId, Facts};
use store::AuditEntry;

use crate::case_law::{charge_of, fits};
use crate::gate::Record;
use crate::{Act, CaseSaved, Desk, Fault};

/// The group of facts that are those of one charge.
const CHARGE: &str = "charge";

impl Desk {
    /// Keeps with a case what was recorded for the law, and the person's week. Facts that follow
    /// from the record are not kept a second time: the record stands.
    pub fn record_facts(
        &mut self,
        case: CaseId,
        rev: Rev,
        charge: Option<u32>,
        facts: &Facts,
        week: &[Commitment],
    ) -> Result<CaseSaved, Fault> {
        let mut entry = self.leave(Act::RecordFacts, &[Record::Case(case)])?;
        let seen = self.store.case(case)?.ok_or(Fault::NotFound)?;
        if seen.rev != rev {
            let theirs = Box::new(seen);
            return Ok(CaseSaved::Conflict { theirs });
        }
        let law = &self.edition.competence;
        check(facts, law)?;
        let charge = charge_of(&seen.case, charge)?;
        let mut kept = facts.clone();
        for one in self.drawn(&seen.case, charge) {
            kept = without(&kept, &one.fact);
        }
        let charge = charge.map(|charge| charge.number);
        let mut record = seen.clone();
        record.case = with_recorded(seen.case.clone(), charge, &kept, law);
        record.case.week = week.to_vec();
        entry.fields = changed(&seen.case, &record.case);
        if entry.fields.is_empty() {
            let record = Box::new(seen);
            return Ok(CaseSaved::Done { record });
        }
        self.saved(record, &entry)
    }

    /// Saves a case, with the audit entry in the same transaction.
    pub(crate) fn saved(
        &mut self,
        mut record: CaseRecord,
        entry: &AuditEntry,
    ) -> Result<CaseSaved, Fault> {
        Ok(match self.store.save_case(&record, entry)? {
            store::CaseSaved::Done { rev } => {
                record.rev = rev;
                let record = Box::new(record);
                CaseSaved::Done { record }
            }
            store::CaseSaved::Conflict { theirs } => CaseSaved::Conflict { theirs },
        })
    }
}

/// Refuses a fact that the edition does not know, and a value of another kind than it asks for.
fn check(facts: &Facts, law: &Competence) -> Result<(), Fault> {
    for (id, value) in facts.iter() {
        if !law.fact(id).is_some_and(|fact| fits(fact, value)) {
            return Err(Fault::BadInput {
                field: id.0.clone(),
            });
        }
    }
    Ok(())
}

fn without(facts: &Facts, fact: &FactId) -> Facts {
    let mut others = Facts::none();
    for (id, value) in facts.iter().filter(|(id, _)| *id != fact) {
        others.record(id.clone(), value.clone());
    }
    others
}

/// The case with these facts recorded in place of those before, each with what it is a fact of: the
/// charge, or the case. Without a charge its facts wait with the case until there is one.
fn with_recorded(mut case: Case, charge: Option<u32>, facts: &Facts, law: &Competence) -> Case {
    let mut charges = case.charges.iter_mut();
    let mut charge = charges.find(|one| Some(one.number) == charge);
    let mut of_case = of_other_editions(&case.recorded, law);
    let mut of_charge = charge
        .as_ref()
        .map(|charge| of_other_editions(&charge.recorded, law));
    for (id, value) in facts.iter() {
        let goes_with_charge = law.fact(id).is_some_and(|fact| fact.group == CHARGE);
        let part = match &mut of_charge {
            Some(of_charge) if goes_with_charge => of_charge,
            Some(_) | None => &mut of_case,
        };
        part.record(id.clone(), value.clone());
    }
    if let (Some(charge), Some(recorded)) = (&mut charge, of_charge) {
        charge.recorded = recorded;
    }
    case.recorded = of_case;
    case
}

/// What was recorded under an edition that asked for more than this one: nobody was shown it now,
/// so nobody took it back.
fn of_other_editions(recorded: &Facts, law: &Competence) -> Facts {
    let mut kept = Facts::none();
    for (fact, value) in recorded.iter() {
        if !law.fact(fact).is_some_and(|fact| fits(fact, value)) {
            kept.record(fact.clone(), value.clone());
        }
    }
    kept
}

/// The names of what differs, for the audit log, which holds no values.
fn changed(before: &Case, after: &Case) -> Vec<String> {
    let mut fields = differing("facts", &before.recorded, &after.recorded);
    for (old, new) in before.charges.iter().zip(&after.charges) {
        let part = format!("charge {} facts", new.number);
        fields.extend(differing(&part, &old.recorded, &new.recorded));
    }
    if before.week != after.week {
        fields.push("week".to_owned());
    }
    fields
}

fn differing(part: &str, before: &Facts, after: &Facts) -> Vec<String> {
    let all = before.iter().chain(after.iter()).map(|(fact, _)| fact);
    let differ = all.filter(|fact| before.value(fact) != after.value(fact));
    let names: BTreeSet<_> = differ.map(|fact| format!("{part}: {}", fact.0)).collect();
    names.into_iter().collect()
}
