//! A row of a table as a service: every part read, and every fault of the row named.

use std::str::FromStr;

use chrono::NaiveDate;
use directory::{
    Area, CouncilId, CourtId, Eligibility, FeedAssurance, Intake, OrganisationId, PrisonId,
    Referrals, Service, ServiceId, ServiceState,
};
use law::{Checked, OptionId};

use crate::Reading;
use crate::cell;
use crate::dates::{full_date, some_date};
use crate::faults::Faults;
use crate::heading_map::HeadingMap;
use crate::known::{Known, is_foreign_code};
use crate::table::Row;

/// A row, read: a service, and what the row says that is not a part of one.
pub(crate) struct ReadRow {
    pub row: u32,
    pub service: Service,
    /// Whether the row names the entry by an id.
    pub has_id: bool,
    pub foreign_ids: Vec<String>,
    /// The day of a confirmation, and whose: it may be our own coming back, or a feed's.
    pub assured: Option<(NaiveDate, Option<String>)>,
    pub feed_assurance: Option<FeedAssurance>,
}

const STATES: [(&str, ServiceState); 4] = [
    ("current", ServiceState::Current),
    ("historical", ServiceState::Historical),
    ("planned", ServiceState::Planned),
    ("unknown", ServiceState::Unknown),
];

const INTAKES: [(&str, Intake); 4] = [
    ("not-stated", Intake::NotStated),
    ("taking", Intake::Taking),
    ("waiting-list", Intake::WaitingList),
    ("paused", Intake::Paused),
];

const CHECKS: [(&str, Checked); 2] = [
    ("verified", Checked::Verified),
    ("unverified", Checked::Unverified),
];

/// The code of a state in our own table.
pub(crate) fn state_code(state: ServiceState) -> &'static str {
    code_of(&STATES, state)
}

/// The state with a code of our own table.
pub(crate) fn state_of(code: &str) -> Option<ServiceState> {
    of_code(&STATES, code)
}

/// The code of how a service stands to new people.
pub(crate) fn intake_code(intake: Intake) -> &'static str {
    code_of(&INTAKES, intake)
}

/// How a service stands to new people, by its code.
pub(crate) fn intake_of(code: &str) -> Option<Intake> {
    of_code(&INTAKES, code)
}

/// The code of whether an entry was checked.
pub(crate) fn checked_code(checked: Checked) -> &'static str {
    code_of(&CHECKS, checked)
}

/// Whether an entry was checked, by its code.
pub(crate) fn checked_of(code: &str) -> Option<Checked> {
    of_code(&CHECKS, code)
}

