//! What a service of open data says, part by part.

use std::collections::{BTreeSet, HashMap};

use crate::column::COLUMNS;
use crate::table::Row;

/// How a service of open data says some things.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    /// Whether it names a taxonomy of ours as we write it by the UK profile.
    pub ours_in_uk: bool,
    /// Whether it says in words who provides it, beside naming an organisation.
    pub provider_in_words: bool,
    /// Whether it names those who deliver it with the first.
    pub partners: bool,
}

/// Which things of its lists the entry does not hold, by their places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unheld {
    pub(super) attributes: BTreeSet<usize>,
    pub(super) languages: BTreeSet<usize>,
    pub(super) places: BTreeSet<usize>,
}

impl Unheld {
    /// Whether the entry does not hold a thing of a list.
    pub(crate) fn has(&self, list: &str, at: usize) -> bool {
        let places = match list {
            "attributes" => &self.attributes,
            "languages" => &self.languages,
            "service_at_locations" => &self.places,
            _ => return false,
        };
        places.contains(&at)
    }
}

/// What a service of open data says of its parts, by our own headings.
pub(crate) struct Told {
    pub(super) cells: HashMap<&'static str, String>,
    /// The feed's own id.
    pub foreign_id: String,
    /// The description as the feed has it, and what else the feed says of whom it takes: it is
    /// added to the description unless we wrote it ourselves.
    pub who: Option<String>,
    /// The alert: added to the description unless we wrote it ourselves.
    pub alert: Option<String>,
    /// What else is plain of how it says things.
    pub marks: Marks,
    /// What of its lists the entry does not hold.
    pub unheld: Unheld,
}

impl Told {
    /// The parts as a row of a table with every column of ours.
    pub(crate) fn row(&self, number: u32) -> Row {
        let cells = COLUMNS
            .iter()
            .map(|column| self.cells.get(column.heading).cloned().unwrap_or_default());
        Row {
            number,
            cells: cells.collect(),
        }
    }

    /// Whether the service says anything of a part.
    pub(crate) fn tells(&self, heading: &str) -> bool {
        self.cells.contains_key(heading)
    }
}

/// Where a part of ours stands in open data, for the fault that names it.
pub(crate) fn path_of(heading: &'static str) -> &'static str {
    match heading {
        "id" | "foreign_ids" => "id",
        "elig_age_min" => "minimum_age",
        "elig_age_max" => "maximum_age",
        "provider" | "provider_org_ids" => "organization",
        "areas_served" => "service_areas",
        "state" => "status",
        "other_names" => "alternate_name",
        "how_to_refer" => "application_process",
        "times" => "schedules",
        "cost" => "fees_description",
        "access" => "service_at_locations",
        "assured_on" => "assured_date",
        "contact" => "contacts",
        "parent_id" => "program",
        "kind" | "setting" | "offender_groups" | "outcomes" | "elig_sex" | "order_needed"
        | "disposal_ids" | "court_ids" | "status" => "attributes",
        other => other,
    }
}
