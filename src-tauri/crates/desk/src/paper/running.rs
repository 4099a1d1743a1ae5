//! What stands around a paper of the menus: marking, overprint, head and foot.

use chrono::{DateTime, Utc};
use document::{Block, Document, PageSize};
use edition::Edition;

use crate::surroundings::civil_date;

/// What every page of a paper says, and when it was made.
pub(crate) struct Running<'e> {
    pub(crate) edition: &'e Edition,
    pub(crate) demonstration: bool,
    pub(crate) produced: DateTime<Utc>,
}

impl Running<'_> {
    /// A paper with a title and a head. One that says something of a case is sensitive.
    pub(crate) fn around(&self, title: &str, head: String, of_a_case: bool) -> Document {
        let marking = if of_a_case {
            "OFFICIAL-SENSITIVE"
        } else {
            "OFFICIAL"
        };
        Document {
            title: title.to_owned(),
            language: "en-GB".into(),
            size: PageSize::A4,
            marking: marking.to_owned(),
            overprint: self.demonstration.then(|| "DEMONSTRATION".to_owned()),
            running_head: head,
            running_foot: format!(
                "Edition {} · printed {}",
                self.edition.label.name,
                casework::short_date(civil_date(self.produced))
            ),
            contents: false,
            produced: self.produced,
            blocks: Vec::<Block>::new(),
        }
    }
}
