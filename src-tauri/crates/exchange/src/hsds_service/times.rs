//! When a service of open data is open, in words.

use super::{Object, ServiceReader};

impl ServiceReader<'_> {
    pub(super) fn times(&mut self, service: &Object) -> String {
        let mut lines = Vec::new();
        for schedule in self.list(service, "schedules") {
            let mut part = |key: &str| self.text(schedule, key, "schedules");
            let days = part("byday").map(|days| in_days(&days));
            let hours = match (part("opens_at"), part("closes_at")) {
                (Some(from), Some(to)) => Some(format!("{} to {}", hour(&from), hour(&to))),
                (Some(from), None) => Some(format!("from {}", hour(&from))),
                (None, Some(to)) => Some(format!("until {}", hour(&to))),
                (None, None) => None,
            };
            let when = [days, hours]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ");
            let words = part("description");
            let line = match (when.is_empty(), words) {
                (true, words) => words.unwrap_or_default(),
                (false, Some(words)) => format!("{when}. {words}"),
                (false, None) => when,
            };
            if !line.is_empty() {
                lines.push(line);
            }
        }
        lines.join("\n")
    }
}

fn in_days(days: &str) -> String {
    let named = days.split(',').map(|day| match day.trim() {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        "SU" => "Sunday",
        other => other,
    });
    named.collect::<Vec<_>>().join(", ")
}

fn hour(time: &str) -> &str {
    match time.get(..5) {
        Some(short) if time.as_bytes().get(2) == Some(&b':') => short,
        _ => time,
    }
}
