//! The cells of a row, each read as what it must be: a text, a number, a day, a code.

use std::str::FromStr;

use chrono::NaiveDate;

use super::RowReader;
use crate::cell;
use crate::dates::{full_date, some_date};
use crate::faults::shown;
use crate::known::Known;
use crate::own_codes::of_code;
use crate::table::Row;

impl<'a> RowReader<'a> {
    /// Every cell of the row that holds a part, made plain.
    pub(super) fn take_cells(&mut self, row: &Row) {
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

    pub(super) fn text(&self, heading: &str) -> String {
        let cell = self.cells.iter().find(|(name, _)| *name == heading);
        cell.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    pub(super) fn optional(&self, heading: &str) -> Option<String> {
        Some(self.text(heading)).filter(|text| !text.is_empty())
    }

    pub(super) fn list(&self, heading: &str) -> Vec<String> {
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

    pub(super) fn number(&mut self, heading: &'static str, most: u32, wanted: &str) -> Option<u32> {
        let text = self.optional(heading)?;
        let number = u32::from_str(&text).ok().filter(|number| *number <= most);
        if number.is_none() {
            self.fault(heading, format!("\"{}\" is not {wanted}.", shown(&text)));
        }
        number
    }

    pub(super) fn some_date(&mut self, heading: &'static str) -> Option<String> {
        let text = self.optional(heading)?;
        if let Err((says, offers)) = some_date(&text) {
            self.fault_offering(heading, says, offers);
        }
        Some(text)
    }

    pub(super) fn full_date(&mut self, heading: &'static str) -> Option<NaiveDate> {
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
    pub(super) fn past_date(&mut self, heading: &'static str) -> Option<NaiveDate> {
        let date = self.full_date(heading)?;
        if date > self.reading.today {
            self.fault(heading, format!("{date} has not come yet."));
        }
        Some(date)
    }

    pub(super) fn coded(&mut self, heading: &'static str, list: &str) -> Option<String> {
        let code = self.optional(heading)?;
        self.try_code(heading, list, &code);
        Some(code)
    }

    pub(super) fn codes(&mut self, heading: &'static str, list: &str) -> Vec<String> {
        let codes = self.list(heading);
        for code in &codes {
            self.try_code(heading, list, code);
        }
        codes
    }

    pub(super) fn try_code(&mut self, heading: &'static str, list: &str, code: &str) {
        if !self.known.has_code(list, code) {
            let offers = self.known.codes_of(list);
            let says = format!("\"{}\" is not a code of the list.", shown(code));
            self.fault_offering(heading, says, Some(format!("One of: {offers}.")));
        }
    }

    pub(super) fn listed<T>(
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

    pub(super) fn one_of<T: Copy + PartialEq>(
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

    pub(super) fn fault(&mut self, heading: &'static str, says: impl Into<String>) {
        self.fault_offering(heading, says.into(), None);
    }

    /// A fault is named by the heading that the file has.
    pub(super) fn fault_offering(
        &mut self,
        heading: &'static str,
        says: String,
        offers: Option<String>,
    ) {
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
