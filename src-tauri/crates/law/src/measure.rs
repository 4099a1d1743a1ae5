//! What a figure measures, and which figures an option takes.

use std::collections::BTreeSet;
use std::fmt;

use crate::{
    Competence, Condition, Effect, FactId, FactKind, Limit, Measured, OptionId, Part, Proposal,
    Rule,
};

/// What a figure of a proposal measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// A length of time.
    Term,
    /// Hours of unpaid work.
    Hours,
    /// A sum.
    Amount,
    /// Hours in a day.
    HoursADay,
}

/// A figure that cannot be what is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureFault {
    /// The rules measure something else of the option, so the figure would never be tried.
    NotTaken {
        /// The part of the proposal.
        option: OptionId,
        /// What the figure measures.
        measure: Measure,
        /// What the rules measure of it.
        takes: BTreeSet<Measure>,
    },
    /// It is a figure of nothing.
    Nothing {
        /// The part of the proposal.
        option: OptionId,
        /// What the figure measures.
        measure: Measure,
    },
    /// It is a sum without a limit.
    WithoutLimit {
        /// The part of the proposal.
        option: OptionId,
    },
}

impl Measure {
    /// The field of a part that states it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Hours => "hours",
            Self::Amount => "amount",
            Self::HoursADay => "hours-a-day",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Term => "length of time",
            Self::Hours => "number of hours in all",
            Self::Amount => "sum",
            Self::HoursADay => "number of hours a day",
        }
    }
}

impl Measured {
    /// What it measures.
    pub fn measure(self) -> Measure {
        match self {
            Self::Term(_) => Measure::Term,
            Self::Hours(_) => Measure::Hours,
            Self::Amount(_) => Measure::Amount,
            Self::HoursADay(_) => Measure::HoursADay,
        }
    }
}

impl FigureFault {
    /// The field of the part that is at fault.
    pub fn field(&self) -> &'static str {
        match self {
            Self::NotTaken { measure, .. } | Self::Nothing { measure, .. } => measure.field(),
            Self::WithoutLimit { .. } => Measure::Amount.field(),
        }
    }
}

impl fmt::Display for FigureFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTaken {
                option,
                measure,
                takes,
            } => {
                let takes: Vec<String> =
                    takes.iter().map(|it| format!("a {}", it.name())).collect();
                let (no, yes) = (measure.name(), takes.join(" or "));
                write!(out, "\"{}\" has no {no}: it takes {yes}", option.0)
            }
            Self::Nothing { option, measure } => write!(
                out,
                "a {} of nothing cannot be proposed for \"{}\": write the figure, or leave it out",
                measure.name(),
                option.0
            ),
            Self::WithoutLimit { option } => write!(
                out,
                "a sum without a limit cannot be proposed for \"{}\": write the sum, or leave it out",
                option.0
            ),
        }
    }
}

impl std::error::Error for FigureFault {}

impl Competence {
    /// What the rules, of whichever day, measure of an option; nothing where they measure nothing
    /// of it, and then nothing is known against any figure.
    pub fn measures(&self, option: &OptionId) -> BTreeSet<Measure> {
        let mut measures = BTreeSet::new();
        for rule in &self.rules {
            measures.extend(self.limited(rule, option));
            for condition in &rule.when {
                condition.each(&mut |part| measures.extend(asked(part, option)));
            }
        }
        measures
    }

    /// Every figure of a proposal that cannot be what is proposed.
    pub fn figure_faults(&self, proposal: &Proposal) -> Vec<FigureFault> {
        let faults = proposal.parts.iter().flat_map(|part| {
            let takes = self.measures(&part.option);
            let figures: Vec<Measured> = part.figures().collect();
            figures
                .into_iter()
                .filter_map(move |figure| fault(part, figure, &takes))
        });
        faults.collect()
    }

    /// What a limit of the rule measures of the option.
    fn limited(&self, rule: &Rule, option: &OptionId) -> BTreeSet<Measure> {
        let Effect::Limits(limit) = &rule.effect else {
            return BTreeSet::new();
        };
        let mut measures = BTreeSet::new();
        if rule.on.contains(option) || limit.together.contains(option) {
            measures.extend(self.measured_by(limit));
        }
        let lends = |other: &crate::TermOfPart| other.of == *option;
        if limit.at_most_part.as_ref().is_some_and(lends) {
            measures.insert(Measure::Term);
        }
        measures
    }

    fn measured_by(&self, limit: &Limit) -> BTreeSet<Measure> {
        let stated = [limit.at_least, limit.at_most];
        let of_fact = limit.at_most_fact.as_ref();
        let of_fact = of_fact.and_then(|id| self.measure_of(id));
        let of_part = limit.at_most_part.as_ref().map(|_| Measure::Term);
        let stated = stated.into_iter().flatten().map(Measured::measure);
        stated.chain(of_fact).chain(of_part).collect()
    }

