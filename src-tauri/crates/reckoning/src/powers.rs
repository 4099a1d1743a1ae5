//! The periods and sums that a court may impose, by court, age and offence. Not one figure stands
//! here or in the calculator's content: each is a bound that a rule of the law sets.

use law::{Assessment, Bound, Checked, Condition, FactId, Finding, Measured, OptionId, Truth};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::sheet::Sheet;

/// Which bounds are shown, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Powers {
    /// The options whose bounds are shown, in order.
    #[serde(rename = "row")]
    pub rows: Vec<PowerRow>,
    /// What stands for the upper end where no rule sets one.
    #[serde(default, rename = "open-end")]
    pub open_ends: Vec<OpenEnd>,
    /// A smallest and a largest figure; places `least`, `most`.
    pub between: Template,
    /// A largest figure; place `most`.
    pub at_most: Template,
    /// A smallest figure; place `least`.
    pub at_least: Template,
    /// What is added while the maximum in the statute is not recorded; place `figures`.
    pub or_the_statute: Template,
    /// An option that is not open; places `option`, `says`.
    pub not_open: Template,
    /// A bound that turns on more; places `option`, `says`, `facts`.
    pub turns_on: Template,
    /// A bound, as a step; places `option`, `says`.
    pub bound: Template,
    /// Nothing of the list is open.
    pub nothing: String,
}

/// An option whose bounds are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PowerRow {
    /// The option.
    pub option: OptionId,
    /// What its figures are called.
    pub label: String,
    /// The fact that is the maximum in the statute, where the offence is not of the common law.
    #[serde(default)]
    pub statute: Option<FactId>,
}

/// The upper end of a figure that no rule bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenEnd {
    /// The option.
    pub option: OptionId,
    /// When it is so.
    pub when: Vec<Condition>,
    /// What stands there.
    pub value: String,
    /// The provision.
    pub authority: String,
    /// Whether it was checked.
    pub checked: Checked,
}

/// The certain ends of one measure.
struct Ends {
    least: Option<Measured>,
    most: Option<Measured>,
    checked: Checked,
}

impl Powers {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let court = sheet.choice(&"court".into());
        if sheet.need(&"court".into(), court).is_none() {
            return;
        }
        let mut any = false;
        for row in &self.rows {
            let facts = sheet.given.facts;
            let Some(found) = sheet.assess(&row.option, facts) else {
                continue;
            };
            if found.finding == Finding::NotCompetent {
                self.say_shut(sheet, row, &found);
            } else {
                any = true;
                self.row(sheet, row, &found);
            }
        }
        if !any {
            sheet.warn(self.nothing.clone());
        }
    }

    fn say_shut(&self, sheet: &mut Sheet<'_>, row: &PowerRow, found: &Assessment) {
        if let Some(ground) = found.bars.first() {
            let places = [("option", row.label.as_str()), ("says", &ground.says)];
            let says = self.not_open.with(&places);
            sheet.note(says, Some(&ground.authority), ground.checked);
        }
    }

    fn row(&self, sheet: &mut Sheet<'_>, row: &PowerRow, found: &Assessment) {
        // Whether the option is open at all may turn on the age.
        for awaited in &found.awaits {
            let fact = &awaited.fact;
            if sheet.entry.asks.contains(fact) {
                sheet.miss(fact.clone());
            }
        }
        let statute_open = statute_open(sheet, row);
        let open: Vec<&Bound> = found
            .limits
            .iter()
            .filter(|bound| !bound.if_known.is_empty())
            .collect();
        for bound in &open {
            self.say_open(sheet, row, bound);
        }
        let mut answered = false;
        for like in measures(found) {
            let asked = |bound: &&&Bound| {
                let same = figure(bound).is_some_and(|figure| same_measure(figure, like));
                same && bound
                    .if_known
                    .iter()
                    .any(|id| sheet.entry.asks.contains(id))
            };
            answered = true;
            if open.iter().any(|bound| asked(&bound)) {
                continue;
            }
            let ends = ends(found, like);
            self.say_bounds(sheet, row, found, like);
            if let Some(mut value) = self.value(&ends) {
                if statute_open && matches!(like, Measured::Term(_) | Measured::Amount(_)) {
                    value = self.or_the_statute.with(&[("figures", &value)]);
                }
                sheet.answer_checked(&row.label, value, ends.checked);
            }
        }
        let no_top = !found.limits.iter().any(|bound| bound.at_most.is_some());
        if no_top && !(answered && open.iter().any(|bound| bound.at_most.is_some())) {
            self.open_end(sheet, row);
        }
    }

    fn open_end(&self, sheet: &mut Sheet<'_>, row: &PowerRow) {
        for open in self
            .open_ends
            .iter()
            .filter(|open| open.option == row.option)
        {
            if sheet.holds(&open.when) == Truth::True {
                let places = [("option", row.label.as_str()), ("says", &open.value)];
                let says = self.bound.with(&places);
                sheet.note(says, Some(&open.authority), open.checked);
                sheet.answer_checked(&row.label, &open.value, open.checked);
                return;
            }
        }
    }

    fn say_open(&self, sheet: &mut Sheet<'_>, row: &PowerRow, bound: &Bound) {
        let labels = sheet.labels(&bound.if_known);
        let places = [
            ("option", row.label.as_str()),
            ("says", &bound.says),
            ("facts", &labels),
        ];
        let says = self.turns_on.with(&places);
        sheet.note(says, Some(&bound.authority), bound.checked);
        for fact in &bound.if_known {
            if sheet.entry.asks.contains(fact) {
                sheet.miss(fact.clone());
            }
        }
    }

    fn say_bounds(
        &self,
        sheet: &mut Sheet<'_>,
        row: &PowerRow,
        found: &Assessment,
        like: Measured,
    ) {
        for bound in certain(found, like) {
            let places = [("option", row.label.as_str()), ("says", &bound.says)];
            let says = self.bound.with(&places);
            sheet.note(says, Some(&bound.authority), bound.checked);
        }
    }

    fn value(&self, ends: &Ends) -> Option<String> {
        let least = ends.least.map(|figure| figure.to_string());
        let most = ends.most.map(|figure| figure.to_string());
        Some(match (least, most) {
            (Some(least), Some(most)) if least == most => most,
            (Some(least), Some(most)) => self.between.with(&[("least", &least), ("most", &most)]),
            (None, Some(most)) => self.at_most.with(&[("most", &most)]),
            (Some(least), None) => self.at_least.with(&[("least", &least)]),
            (None, None) => return None,
        })
    }
}