fn code_of<T: Copy + PartialEq>(known: &[(&'static str, T)], wanted: T) -> &'static str {
    let found = known.iter().find(|(_, value)| *value == wanted);
    found.map_or("", |(code, _)| code)
}

fn of_code<T: Copy>(known: &[(&'static str, T)], wanted: &str) -> Option<T> {
    let found = known.iter().find(|(code, _)| *code == wanted);
    found.map(|(_, value)| *value)
}

/// Reads one row after another with the same columns.
pub(crate) struct RowReader<'a> {
    pub map: &'a HeadingMap,
    pub headings: &'a [String],
    pub known: &'a Known<'a>,
    pub reading: &'a Reading<'a>,
    pub faults: &'a mut Faults,
    /// Whether a spreadsheet could run what a cell holds: then a formula is refused.
    pub runs: bool,
    cells: Vec<(&'static str, String)>,
    row: u32,
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(
        map: &'a HeadingMap,
        headings: &'a [String],
        known: &'a Known<'a>,
        reading: &'a Reading<'a>,
        faults: &'a mut Faults,
        runs: bool,
    ) -> Self {
        Self {
            map,
            headings,
            known,
            reading,
            faults,
            runs,
            cells: Vec::new(),
            row: 0,
        }
    }

    /// Reads a row.
    pub(crate) fn read(&mut self, row: &Row) -> ReadRow {
        self.row = row.number;
        self.take_cells(row);
        let id = self.id();
        let service = self.service(id.clone());
        let told = self.past_date("assured_on");
        let by = self.optional("assured_by");
        let feed_on = self.past_date("feed_assured_on");
        let feed = self.optional("feed_assured_by");
        let feed_assurance = feed_on.map(|on| FeedAssurance {
            on,
            feed: feed.unwrap_or_else(|| self.reading.name.to_owned()),
        });
        ReadRow {
            row: row.number,
            has_id: id.is_some(),
            service,
            foreign_ids: self.list("foreign_ids"),
            assured: told.map(|on| (on, by)),
            feed_assurance,
        }
    }

    fn service(&mut self, id: Option<ServiceId>) -> Service {
        let name = self.needed_name();
        let (active_from, active_to) = self.active();
        let parent = self.optional("parent_id").map(ServiceId);
        if parent.is_some() && parent == id {
            self.fault("parent_id", "The entry is named as its own family.");
        }
        let area = self.area();
        let provider = self.optional("provider");
        let jurisdiction = self.jurisdiction(&area);
        let id = id.unwrap_or_else(|| crate::ids::of_row(&name, provider.as_deref(), &area));
        Service {
            id,
            name,
            other_names: self.list("other_names"),
            kind: self.coded("kind", "programme_kind").unwrap_or_default(),
            description: self.text("description"),
            provider,
            providers: self.listed("provider_org_ids", OrganisationId, |known, id| {
                known.has_body(id)
            }),
            area,
            courts: self.listed("court_ids", CourtId, Known::has_court),
            prisons: self.listed("prison_ids", PrisonId, Known::has_prison),
            setting: self.coded("setting", "setting"),
            groups: self.codes("offender_groups", "offender_group"),
            outcomes: self.codes("outcomes", "outcome"),
            eligibility: self.eligibility(),
            options: self.listed("disposal_ids", OptionId, Known::has_option),
            referrals: self.referrals(),
            how_to_refer: self.optional("how_to_refer"),
            contact: self.optional("contact"),
            length: self.optional("length"),
            times: self.optional("times"),
            cost: self.optional("cost"),
            evidence: self.optional("evidence"),
            access: self.optional("access"),
            languages: self.languages(),
            active_from,
            active_to,
            parent,
            state: self
                .one_of("state", &STATES)
                .unwrap_or(ServiceState::Unknown),
            jurisdiction,
            source: self.optional("source"),
            source_date: self.source_date(),
            // Importing is not confirming.
            assured_on: None,
            assured_by: None,
            unverified: self.list("unverified_fields"),
            checked: self
                .one_of("status", &CHECKS)
                .unwrap_or(Checked::Unverified),
        }
    }

    /// Every cell of the row that holds a part, made plain.
    fn take_cells(&mut self, row: &Row) {
        self.cells.clear();
        for (at, column) in self.map.parts() {
            let cell = row.cells.get(at).map_or("", String::as_str);
            let safe = if self.runs {
                cell::unprotected(cell)
            } else {
                Ok(cell)
            };
            let plain = safe.and_then(|text| cell::plain(text, column.lines));
            match plain {
                Ok(text) if text.chars().count() > column.room => {
                    let says = format!(
                        "The text is {} characters long, and the most that is held here is {}.",
                        text.chars().count(),
                        column.room
                    );
                    self.fault(column.heading, says);
                }
                Ok(text) => self.cells.push((column.heading, text)),
                Err(says) => self.fault(column.heading, says),
            }
        }
    }

    fn text(&self, heading: &str) -> String {
        let cell = self.cells.iter().find(|(name, _)| *name == heading);
        cell.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    fn optional(&self, heading: &str) -> Option<String> {
        Some(self.text(heading)).filter(|text| !text.is_empty())
    }

    fn list(&self, heading: &str) -> Vec<String> {
        let text = self.text(heading);
        let parts = text.split(';').map(str::trim);
        let mut listed: Vec<String> = Vec::new();
        for part in parts.filter(|part| !part.is_empty()) {
            if !listed.iter().any(|other| other == part) {
                listed.push(part.to_owned());
            }
        }
        listed
    }

    fn id(&mut self) -> Option<ServiceId> {
        let text = self.optional("id")?;
        let fits = text.len() <= 100
            && text.starts_with(|letter: char| letter.is_ascii_alphanumeric())
            && text
                .chars()
                .all(|l| l.is_ascii_alphanumeric() || matches!(l, '-' | '_' | '.'));
        if !fits {
            self.fault(
                "id",
                "An id has small letters, figures and hyphens only, and 100 of them at most.",
            );
        }
        Some(ServiceId(text))
    }

    fn needed_name(&mut self) -> String {
        let name = self.text("name");
        let faulty = self.cells.iter().all(|(heading, _)| *heading != "name");
        if name.is_empty() && !faulty {
            self.fault("name", "A name is needed here.");
        }
        name
    }

    fn active(&mut self) -> (Option<String>, Option<String>) {
        let (from, to) = (self.some_date("active_from"), self.some_date("active_to"));
        if let (Some(from), Some(to)) = (&from, &to) {
            let length = from.len().min(to.len());
            if to.get(..length) < from.get(..length) {
                let says = format!("It ended in {to}, before it began in {from}.");
                self.fault("active_to", says);
            }
        }
        (from, to)
    }

    fn eligibility(&mut self) -> Eligibility {
        let (age_from, age_to) = (self.age("elig_age_min"), self.age("elig_age_max"));
        if let (Some(from), Some(to)) = (age_from, age_to)
            && from > to
        {
            let says = format!("The oldest age, {to}, is below the youngest, {from}.");
            self.fault("elig_age_max", says);
        }
        Eligibility {
            sex: self.coded("elig_sex", "sex"),
            age_from,
            age_to,
            offence: self.optional("elig_offence"),
            risk: self.optional("elig_risk"),
            order_needed: self.coded("order_needed", "order_needed"),
            residence: self.optional("elig_residence"),
            not_for: self.optional("not_for"),
        }
    }

    fn referrals(&mut self) -> Referrals {
        Referrals {
            intake: self.one_of("intake", &INTAKES).unwrap_or_default(),
            weeks: self.number("intake_weeks", 520, "a number of weeks"),
            next_start: self.full_date("intake_next_start"),
            places: self.number("intake_places", 10_000, "a number of places"),
            told_on: self.past_date("intake_told_on"),
        }
    }

    fn age(&mut self, heading: &'static str) -> Option<u32> {
        self.number(heading, 120, "an age in whole years")
    }

    fn number(&mut self, heading: &'static str, most: u32, wanted: &str) -> Option<u32> {
        let text = self.optional(heading)?;
        let number = u32::from_str(&text).ok().filter(|number| *number <= most);
        if number.is_none() {
            self.fault(heading, format!("\"{}\" is not {wanted}.", shown(&text)));
        }
        number
    }

    fn some_date(&mut self, heading: &'static str) -> Option<String> {
        let text = self.optional(heading)?;
        if let Err((says, offers)) = some_date(&text) {
            self.fault_offering(heading, says, offers);
        }
        Some(text)
    }

    fn source_date(&mut self) -> Option<String> {
        let text = self.some_date("source_date")?;
        let today = self.reading.today.to_string();
        if text.get(..) > today.get(..text.len()) && text.starts_with(|l: char| l.is_ascii_digit())
        {
            self.fault("source_date", format!("{} has not come yet.", shown(&text)));
        }
        Some(text)
    }

    fn full_date(&mut self, heading: &'static str) -> Option<NaiveDate> {
        let text = self.optional(heading)?;
        match full_date(&text) {
            Ok(date) => Some(date),
            Err((says, offers)) => {
                self.fault_offering(heading, says, offers);
                None
            }
        }
    }

    /// A day that must have come: nobody confirms or tells anything tomorrow.
    fn past_date(&mut self, heading: &'static str) -> Option<NaiveDate> {
        let date = self.full_date(heading)?;
        if date > self.reading.today {
            self.fault(heading, format!("{date} has not come yet."));
        }
        Some(date)
    }

    fn coded(&mut self, heading: &'static str, list: &str) -> Option<String> {
        let code = self.optional(heading)?;
        self.try_code(heading, list, &code);
        Some(code)
    }

    fn codes(&mut self, heading: &'static str, list: &str) -> Vec<String> {
        let codes = self.list(heading);
        for code in &codes {
            self.try_code(heading, list, code);
        }
        codes
    }

    fn try_code(&mut self, heading: &'static str, list: &str, code: &str) {
        if !self.known.has_code(list, code) {
            let offers = self.known.codes_of(list);
            let says = format!("\"{}\" is not a code of the list.", shown(code));
            self.fault_offering(heading, says, Some(format!("One of: {offers}.")));
        }
    }

    fn listed<T>(
        &mut self,
        heading: &'static str,
        id: impl Fn(String) -> T,
        known: impl Fn(&Known<'a>, &T) -> bool,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for text in self.list(heading) {
            let wanted = id(text.clone());
            if !known(self.known, &wanted) {
                let says = format!("\"{}\" is not in the directory.", shown(&text));
                self.fault(heading, says);
            }
            found.push(wanted);
        }
        found
    }

    fn one_of<T: Copy + PartialEq>(
        &mut self,
        heading: &'static str,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let code = self.optional(heading)?;
        let found = of_code(known, &code);
        if found.is_none() {
            let codes: Vec<&str> = known.iter().map(|(code, _)| *code).collect();
            let offers = Some(format!("One of: {}.", codes.join(", ")));
            let says = format!("\"{}\" is not a code of the list.", shown(&code));
            self.fault_offering(heading, says, offers);
        }
        found
    }

    fn languages(&mut self) -> Vec<String> {
        let codes = self.list("languages");
        for code in &codes {
            if !is_language(code) {
                let says = format!("\"{}\" is not an ISO 639 code such as gd.", shown(code));
                self.fault("languages", says);
            }
        }
        codes
    }

    fn jurisdiction(&mut self, area: &Area) -> String {
        let Some(text) = self.optional("jurisdiction") else {
            return match area {
                Area::National | Area::Councils { .. } => "Scotland".to_owned(),
                Area::Elsewhere { .. } => String::new(),
            };
        };
        if text != "Scotland" && text != "England and Wales" {
            let says = format!(
                "\"{}\" is not a jurisdiction of the directory.",
                shown(&text)
            );
            let offers = "Scotland, or England and Wales.".to_owned();
            self.fault_offering("jurisdiction", says, Some(offers));
        }
        text
    }

    fn area(&mut self) -> Area {
        if let Some(says) = self.text("areas_served").strip_prefix("elsewhere:") {
            return Area::Elsewhere {
                says: says.trim().to_owned(),
            };
        }
        let parts = self.list("areas_served");
        if parts.iter().any(|part| part == "national") {
            if parts.len() > 1 {
                self.fault(
                    "areas_served",
                    "\"national\" is every council: nothing stands beside it.",
                );
            }
            return Area::National;
        }
        let mut councils: Vec<CouncilId> = Vec::new();
        let mut elsewhere: Vec<String> = Vec::new();
        for part in parts {
            if let Some(council) = self.known.council(&part) {
                if !councils.contains(council) {
                    councils.push(council.clone());
                }
            } else if let Some(council) = self.known.successor(&part) {
                let name = self
                    .known
                    .register
                    .council(council)
                    .map(|found| found.name.clone());
                let says = format!("{part} is a code that was withdrawn.");
                let offers = format!("{}, {}", council.0, name.unwrap_or_default());
                self.fault_offering("areas_served", says, Some(offers));
            } else if is_foreign_code(&part) {
                elsewhere.push(part);
            } else {
                let says = format!(
                    "\"{}\" is not the code or the name of a council.",
                    shown(&part)
                );
                self.fault("areas_served", says);
            }
        }
        match (councils.is_empty(), elsewhere.is_empty()) {
            (false, true) => Area::Councils { councils },
            (false, false) => {
                self.fault(
                    "areas_served",
                    "Councils of Scotland and places outside it stand together.",
                );
                Area::Councils { councils }
            }
            (true, _) => Area::Elsewhere {
                says: elsewhere.join(", "),
            },
        }
    }

    fn fault(&mut self, heading: &'static str, says: impl Into<String>) {
        self.fault_offering(heading, says.into(), None);
    }

    /// A fault is named by the heading that the file has.
    fn fault_offering(&mut self, heading: &'static str, says: String, offers: Option<String>) {
        let theirs = self.map.place(heading).and_then(|at| self.headings.get(at));
        self.faults.put(crate::RowFault {
            row: Some(self.row),
            column: Some(theirs.map_or_else(|| heading.to_owned(), Clone::clone)),
            says,
            offers,
            of_directory: false,
        });
    }
}

/// Whether a text has the form of an ISO 639 code.
pub(crate) fn is_language(code: &str) -> bool {
    matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A text as a sentence quotes it: the beginning of a long one.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(MOST).collect();
    format!("{beginning}…")
}
