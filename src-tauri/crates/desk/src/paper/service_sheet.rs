//! A service on one page, to refer by. What is kept beside the entry here is never on it.

use chrono::NaiveDate;
use directory::{Assurance, ServiceState};
use document::{Block, Document, PageSize};
use law::Checked;
use press::{Printed, Stylesheet};

use super::card::{on_one_side, warning};
use super::directory_paper::{
    confirmed, contact, dated, eligibility, key_values, not_for, referrals, stands,
};
use super::running::Running;
use crate::{Fault, ServicePage};

/// What the sheet says.
pub(crate) struct Sheet<'e> {
    pub(crate) running: Running<'e>,
    pub(crate) page: &'e ServicePage,
    pub(crate) as_at: NaiveDate,
}

/// A text that is longer than this is cut where the sheet would not fit one side.
const SHORT: usize = 360;

impl Sheet<'_> {
    /// The sheet on one side of A4: set closer where it is long, with long texts cut, and that said,
    /// where it is longer still.
    pub(crate) fn print(&self) -> Result<(Document, Printed), Fault> {
        let tries = [
            (Stylesheet::report(), usize::MAX),
            (Stylesheet::bench(), usize::MAX),
            (Stylesheet::bench(), SHORT),
            (Stylesheet::bench(), SHORT / 4),
        ];
        for (stylesheet, longest) in tries {
            let document = self.document(longest);
            if let Some(printed) = on_one_side(&document, &stylesheet)? {
                return Ok((document, printed));
            }
        }
        Err(Fault::PaperFailed)
    }

    fn document(&self, longest: usize) -> Document {
        let row = &self.page.row;
        let service = &row.service;
        let mut blocks = vec![Block::Title {
            text: service.name.clone(),
            sub: Some(format!(
                "{} · {} · as at {}",
                row.kind_label,
                row.area_label,
                casework::date(self.as_at)
            )),
        }];
        blocks.extend(self.warnings().iter().map(|says| warning(says)));
        let mut cut = false;
        let mut short = |says: String| match cut_after(&says, longest) {
            Some(begun) => {
                cut = true;
                begun
            }
            None => says,
        };
        for (title, pairs) in self.parts() {
            let pairs: Vec<(&str, String)> = pairs
                .into_iter()
                .map(|(key, says)| (key, short(says)))
                .collect();
            if !pairs.is_empty() {
                blocks.push(Block::heading(1, title));
                blocks.push(key_values(pairs));
            }
        }
        if cut {
            blocks.push(Block::paragraph(
                "Texts that end in … are cut for want of room. The program shows them whole.",
            ));
        }
        Document {
            size: PageSize::A4,
            blocks,
            ..self.running.around(
                &format!("Service: {}", service.name),
                format!("Service sheet · {}", service.name),
                false,
            )
        }
    }

    /// What the reader must not miss before referring anybody.
    fn warnings(&self) -> Vec<String> {
        let row = &self.page.row;
        let old = match row.assurance {
            Assurance::Expired => {
                Some("Do not rely on this sheet: the entry was last confirmed over a year ago.")
            }
            Assurance::Stale => Some(
                "Do not rely on this sheet without asking: the entry was last confirmed some time \
                 ago.",
            ),
            Assurance::NeverAssured => Some(
                "Do not rely on this sheet without asking: nobody here has confirmed the entry.",
            ),
            Assurance::InTheFuture => {
                Some("Do not rely on this sheet: it is said to be confirmed on a day to come.")
            }
            Assurance::Fresh | Assurance::Due => None,
        };
        let state = match row.service.state {
            ServiceState::Historical => {
                Some("This service has ended. Nobody can be referred to it.")
            }
            ServiceState::Planned => Some("This service was announced and is not yet running."),
            ServiceState::Current | ServiceState::Unknown => None,
        };
        let checked = match row.service.checked {
            Checked::Unverified => Some("The facts of this entry were not checked. [?]"),
            Checked::Verified => None,
        };
        let all = [state, old, checked].into_iter().flatten();
        all.map(str::to_owned).collect()
    }

    fn parts(&self) -> [(&'static str, Vec<(&'static str, String)>); 4] {
        let page = self.page;
        let service = &page.row.service;
        let mut refer = vec![("Referrals", referrals(service))];
        refer.push((
            "How to refer",
            service
                .how_to_refer
                .clone()
                .unwrap_or_else(|| "Not recorded: ask the provider".to_owned()),
        ));
        refer.push((
            "Contact",
            contact(service, self.as_at).unwrap_or_else(|| "Not recorded".to_owned()),
        ));
        refer.push((
            "Orders",
            joined(page.options.iter().map(|option| option.name.as_str()))
                .unwrap_or_else(|| "Not recorded".to_owned()),
        ));
        refer.extend(order_needed(service.eligibility.order_needed.as_deref()));
        let mut who = vec![("Who for", eligibility(&service.eligibility))];
        who.push((
            "Not for",
            not_for(service).unwrap_or_else(|| "Not stated".to_owned()),
        ));
        who.extend(joined(page.groups.iter().map(String::as_str)).map(|all| ("Groups", all)));
        who.extend(joined(page.outcomes.iter().map(String::as_str)).map(|all| ("Needs", all)));
        let mut what = vec![("What it involves", service.description.clone())];
        let written = [
            ("Length", &service.length),
            ("Where and when", &service.times),
            ("Cost", &service.cost),
            ("Access", &service.access),
            ("Provided by", &service.provider),
        ];
        for (key, says) in written {
            what.extend(says.clone().map(|says| (key, says)));
        }
        what.push((
            "People of",
            joined(page.councils.iter().map(String::as_str)).unwrap_or_default(),
        ));
        what.extend(joined(page.courts.iter().map(String::as_str)).map(|all| ("Courts", all)));
        what.extend(joined(page.prisons.iter().map(String::as_str)).map(|all| ("Prisons", all)));
        [
            ("To refer somebody", refer),
            ("Whom it takes", who),
            ("What it is", what),
            ("How sure this is", self.sureness()),
        ]
    }

    fn sureness(&self) -> Vec<(&'static str, String)> {
        let row = &self.page.row;
        let service = &row.service;
        let mut pairs = vec![("Stands", stands(row).to_owned())];
        let by = service.assured_by.as_ref();
        let by = by.map_or_else(String::new, |post| format!(", by {post}"));
        pairs.push(("Confirmed", confirmed(row) + &by));
        let source = service.source.clone();
        let source = source.unwrap_or_else(|| "Not recorded".to_owned());
        pairs.push(("Source", format!("{source}. {}.", dated(service))));
        if !service.unverified.is_empty() {
            let parts = service
                .unverified
                .join(", ")
                .replace("elig_", "")
                .replace('_', " ");
            pairs.push(("Not checked", format!("{parts} [?]")));
        }
        pairs
    }
}

fn order_needed(code: Option<&str>) -> Option<(&'static str, String)> {
    let says = match code? {
        "yes" => "An order or a decision of the court is needed",
        "no" => "It is open without an order",
        "either" => "It takes people with an order and without one",
        _ => return None,
    };
    Some(("Order needed", says.to_owned()))
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let all: Vec<&str> = names.collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// The beginning of a text that is too long, cut after a whole word; none where it is not.
fn cut_after(says: &str, longest: usize) -> Option<String> {
    let (end, _) = says.char_indices().nth(longest)?;
    let begun = says.get(..end)?;
    let whole = begun.rsplit_once(' ').map_or(begun, |(whole, _)| whole);
    Some(format!("{whole} …"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_after_a_whole_word() {
        assert_eq!(cut_after("one two three", 9).as_deref(), Some("one two …"));
        assert_eq!(cut_after("one two", 7), None);
        assert_eq!(cut_after("one two", usize::MAX), None);
    }
}
