//! Dates as files write them: a year, a month or a day, and never one that cannot be.

use chrono::NaiveDate;

/// What is wrong with a date, and what could be put instead.
type Wrong = (String, Option<String>);

/// Tries `2018`, `2018-06` and `2018-06-27`.
pub(crate) fn some_date(text: &str) -> Result<(), Wrong> {
    let fits = match text.len() {
        4 => year(text).is_some(),
        7 => full_date(&format!("{text}-01")).is_ok(),
        _ => return full_date(text).map(|_| ()),
    };
    if fits { Ok(()) } else { Err(wrong(text)) }
}

/// Reads `2018-06-27`.
pub(crate) fn full_date(text: &str) -> Result<NaiveDate, Wrong> {
    let shaped =
        text.len() == 10 && text.is_ascii() && year(text.get(..4).unwrap_or_default()).is_some();
    let date = shaped.then(|| text.parse().ok()).flatten();
    date.ok_or_else(|| wrong(text))
}

fn year(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|year| digits && (1800..=2200).contains(year))
}

fn wrong(text: &str) -> Wrong {
    let quoted = crate::faults::shown(text);
    if looks_iso(text) {
        return (format!("There is no day {quoted}."), None);
    }
    let says = format!("\"{quoted}\" is not a date such as 2026-09-14.");
    (says, slashed(text))
}

fn looks_iso(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// What a date with strokes would be, the day first as it is written here. It is offered and never
/// taken, since elsewhere the month comes first.
fn slashed(text: &str) -> Option<String> {
    let mut parts = text.split(['/', '.']);
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next()?.parse().ok().filter(|year| *year >= 1800)?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    parts
        .next()
        .is_none()
        .then(|| format!("{date}, if the day stands first."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_short_and_must_be_possible() {
        for text in ["2018", "2018-06", "2018-06-27", "2024-02-29"] {
            assert_eq!(some_date(text), Ok(()), "{text}");
        }
        for text in [
            "2018-13",
            "2026-02-30",
            "2023-02-29",
            "18",
            "Jun-18",
            "2018-6-1",
            "0000",
            "20١8",
        ] {
            assert!(some_date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_with_strokes_is_offered_and_not_taken() {
        let (_, offers) = full_date("14/09/2026").unwrap_err();

        assert_eq!(offers.unwrap(), "2026-09-14, if the day stands first.");
        assert_eq!(full_date("14/14/2026").unwrap_err().1, None);
    }
}
