//! A row of a table as a service: every part read, and every fault of the row named.

mod cells;
mod places;

use chrono::NaiveDate;
use directory::{
    CourtId, Eligibility, FeedAssurance, OrganisationId, PrisonId, Referrals, Service, ServiceId,
    ServiceState,
};
use law::{Checked, OptionId};

use crate::Reading;
use crate::faults::{Faults, shown};
use crate::heading_map::HeadingMap;
use crate::known::Known;
use crate::own_codes::{CHECKS, INTAKES, STATES, is_language};
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

    fn source_date(&mut self) -> Option<String> {
        let text = self.some_date("source_date")?;
        let today = self.reading.today.to_string();
        if text.get(..) > today.get(..text.len()) && text.starts_with(|l: char| l.is_ascii_digit())
        {
            self.fault("source_date", format!("{} has not come yet.", shown(&text)));
        }
        Some(text)
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
}