/// Whether the maximum in the statute is wanted and not recorded.
fn statute_open(sheet: &mut Sheet<'_>, row: &PowerRow) -> bool {
    let Some(fact) = &row.statute else {
        return false;
    };
    let common_law = FactId::from("common_law");
    match sheet.flag(&common_law) {
        Some(true) => false,
        Some(false) if sheet.facts.value(fact).is_some() => false,
        Some(false) => {
            sheet.miss(fact.clone());
            true
        }
        None => {
            sheet.miss(common_law);
            true
        }
    }
}

fn figure(bound: &Bound) -> Option<Measured> {
    bound.at_most.or(bound.at_least)
}

fn same_measure(one: Measured, other: Measured) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// One figure of each measure that the bounds of an option speak of, in their order.
fn measures(found: &Assessment) -> Vec<Measured> {
    let mut measures: Vec<Measured> = Vec::new();
    for figure in found.limits.iter().filter_map(figure) {
        if !measures.iter().any(|other| same_measure(*other, figure)) {
            measures.push(figure);
        }
    }
    measures
}

fn certain(found: &Assessment, like: Measured) -> impl Iterator<Item = &Bound> {
    found.limits.iter().filter(move |bound| {
        bound.if_known.is_empty() && figure(bound).is_some_and(|figure| same_measure(figure, like))
    })
}

/// The narrowest certain bounds of a measure.
fn ends(found: &Assessment, like: Measured) -> Ends {
    let mut ends = Ends {
        least: None,
        most: None,
        checked: Checked::Verified,
    };
    for bound in certain(found, like) {
        if bound.checked == Checked::Unverified {
            ends.checked = Checked::Unverified;
        }
        if let Some(most) = bound.at_most
            && ends.most.is_none_or(|other| below(most, other))
        {
            ends.most = Some(most);
        }
        if let Some(least) = bound.at_least
            && ends.least.is_none_or(|other| below(other, least))
        {
            ends.least = Some(least);
        }
    }
    ends
}

fn below(one: Measured, other: Measured) -> bool {
    match (one, other) {
        (Measured::Term(one), Measured::Term(other)) => one < other,
        (Measured::Amount(one), Measured::Amount(other)) => one < other,
        (Measured::Hours(one), Measured::Hours(other))
        | (Measured::HoursADay(one), Measured::HoursADay(other)) => one < other,
        (
            Measured::Term(_) | Measured::Amount(_) | Measured::Hours(_) | Measured::HoursADay(_),
            _,
        ) => false,
    }
}
