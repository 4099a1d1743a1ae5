//! The bounds of an option's figures, in words for paper.

use document::Inline;
use law::{Bound, Measured};

use super::law_words::{LawWords, Words};
use super::rule_citing::{cited, once, source};

impl LawWords<'_> {
    /// The bounds of an option's figures: those that certainly apply a line each, those that may
    /// apply together by what they turn on.
    pub(crate) fn limits(self, limits: &[Bound]) -> Vec<Words> {
        let mut lines: Vec<Words> = Vec::new();
        let mut open: Vec<(String, Vec<String>, Vec<String>)> = Vec::new();
        for bound in limits {
            let source = source(&bound.rule, &bound.authority, bound.checked);
            let figures = figures(bound);
            if bound.if_known.is_empty() {
                let words = format!(". {} ({source})", bound.says);
                let line = vec![Inline::strong(figures), Inline::text(words)];
                if !lines.contains(&line) {
                    lines.push(line);
                }
                continue;
            }
            let turns_on = self.names(&bound.if_known);
            let place = open.iter().position(|(same, ..)| *same == turns_on);
            let place = place.unwrap_or_else(|| {
                open.push((turns_on, Vec::new(), Vec::new()));
                open.len() - 1
            });
            if let Some((_, all, sources)) = open.get_mut(place) {
                if !all.contains(&figures) {
                    all.push(figures);
                }
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
        }
        lines.extend(open.into_iter().map(|(turns_on, figures, sources)| {
            vec![
                Inline::text("May apply: "),
                Inline::strong(figures.join("; ")),
                Inline::text(format!(
                    ". It turns on: {turns_on}. ({})",
                    sources.join("; ")
                )),
            ]
        }));
        lines
    }
}

/// The bounds without the words of the rules that set them.
pub(crate) fn figures_alone(limits: &[Bound]) -> Vec<Words> {
    let lines = once(limits.iter().map(|bound| {
        let may = if bound.if_known.is_empty() {
            ""
        } else {
            " (may apply)"
        };
        format!("{}{may} · {}", figures(bound), cited(&bound.rule))
    }));
    if lines.is_empty() {
        return Vec::new();
    }
    vec![vec![Inline::text(lines.join("; "))]]
}

/// The two ends of a bound.
fn figures(bound: &Bound) -> String {
    match (bound.at_least, bound.at_most) {
        (Some(least), Some(most)) => format!("{} to {}", measured(least), measured(most)),
        (Some(least), None) => format!("At least {}", measured(least)),
        (None, Some(most)) => match measured(most).as_str() {
            "unlimited" => "No upper limit".to_owned(),
            figure => format!("Up to {figure}"),
        },
        (None, None) => "No figure".to_owned(),
    }
}

fn measured(figure: Measured) -> String {
    let hours = |number: u32| {
        let unit = if number == 1 { "hour" } else { "hours" };
        format!("{number} {unit}")
    };
    match figure {
        Measured::Term(term) => term.to_string(),
        Measured::Amount(amount) => amount.to_string(),
        Measured::Hours(number) => hours(number),
        Measured::HoursADay(number) => format!("{} a day", hours(number)),
    }
}