    /// What a fact measures, where a figure can be set beside it.
    pub(crate) fn measure_of(&self, fact: &FactId) -> Option<Measure> {
        match self.fact(fact)?.kind {
            FactKind::Term => Some(Measure::Term),
            FactKind::Amount => Some(Measure::Amount),
            FactKind::Flag
            | FactKind::Age
            | FactKind::Date
            | FactKind::Count
            | FactKind::Choice
            | FactKind::List => None,
        }
    }
}

/// What a condition asks about the figures of an option.
fn asked(condition: &Condition, option: &OptionId) -> Vec<Measure> {
    if let Condition::Figure(range) = condition
        && range.of.contains(option)
    {
        let bounds = [range.at_least, range.at_most].into_iter().flatten();
        return bounds.map(Measured::measure).collect();
    }
    if let Condition::TermUnstated(of) = condition
        && of.contains(option)
    {
        return vec![Measure::Term];
    }
    Vec::new()
}

fn fault(part: &Part, figure: Measured, takes: &BTreeSet<Measure>) -> Option<FigureFault> {
    let (option, measure) = (part.option.clone(), figure.measure());
    if !takes.is_empty() && !takes.contains(&measure) {
        let takes = takes.clone();
        return Some(FigureFault::NotTaken {
            option,
            measure,
            takes,
        });
    }
    if !figure.none().is_below(figure) {
        return Some(FigureFault::Nothing { option, measure });
    }
    let without_limit = figure == Measured::Amount(crate::Amount::UNLIMITED);
    without_limit.then_some(FigureFault::WithoutLimit { option })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Amount, Checked, FigureRange, OneOf, RuleId, Term};

    fn option(id: &str) -> OptionId {
        OptionId(id.into())
    }

    fn a_rule(on: &str, when: Vec<Condition>, effect: Effect) -> Rule {
        Rule {
            id: RuleId("R-1".into()),
            on: vec![option(on)],
            when,
            unless: vec![],
            effect,
            says: "says".into(),
            would_change: None,
            instead: vec![],
            authority: "s.1".into(),
            from: "1996-04-01".parse().unwrap(),
            until: None,
            checked: Checked::Verified,
        }
    }

    fn law() -> Competence {
        let fine = Limit {
            at_most: Some(Measured::Amount(Amount::pounds(2_500))),
            ..Limit::default()
        };
        let long = Condition::Figure(FigureRange {
            of: vec![option("work")],
            at_least: Some(Measured::Term(Term::months(3))),
            at_most: None,
        });
        let needs = Effect::Awaits(OneOf {
            fact: "reports".into(),
            one_of: vec!["report".into()],
        });
        Competence {
            rules: vec![
                a_rule("fine", vec![], Effect::Limits(fine)),
                a_rule("supervision", vec![long], Effect::Duty),
                a_rule("admonition", vec![], needs),
            ],
            ..Competence::default()
        }
    }

    fn faults(part: Part) -> Vec<FigureFault> {
        law().figure_faults(&Proposal { parts: vec![part] })
    }

    #[test]
    fn a_figure_that_no_rule_measures_of_the_option_is_not_taken() {
        let hours = Part {
            hours: Some(100),
            ..Part::of("fine")
        };

        let found = faults(hours);

        assert_eq!(found.len(), 1);
        assert_eq!(found[0].field(), "hours");
        assert_eq!(
            found[0].to_string(),
            "\"fine\" has no number of hours in all: it takes a sum"
        );
    }

    #[test]
    fn a_figure_that_a_rule_of_another_part_asks_about_is_taken() {
        let term = Part {
            term: Some(Term::months(6)),
            ..Part::of("work")
        };

        assert_eq!(faults(term), []);
    }

    #[test]
    fn where_the_rules_measure_nothing_no_figure_is_known_to_be_wrong() {
        let term = Part {
            term: Some(Term::months(6)),
            ..Part::of("admonition")
        };

        assert_eq!(faults(term), []);
    }

    #[test]
    fn nothing_and_no_limit_are_no_figures() {
        let of = |amount| Part {
            amount: Some(amount),
            ..Part::of("fine")
        };

        assert!(matches!(
            faults(of(Amount::pounds(0)))[..],
            [FigureFault::Nothing { .. }]
        ));
        assert!(matches!(
            faults(of(Amount::UNLIMITED))[..],
            [FigureFault::WithoutLimit { .. }]
        ));
        assert_eq!(faults(of(Amount::pounds(1))), []);
    }
}
