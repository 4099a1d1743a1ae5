//! The law of competence of one edition, and putting the facts of a case to it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::condition::Circumstances;
use crate::trial::Trial;
use crate::{
    Assessment, Contradiction, Fact, FactId, Facts, FigureFault, Meaning, MenuOption, Proposal,
    ProposalFinding, Rule, Truth,
};

/// Every fact that may be recorded, every meaning that changes and every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Competence {
    /// The facts, in the order in which a person is asked for them.
    pub facts: Vec<Fact>,
    /// The words of the law with more than one meaning.
    pub meanings: Vec<Meaning>,
    /// The facts that cannot stand together.
    pub contradictions: Vec<Contradiction>,
    /// The rules, in the edition's order.
    pub rules: Vec<Rule>,
}

impl Competence {
    /// The declaration of a fact.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// Says of an option whether it is competent for the facts, taking the law as it stood `as_at`:
    /// by which rules it is not, or which facts it turns on.
    ///
    /// Every rule that bites comes back, not the first.
    pub fn assess(&self, option: &MenuOption, facts: &Facts, as_at: NaiveDate) -> Assessment {
        let facts = facts.with_what_follows(as_at);
        Trial::of(self, &self.circumstances(&facts, None, as_at)).assess(option)
    }

    /// Assesses each option in turn; the facts are prepared once.
    pub fn assess_all<'o>(
        &self,
        options: impl IntoIterator<Item = &'o MenuOption>,
        facts: &Facts,
        as_at: NaiveDate,
    ) -> Vec<Assessment> {
        let facts = facts.with_what_follows(as_at);
        let given = self.circumstances(&facts, None, as_at);
        let trial = Trial::of(self, &given);
        options
            .into_iter()
            .map(|option| trial.assess(option))
            .collect()
    }

    /// Tries this very proposal: every rule that it breaks, with the nearest competent figure where
    /// a figure is what breaks it, what it waits for, and what the court has to do or say if it
    /// takes it. `options` are those of the edition, for the courts and days of each part. Figures
    /// that its parts do not take are not passed over: they come back, and nothing is tried.
    pub fn try_proposal(
        &self,
        proposal: &Proposal,
        options: &[MenuOption],
        facts: &Facts,
        as_at: NaiveDate,
    ) -> Result<ProposalFinding, Vec<FigureFault>> {
        let faults = self.figure_faults(proposal);
        if !faults.is_empty() {
            return Err(faults);
        }
        let facts = facts.with_what_follows(as_at);
        let given = self.circumstances(&facts, Some(proposal), as_at);
        Ok(Trial::of(self, &given).try_proposal(proposal, options))
    }

    /// Gives the contradictions among the facts that are recorded.
    pub fn contradictions_in<'c>(
        &'c self,
        facts: &Facts,
        as_at: NaiveDate,
    ) -> Vec<&'c Contradiction> {
        let facts = facts.with_what_follows(as_at);
        let given = self.circumstances(&facts, None, as_at);
        let stands = |found: &&Contradiction| {
            Truth::all(found.when.iter().map(|part| part.holds(&given))) == Truth::True
        };
        self.contradictions.iter().filter(stands).collect()
    }

    fn circumstances<'c>(
        &'c self,
        facts: &'c Facts,
        proposal: Option<&'c Proposal>,
        as_at: NaiveDate,
    ) -> Circumstances<'c> {
        Circumstances {
            facts,
            meanings: &self.meanings,
            proposal,
            as_at,
            yet_open: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Checked, Condition, CourtKind, Effect, FactValue, Finding, InForce, Limit, Measured, Need,
        Needed, OneOf, OptionId, Part, RuleId, Term,
    };

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn an_option(id: &str) -> MenuOption {
        let no = || Need {
            needed: Needed::No,
            says: None,
        };
        MenuOption {
            id: OptionId(id.into()),
            family: "custody".into(),
            name: id.into(),
            aliases: vec![],
            what: "what".into(),
            who: "who".into(),
            courts: vec![CourtKind::SheriffSummary, CourtKind::JusticeOfThePeace],
            stages: vec![],
            when: None,
            limits: None,
            consent: no(),
            report: no(),
            breach: None,
            delivered_by: None,
            combines_with: None,
            excludes: None,
            reviews: None,
            succession: None,
            notes: vec![],
            authority: "s.1".into(),
            in_force: InForce::default(),
            source: None,
            checked: Checked::Verified,
        }
    }

    fn a_rule(id: &str, when: Vec<Condition>, effect: Effect) -> Rule {
        Rule {
            id: RuleId(id.into()),
            on: vec![OptionId("rlo".into())],
            when,
            unless: vec![],
            effect,
            says: "says".into(),
            would_change: None,
            instead: vec![],
            authority: "s.2".into(),
            from: date("2000-01-01"),
            until: None,
            checked: Checked::Verified,
        }
    }

    fn law(rules: Vec<Rule>) -> Competence {
        Competence {
            rules,
            ..Competence::default()
        }
    }

    fn facts(recorded: &[(&str, FactValue)]) -> Facts {
        let mut facts = Facts::none();
        facts.record("court", FactValue::Choice("SS".into()));
        for (fact, value) in recorded {
            facts.record(*fact, value.clone());
        }
        facts
    }

    fn found(rules: Vec<Rule>, recorded: &[(&str, FactValue)]) -> Assessment {
        law(rules).assess(&an_option("rlo"), &facts(recorded), date("2026-11-22"))
    }

    fn months(months: u16) -> Measured {
        Measured::Term(Term::months(months))
    }

    fn limit(at_least: Option<Measured>, at_most: Option<Measured>) -> Effect {
        Effect::Limits(Limit {
            at_least,
            at_most,
            at_most_fact: None,
            less_fact: None,
            at_most_part: None,
            together: vec![],
        })
    }

    #[test]
    fn what_is_not_recorded_is_asked_for_and_never_a_no() {
        let unwilling = a_rule("R-1", vec![Condition::No("willing".into())], Effect::Bars);

        let open = found(vec![unwilling.clone()], &[]);
        let barred = found(
            vec![unwilling.clone()],
            &[("willing", FactValue::Flag(false))],
        );
        let clear = found(vec![unwilling], &[("willing", FactValue::Flag(true))]);

        assert_eq!(open.finding, Finding::Depends);
        assert_eq!(open.awaits[0].missing, "willing");
        assert_eq!(barred.finding, Finding::NotCompetent);
        assert_eq!(clear.finding, Finding::Competent);
    }

    #[test]
    fn a_paper_that_is_not_there_is_waited_for_by_name() {
        let needs = Effect::Awaits(OneOf {
            fact: "reports".into(),
            one_of: vec!["place-report".into()],
        });
        let rule = a_rule("R-1", vec![], needs);
        let held = |ids: &[&str]| FactValue::List(ids.iter().map(|id| (*id).into()).collect());

        let without = found(vec![rule.clone()], &[("reports", held(&[]))]);
        let with = found(vec![rule], &[("reports", held(&["place-report"]))]);

        assert_eq!(without.finding, Finding::Depends);
        assert_eq!(without.awaits[0].missing, "place-report");
        assert_eq!(with.finding, Finding::Competent);
    }

    #[test]
    fn every_rule_that_bites_comes_back() {
        let rules = vec![
            a_rule("R-1", vec![], Effect::Bars),
            a_rule("R-2", vec![], Effect::Bars),
        ];

        let found = found(rules, &[]);

        let rules: Vec<_> = found.rules().iter().map(|rule| rule.0.as_str()).collect();
        assert_eq!(rules, ["R-1", "R-2"]);
    }

    #[test]
    fn a_rule_that_has_ended_is_not_cited() {
        let ended = Rule {
            until: Some(date("2025-05-13")),
            ..a_rule("R-1", vec![], Effect::Bars)
        };

        let found = found(vec![ended], &[]);

        assert_eq!(found.finding, Finding::Competent);
    }

    #[test]
    fn a_court_outside_the_entry_shuts_the_option_out() {
        let found = found(vec![], &[("court", FactValue::Choice("HC".into()))]);

        assert_eq!(found.finding, Finding::NotCompetent);
        assert_eq!(found.bars[0].rule.0, "rlo.courts");
    }

    #[test]
    fn bounds_that_leave_nothing_shut_the_option_out() {
        let rules = vec![
            a_rule("R-8", vec![], limit(Some(months(1)), None)),
            a_rule(
                "R-6",
                vec![],
                limit(None, Some(Measured::Term(Term::days(10)))),
            ),
        ];

        let found = found(rules, &[]);

        assert_eq!(found.finding, Finding::NotCompetent);
        assert_eq!(found.bars[0].rule.0, "R-8");
    }

    #[test]
    fn a_figure_out_of_bounds_is_answered_with_the_nearest_within_them_all() {
        let rules = vec![
            a_rule("R-1", vec![], limit(Some(months(6)), Some(months(36)))),
            a_rule("R-2", vec![], limit(None, Some(months(12)))),
        ];
        let long = Proposal {
            parts: vec![Part {
                term: Some(Term::months(48)),
                ..Part::of("rlo")
            }],
        };

        let found = law(rules)
            .try_proposal(&long, &[an_option("rlo")], &facts(&[]), date("2026-11-22"))
            .unwrap();

        let told: Vec<_> = found
            .breaches
            .iter()
            .map(|b| (b.ground.rule.0.as_str(), b.nearest))
            .collect();
        assert_eq!(told, [("R-1", Some(months(12))), ("R-2", Some(months(12)))]);
    }

    #[test]
    fn a_raise_lifts_the_maximum_it_names() {
        let raise = Effect::Raises(crate::Raise {
            rules: vec![RuleId("R-6".into())],
            term: Some(Term::months(6)),
            amount: None,
        });
        let on_bail = Condition::Yes("on_bail_libelled".into());
        let rules = vec![
            a_rule("R-6", vec![], limit(None, Some(months(12)))),
            a_rule("R-7", vec![on_bail], raise),
        ];

        let raised = found(
            rules.clone(),
            &[("on_bail_libelled", FactValue::Flag(true))],
        );
        let plain = found(
            rules.clone(),
            &[("on_bail_libelled", FactValue::Flag(false))],
        );
        let open = found(rules, &[]);

        assert_eq!(raised.limits[0].at_most, Some(months(18)));
        assert_eq!(
            raised.limits[0].says,
            "says Rule R-7 raises that to 18 months."
        );
        assert_eq!(plain.limits[0].at_most, Some(months(12)));
        assert_eq!(
            open.limits[0].if_known.len(),
            1,
            "the maximum may be higher"
        );
    }

    fn two_parts(first: u32, second: u32) -> Proposal {
        let part = |id: &str, hours_a_day| Part {
            hours_a_day: Some(hours_a_day),
            ..Part::of(id)
        };
        Proposal {
            parts: vec![part("rlo", first), part("cpo-restricted-movement", second)],
        }
    }

    #[test]
    fn figures_that_count_together_are_bounded_together() {
        let together = Effect::Limits(Limit {
            at_least: None,
            at_most: Some(Measured::HoursADay(12)),
            at_most_fact: None,
            less_fact: Some("stay_in_hours_ordered".into()),
            at_most_part: None,
            together: vec![
                OptionId("rlo".into()),
                OptionId("cpo-restricted-movement".into()),
            ],
        });
        let law = law(vec![a_rule("R-46", vec![], together)]);
        let tried = |first, second, ordered| {
            let facts = facts(&[("stay_in_hours_ordered", FactValue::Count(ordered))]);
            let day = date("2026-11-22");
            let found = law
                .try_proposal(&two_parts(first, second), &[], &facts, day)
                .unwrap();
            let nearest: Vec<_> = found.breaches.iter().map(|b| b.nearest).collect();
            nearest
        };

        assert_eq!(tried(6, 6, 0), []);
        assert_eq!(tried(8, 6, 0), [Some(Measured::HoursADay(6))]);
        assert_eq!(tried(6, 6, 2), [Some(Measured::HoursADay(4))]);
        assert_eq!(tried(4, 12, 0), [None], "no room is left");
    }

    #[test]
    fn a_part_may_be_bounded_by_the_term_of_another() {
        let shorter = Effect::Limits(Limit {
            at_least: None,
            at_most: None,
            at_most_fact: None,
            less_fact: None,
            at_most_part: Some(crate::TermOfPart {
                of: OptionId("cpo-supervision".into()),
                less: Some(Term::months(2)),
            }),
            together: vec![],
        });
        let law = law(vec![a_rule("R-1", vec![], shorter)]);
        let tried = |supervision| {
            let part = |id: &str, term| Part {
                term,
                ..Part::of(id)
            };
            let parts = vec![
                part("rlo", Some(Term::months(17))),
                part("cpo-supervision", supervision),
            ];
            let found = law
                .try_proposal(&Proposal { parts }, &[], &facts(&[]), date("2026-11-22"))
                .unwrap();
            let nearest: Vec<_> = found.breaches.iter().map(|b| b.nearest).collect();
            nearest
        };

        assert_eq!(tried(Some(Term::months(18))), [Some(months(16))]);
        assert_eq!(tried(Some(Term::months(19))), []);
        assert_eq!(tried(None), [], "the other part states no term");
    }

    #[test]
    fn a_term_that_is_not_stated_is_asked_about_in_general() {
        let unstated = Condition::TermUnstated(vec![OptionId("rlo".into())]);
        let law = law(vec![a_rule("R-17", vec![unstated], Effect::Duty)]);
        let duties = |term| {
            let parts = vec![Part {
                term,
                ..Part::of("rlo")
            }];
            let day = date("2026-11-22");
            let found = law
                .try_proposal(&Proposal { parts }, &[], &facts(&[]), day)
                .unwrap();
            found.duties.len()
        };

        let on_the_menu = law.assess(&an_option("rlo"), &facts(&[]), date("2026-11-22"));

        assert_eq!(on_the_menu.duties.len(), 1);
        assert_eq!(duties(None), 1);
        assert_eq!(duties(Some(Term::months(18))), 0);
    }

    #[test]
    fn a_day_that_the_window_cannot_tell_turns_on_what_is_found_out() {
        let span = crate::DaySpan {
            from: Some(date("2026-01-01")),
            until: Some(date("2026-12-31")),
        };
        let option = MenuOption {
            in_force: InForce {
                begun_in: Some(span),
                ..InForce::default()
            },
            ..an_option("rlo")
        };
        let found = |recorded: &[(&str, FactValue)]| {
            law(vec![]).assess(&option, &facts(recorded), date("2026-11-22"))
        };
        let open = |ids: &[&str]| FactValue::List(ids.iter().map(|id| (*id).into()).collect());

        let told = found(&[]);
        assert_eq!(told.finding, Finding::Depends);
        assert_eq!(told.awaits[0].missing, "open_then");
        assert_eq!(told.duties[0].rule.0, "rlo.in-force");
        let recorded =
            [open(&["rlo"]), open(&[])].map(|list| found(&[("open_then", list)]).finding);
        assert_eq!(recorded, [Finding::Competent, Finding::NotCompetent]);
    }

    #[test]
    fn an_unchecked_day_is_marked_in_the_ground() {
        let option = MenuOption {
            in_force: InForce {
                from: Some(date("2027-01-25")),
                unchecked: vec![crate::WindowEnd::From],
                ..InForce::default()
            },
            ..an_option("rlo")
        };

        let found = law(vec![]).assess(&option, &facts(&[]), date("2026-11-22"));

        assert_eq!(found.bars[0].checked, Checked::Unverified);
        assert!(found.bars[0].says.contains("from 25 January 2027 [?]"));
    }
}
