//! What the week of the person says of a proposal, in words.

use std::fmt::Write as _;

use ::law::{Clash, PartInWeek, WeekNote};

/// Writes what the week says of each part; nothing of a part of which it says nothing.
pub(super) fn write(text: &mut String, parts: &[PartInWeek]) {
    for part in parts {
        if part.clashes.is_empty() && part.notes.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\nIn the week, {}", part.option.0);
        for (days, clash) in by_days(&part.clashes) {
            let (from, until) = (clash.from.format("%H:%M"), clash.until.format("%H:%M"));
            let breaks = if clash.breaks { "breaks a limit: " } else { "" };
            let _ = writeln!(text, "  {days} {from} to {until}: {breaks}{}", clash.says);
            write_asked(text, clash.rule.as_deref(), clash.authority.as_deref());
        }
        for note in &part.notes {
            write_note(text, note);
        }
    }
}

fn write_note(text: &mut String, note: &WeekNote) {
    let _ = writeln!(text, "  {}", note.says);
    write_asked(text, note.rule.as_deref(), note.authority.as_deref());
}

fn write_asked(text: &mut String, rule: Option<&str>, authority: Option<&str>) {
    if let Some(rule) = rule {
        let cited = authority.map(|authority| format!(" ({authority})"));
        let _ = writeln!(text, "    {rule}{}", cited.unwrap_or_default());
    }
}

/// The same clash on several days, once, with the names of its days.
fn by_days(clashes: &[Clash]) -> Vec<(String, &Clash)> {
    let mut groups: Vec<(String, &Clash)> = Vec::new();
    for clash in clashes {
        let same = |other: &Clash| {
            (other.from, other.until) == (clash.from, clash.until)
                && other.says == clash.says
                && other.between == clash.between
        };
        match groups.iter_mut().find(|(_, other)| same(other)) {
            Some((days, _)) => {
                let _ = write!(days, ", {}", clash.day);
            }
            None => groups.push((clash.day.to_string(), clash)),
        }
    }
    groups
}
