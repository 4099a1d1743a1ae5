//! "Nothing suitable": noting it, and counting it.
//!
//! A gap names nobody. The record it was noted from is shown to whoever may read that record, and to
//! nobody else.

use casework::{CaseId, Person, ReportId};
use directory::{Gap, GapId, gap_matrix};
use store::GapFilter;
use uuid::Uuid;

use crate::directory_editing::text::{bad, tidy};
use crate::gate::Record;
use crate::{Act, Desk, Fault, GapLine, GapSearch, Gaps, NewGap, Permission};

/// How many gaps are listed at most.
const LINES: usize = 200;

/// The shortest number of a case that is looked for in a text: a shorter one stands in many.
const SHORTEST: usize = 4;

impl Desk {
    /// Notes that nothing suitable was there.
    pub fn note_gap(&mut self, gap: &NewGap) -> Result<GapId, Fault> {
        self.leave(Act::NoteGap, &[])?;
        let record = gap.record.map(|id| self.record_named(id)).transpose()?;
        let mut audit = self.leave(Act::NoteGap, record.as_slice())?;
        let mut wanted = gap.wanted.clone();
        tidy("wanted", &mut wanted)?;
        if let (Some(record), Some(wanted)) = (record, &wanted) {
            let (reference, case) = self.case_named(self.case_behind(record)?)?;
            if names(&case.person, &reference, wanted) {
                return Err(bad("wanted"));
            }
        }
        self.is_known(gap)?;
        let gap = Gap {
            id: GapId(self.surroundings.new_id()),
            need: gap.need.clone(),
            council: gap.council.clone(),
            provision: gap.provision,
            option: gap.option.clone(),
            wanted,
            on: self.today_date(),
            record: gap.record,
        };
        audit.records.push(gap.id.0.to_string());
        let user = self.session.profile.user;
        self.store.put_gap(&gap, user, &audit)?;
        Ok(gap.id)
    }

    /// Gaps by need and council, and their lines; the cases only to those who may see them.
    pub fn gaps(&self, search: &GapSearch) -> Result<Gaps, Fault> {
        self.leave(Act::ReadGaps, &[])?;
        let gaps = self.store.gaps(&GapFilter {
            from: search.from,
            until: search.until,
            council: search.council.clone(),
            need: search.need.clone(),
        })?;
        let matrix = gap_matrix(&gaps);
        let lines = gaps.into_iter().take(LINES).map(|gap| self.gap_line(gap));
        Ok(Gaps {
            matrix,
            lines: lines.collect::<Result<_, _>>()?,
        })
    }

    fn gap_line(&self, mut gap: Gap) -> Result<GapLine, Fault> {
        let case = match gap.record {
            Some(record) => self.case_shown(record)?,
            None => None,
        };
        if case.is_none() {
            gap.record = None;
        }
        Ok(GapLine {
            need: self.register.words_for("outcome", &gap.need).to_owned(),
            council: self.register.council_name(&gap.council),
            case_id: case.as_ref().map(|(id, _)| id.0),
            case: case.map(|(_, words)| words),
            gap,
        })
    }

    /// The case behind a record, where it is the person's own and a role of theirs reads cases.
    fn case_shown(&self, record: Uuid) -> Result<Option<(CaseId, String)>, Fault> {
        if !self.may(Permission::ReadCases) {
            return Ok(None);
        }
        let Ok(record) = self.record_named(record) else {
            return Ok(None);
        };
        if !self.owns(record)? {
            return Ok(None);
        }
        let id = self.case_behind(record)?;
        let (reference, case) = self.case_named(id)?;
        let words = format!("{reference} {}", case.person.listed_name());
        Ok(Some((id, words)))
    }

    /// The case or report of an id.
    fn record_named(&self, id: Uuid) -> Result<Record, Fault> {
        if self.store.case(CaseId(id))?.is_some() {
            return Ok(Record::Case(CaseId(id)));
        }
        match self.store.draft(ReportId(id))? {
            Some(draft) => Ok(Record::Report(draft.id)),
            None => Err(Fault::NotFound),
        }
    }

    fn case_behind(&self, record: Record) -> Result<CaseId, Fault> {
        match record {
            Record::Case(id) => Ok(id),
            Record::Report(id) => {
                let draft = self.store.draft(id)?;
                draft.map(|draft| draft.case).ok_or(Fault::NotFound)
            }
            Record::Conference(_) | Record::Issue(_) => Err(Fault::NotFound),
        }
    }

    fn is_known(&self, gap: &NewGap) -> Result<(), Fault> {
        let mut needs = self.register.codes("outcome");
        if !needs.any(|need| need.code == gap.need) {
            return Err(bad("need"));
        }
        if self.register.council(&gap.council).is_none() {
            return Err(bad("council"));
        }
        let known = |id: &law::OptionId| {
            let mut codes = self.register.codes("disposal");
            self.edition.option(id).is_some() || codes.any(|code| code.code == id.0)
        };
        if !gap.option.as_ref().is_none_or(known) {
            return Err(bad("option"));
        }
        Ok(())
    }
}

/// Whether a text names the person of a case, or the case. A forename counts where it is written as
/// a name: "will" is a word, and "Will" somebody.
fn names(person: &Person, reference: &str, text: &str) -> bool {
    let words: Vec<(String, bool)> = words(text)
        .map(|word| (word.to_lowercase(), word.starts_with(char::is_uppercase)))
        .collect();
    let says = |name: &str| words.iter().any(|(word, _)| *word == name.to_lowercase());
    let addresses = |name: &str| words.contains(&(name.to_lowercase(), true));
    let called = person.known_as.iter().flat_map(|name| self::words(name));
    let mut given = self::words(&person.forenames).chain(called);
    let numbers = [&person.chs_number, &person.local_number]
        .into_iter()
        .flatten();
    let mut numbers = numbers.map(String::as_str).chain([reference]);
    let small = text.to_lowercase();
    let holds = |number: &str| number.len() >= SHORTEST && small.contains(&number.to_lowercase());
    self::words(&person.surname).any(|name| name.chars().count() > 1 && says(name))
        || given.any(|name| name.chars().count() > 1 && addresses(name))
        || numbers.any(holds)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}
