//! The calendar that a reckoning uses: the bank holidays of the edition, the calendars that are kept
//! here, and the court, council and prison days that the person entered. No local day is ever part of the content.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use law::{Checked, FactId};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Closed, is_weekend};
use crate::civil_day::in_full;
use crate::sheet::Sheet;
use crate::{CalendarInput, Holiday, KeptDay, Template};

/// A calendar that may close a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarKind {
    /// The Scottish bank holidays.
    National,
    /// The holidays of the court's district, set by act of court.
    Court,
    /// The council's own public holidays.
    Council,
    /// Days on which a prison or an escort does nothing.
    Prison,
}

/// How working days are counted, in words, and which inputs tell of closed days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CalendarWords {
    /// The calendars that count where none are chosen.
    pub default: Vec<CalendarKind>,
    /// The calculator whose inputs tell of closed days.
    pub inputs_of: String,
    /// The holiday that is no bank holiday and on which much is closed.
    pub easter: String,
    /// What is counted; places `calendars`.
    pub counted: Template,
    /// A day left out; places `day`, `why`.
    pub left_out: Template,
    /// Nothing was left out but weekends.
    pub nothing_left_out: String,
    /// The day itself is not a working day; places `day`, `why`.
    pub not_working: Template,
    /// What a weekend is called as a reason.
    pub weekend: String,
    /// What a day of the court's calendar is called; of the council's; of the prison's.
    pub court_day: String,
    /// What a day of the council's calendar is called.
    pub council_day: String,
    /// What a day of the prison's calendar is called.
    pub prison_day: String,
    /// The year has no table of bank holidays; place `year`.
    pub no_table: Template,
    /// No court holiday of the year was entered; place `year`.
    pub no_court_days: Template,
    /// No council holiday of the year was entered; place `year`.
    pub no_council_days: Template,
    /// Easter Monday was counted as a working day; place `day`.
    pub easter_counted: Template,
    /// How a kept calendar of a court is chosen.
    pub court_calendar: CalendarInput,
    /// How a kept calendar of a council is chosen.
    pub council_calendar: CalendarInput,
    /// Why a day of a kept calendar is left out; places `name`, `place`.
    pub kept_day: Template,
    /// The provision or practice behind it.
    pub authority: String,
    /// The names of the calendars in a sentence, in the order of their kinds.
    pub names: Vec<String>,
}

/// The calendar of one reckoning, with what it rests on.
pub(crate) struct Chosen {
    pub calendar: Calendar,
    kinds: BTreeSet<CalendarKind>,
    entered: BTreeSet<(CalendarKind, i32)>,
    easter_mondays: Vec<NaiveDate>,
}

/// The calendar that the facts choose.
pub(crate) fn chosen(sheet: &Sheet<'_>) -> Chosen {
    let words = &sheet.book.calendar;
    let input = |name: &str| FactId(format!("{}-{name}", words.inputs_of));
    let kinds = sheet.list(&input("calendars")).map_or_else(
        || words.default.iter().copied().collect(),
        |ids| ids.iter().filter_map(|id| kind_of(id)).collect(),
    );
    let worked = sheet.list(&input("at-work")).unwrap_or_default();
    let easter_closed = sheet.flag(&input("easter-monday")).unwrap_or(false);
    let mut found = Chosen {
        calendar: Calendar::default(),
        kinds,
        entered: BTreeSet::new(),
        easter_mondays: Vec::new(),
    };
    for holiday in &sheet.book.holidays {
        let is_easter = holiday.id == words.easter;
        if is_easter && !easter_closed {
            found.easter_mondays.push(holiday.day);
        }
        let national = holiday.national
            && found.kinds.contains(&CalendarKind::National)
            && !worked.contains(&holiday.id);
        if national || (is_easter && easter_closed) {
            found.calendar.close(holiday.day, named(holiday));
        }
    }
    let rows = [
        (CalendarKind::Court, "court-holiday", &words.court_day),
        (CalendarKind::Council, "council-holiday", &words.council_day),
        (CalendarKind::Prison, "prison-day", &words.prison_day),
    ];
    for (kind, row, name) in rows {
        if found.kinds.contains(&kind) {
            for number in 1..=u8::MAX {
                let id = input(&format!("{row}-{number}"));
                if !sheet.entry.asks.contains(&id) {
                    break;
                }
                if let Some(day) = sheet.date(&id) {
                    found.entered.insert((kind, day.year()));
                    found.calendar.close(day, entered(name));
                }
            }
        }
    }
    found.take_kept(sheet);
    found
}

