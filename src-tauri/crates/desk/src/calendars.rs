//! The calendars of courts and councils that the office keeps, for whatever counts working days.

use std::collections::BTreeMap;

use chrono::Datelike;
use directory::{CouncilId, CourtId};
use reckoning::{CalendarKind, KeptCalendar, KeptDay};
use serde::Serialize;

use crate::{Act, Desk, Fault};

/// The setting that holds them, by the id of the court or the council.
const SETTING: &str = "calendars";
/// More days than a place is closed in ten years.
const MOST_DAYS: usize = 400;
/// How long a day's name may be, in letters.
const LONGEST_NAME: usize = 80;

/// The days of each place.
type Days = BTreeMap<String, Vec<KeptDay>>;

/// A calendar that is kept, as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct CalendarRow {
    /// The court or the council, by id.
    pub place: String,
    /// Its name.
    pub name: String,
    /// Its days, in order.
    pub days: Vec<KeptDay>,
}

impl Desk {
    /// The calendars that are kept here, by the name of the court or the council.
    pub fn kept_calendars(&self) -> Result<Vec<CalendarRow>, Fault> {
        self.leave(Act::ReadCalendars, &[])?;
        self.calendar_rows()
    }

    /// Keeps the days of a court or a council, in place of those that were kept. Without days it is
    /// kept no longer.
    ///
    /// A day stands once, has a name, and lies between 1990 and 2100.
    pub fn keep_calendar(
        &mut self,
        place: &str,
        days: &[KeptDay],
    ) -> Result<Vec<CalendarRow>, Fault> {
        let mut audit = self.leave(Act::KeepCalendar, &[])?;
        if self.calendar_of(place).is_none() {
            return Err(bad("place"));
        }
        let days = tidied(days)?;
        let mut kept = self.kept_days()?;
        if days.is_empty() {
            kept.remove(place);
        } else {
            kept.insert(place.to_owned(), days);
        }
        audit.records = vec![place.to_owned()];
        self.store.set_setting_noted(SETTING, &kept, &audit)?;
        self.calendar_rows()
    }

    /// The calendars as a reckoning takes them.
    pub(crate) fn kept_calendars_now(&self) -> Result<Vec<KeptCalendar>, Fault> {
        let mut calendars: Vec<KeptCalendar> = self
            .kept_days()?
            .into_iter()
            .filter_map(|(place, days)| {
                let (kind, name) = self.calendar_of(&place)?;
                Some(KeptCalendar {
                    kind,
                    place,
                    name,
                    days,
                })
            })
            .collect();
        calendars.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(calendars)
    }

    fn calendar_rows(&self) -> Result<Vec<CalendarRow>, Fault> {
        let rows = self.kept_calendars_now()?.into_iter().map(
            |KeptCalendar {
                 place, name, days, ..
             }| CalendarRow { place, name, days },
        );
        Ok(rows.collect())
    }

    fn kept_days(&self) -> Result<Days, Fault> {
        Ok(self.store.setting(SETTING)?.unwrap_or_default())
    }

    /// Whose calendar it would be: a court's or a council's, and its name.
    fn calendar_of(&self, place: &str) -> Option<(CalendarKind, String)> {
        let court = self.edition.court(&CourtId(place.to_owned()));
        let court = court.map(|court| (CalendarKind::Court, court.name.clone()));
        court.or_else(|| {
            let council = self.edition.council(&CouncilId(place.to_owned()))?;
            Some((CalendarKind::Council, council.name.clone()))
        })
    }
}

/// The days in order, their names without spaces around them.
fn tidied(days: &[KeptDay]) -> Result<Vec<KeptDay>, Fault> {
    let mut tidy: Vec<KeptDay> = days
        .iter()
        .map(|KeptDay { day, name }| KeptDay {
            day: *day,
            name: name.trim().to_owned(),
        })
        .collect();
    tidy.sort();
    let sound = |kept: &KeptDay| {
        let letters = kept.name.chars();
        (1990..=2100).contains(&kept.day.year())
            && !kept.name.is_empty()
            && letters.clone().count() <= LONGEST_NAME
            && !letters.clone().any(char::is_control)
    };
    let twice = tidy.windows(2).any(|two| match two {
        [one, other] => one.day == other.day,
        _ => false,
    });
    if twice || tidy.len() > MOST_DAYS || !tidy.iter().all(sound) {
        return Err(bad("days"));
    }
    Ok(tidy)
}

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.to_owned(),
    }
}