fn kind_of(id: &str) -> Option<CalendarKind> {
    Some(match id {
        "national" => CalendarKind::National,
        "court" => CalendarKind::Court,
        "council" => CalendarKind::Council,
        "prison" => CalendarKind::Prison,
        _ => return None,
    })
}

fn named(holiday: &Holiday) -> Closed {
    Closed {
        why: holiday.name.clone(),
        authority: Some(holiday.authority.clone()),
        checked: holiday.checked,
    }
}

fn entered(name: &str) -> Closed {
    Closed {
        why: name.to_owned(),
        authority: None,
        checked: Checked::Verified,
    }
}

impl Chosen {
    /// Closes the days of the kept calendars that were chosen.
    fn take_kept(&mut self, sheet: &Sheet<'_>) {
        let words = &sheet.book.calendar;
        let chosen = sheet.given.kept.iter().filter(|calendar| {
            let input = words.chosen_by(calendar.kind);
            let choice = input.and_then(|input| sheet.choice(&input));
            self.kinds.contains(&calendar.kind) && choice.as_ref() == Some(&calendar.place)
        });
        for calendar in chosen {
            for KeptDay { day, name } in &calendar.days {
                self.entered.insert((calendar.kind, day.year()));
                let place = [("name", name.as_str()), ("place", calendar.name.as_str())];
                self.calendar
                    .close(*day, entered(&words.kept_day.with(&place)));
            }
        }
    }

    /// Tells on the sheet what was counted and left out between two days, and warns of the years
    /// that have no calendar.
    pub(crate) fn tell(&self, sheet: &mut Sheet<'_>, one: NaiveDate, other: NaiveDate) {
        let words = &sheet.book.calendar;
        let names: Vec<&str> = self
            .kinds
            .iter()
            .filter_map(|kind| words.names.get(*kind as usize))
            .map(String::as_str)
            .collect();
        let counted = words.counted.with(&[("calendars", &names.join(", "))]);
        sheet.sum(counted);
        let mut any = false;
        for (day, closed) in self.calendar.left_out(one, other) {
            any = true;
            let says = words
                .left_out
                .with(&[("day", &in_full(day)), ("why", &closed.why)]);
            sheet.step(says, closed.authority.as_deref(), closed.checked);
        }
        if !any {
            sheet.sum(words.nothing_left_out.clone());
        }
        self.warn_of_years(sheet, one, other);
        let (first, last) = (one.min(other), one.max(other));
        for day in &self.easter_mondays {
            if (first..=last).contains(day) {
                sheet.warn(words.easter_counted.with(&[("day", &in_full(*day))]));
            }
        }
    }

    /// Why a day is not a working day.
    pub(crate) fn why_not(&self, sheet: &Sheet<'_>, day: NaiveDate) -> Option<String> {
        let words = &sheet.book.calendar;
        let why = match self.calendar.why_closed(day) {
            Some(closed) => closed.why.clone(),
            None if is_weekend(day) => words.weekend.clone(),
            None => return None,
        };
        Some(
            words
                .not_working
                .with(&[("day", &in_full(day)), ("why", &why)]),
        )
    }

    fn warn_of_years(&self, sheet: &mut Sheet<'_>, one: NaiveDate, other: NaiveDate) {
        let words = &sheet.book.calendar;
        let (first, last) = (one.min(other).year(), one.max(other).year());
        for year in first..=last {
            let number = year.to_string();
            let place = [("year", number.as_str())];
            let has_table = sheet.book.holidays.iter().any(|h| h.day.year() == year);
            if self.kinds.contains(&CalendarKind::National) && !has_table {
                sheet.warn(words.no_table.with(&place));
                sheet.rests_on(Checked::Unverified);
            }
            let local = [
                (CalendarKind::Court, &words.no_court_days),
                (CalendarKind::Council, &words.no_council_days),
            ];
            for (kind, says) in local {
                if self.kinds.contains(&kind) && !self.entered.contains(&(kind, year)) {
                    sheet.warn(says.with(&place));
                }
            }
        }
    }
}
