//! An edition brings an entry that was changed here too.

use crate::{Eligibility, Part, Service};

/// What stands after an edition changed an entry under changes that were made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The service: each part from whichever side changed it, and what is here where both did.
    pub service: Service,
    /// The parts that both sides changed, and not to the same: what is here stands, and a person is
    /// asked.
    pub differing: Vec<Part>,
}

/// Brings together what is here and what an edition brings, part by part, from what both began
/// with. A confirmation is only ever given here, so that an edition never moves it.
pub fn merge(base: &Service, here: &Service, edition: &Service) -> Merged {
    let mut differing = Vec::new();
    let mut three = Three {
        differing: &mut differing,
    };
    macro_rules! part {
        ($part:ident, $field:ident) => {
            three.of(Part::$part, &base.$field, &here.$field, &edition.$field)
        };
    }
    // Written out field by field, and without `..`, so that no part is merged by oversight.
    let service = Service {
        id: here.id.clone(),
        name: part!(Name, name),
        other_names: part!(OtherNames, other_names),
        kind: part!(Kind, kind),
        description: part!(Description, description),
        provider: part!(Provider, provider),
        providers: part!(Providers, providers),
        area: part!(Area, area),
        courts: part!(Courts, courts),
        prisons: part!(Prisons, prisons),
        setting: part!(Setting, setting),
        groups: part!(Groups, groups),
        outcomes: part!(Needs, outcomes),
        eligibility: three.eligibility(&base.eligibility, &here.eligibility, &edition.eligibility),
        options: part!(Options, options),
        referrals: part!(Referrals, referrals),
        how_to_refer: part!(HowToRefer, how_to_refer),
        contact: part!(Contact, contact),
        length: part!(Length, length),
        times: part!(Times, times),
        cost: part!(Cost, cost),
        evidence: part!(Evidence, evidence),
        access: part!(Access, access),
        languages: part!(Languages, languages),
        active_from: part!(Began, active_from),
        active_to: part!(Ended, active_to),
        parent: part!(Family, parent),
        state: part!(State, state),
        jurisdiction: part!(Jurisdiction, jurisdiction),
        source: part!(Source, source),
        source_date: part!(SourceDate, source_date),
        assured_on: here.assured_on,
        assured_by: here.assured_by.clone(),
        unverified: part!(Unverified, unverified),
        checked: part!(Checked, checked),
    };
    Merged { service, differing }
}

struct Three<'d> {
    differing: &'d mut Vec<Part>,
}

impl Three<'_> {
    fn of<T: Clone + PartialEq>(&mut self, part: Part, base: &T, here: &T, edition: &T) -> T {
        if here == base {
            return edition.clone();
        }
        let both = edition != base && edition != here;
        if both && !self.differing.contains(&part) {
            self.differing.push(part);
        }
        here.clone()
    }

    fn eligibility(
        &mut self,
        base: &Eligibility,
        here: &Eligibility,
        edition: &Eligibility,
    ) -> Eligibility {
        // The two ages are one part: the youngest of one side with the oldest of the other would be
        // an age range that nobody stated.
        let ages = |takes: &Eligibility| (takes.age_from, takes.age_to);
        let (age_from, age_to) = self.of(Part::Age, &ages(base), &ages(here), &ages(edition));
        Eligibility {
            sex: self.of(Part::Sex, &base.sex, &here.sex, &edition.sex),
            age_from,
            age_to,
            offence: self.of(
                Part::Offence,
                &base.offence,
                &here.offence,
                &edition.offence,
            ),
            risk: self.of(Part::Risk, &base.risk, &here.risk, &edition.risk),
            order_needed: self.of(
                Part::OrderNeeded,
                &base.order_needed,
                &here.order_needed,
                &edition.order_needed,
            ),
            residence: self.of(
                Part::Residence,
                &base.residence,
                &here.residence,
                &edition.residence,
            ),
            not_for: self.of(Part::NotFor, &base.not_for, &here.not_for, &edition.not_for),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Intake;
    use crate::sample::{FIFE, a_service, day, only};

    #[test]
    fn each_side_s_change_is_kept_where_the_other_made_none() {
        let base = a_service("a", "A");
        let mut here = base.clone();
        here.referrals.intake = Intake::Paused;
        here.assured_on = Some(day("2026-11-12"));
        let mut edition = base.clone();
        edition.description = "A new text.".into();
        edition.eligibility.sex = Some("female".into());

        let merged = merge(&base, &here, &edition);

        assert_eq!(merged.differing, []);
        assert_eq!(merged.service.description, "A new text.");
        assert_eq!(merged.service.eligibility.sex.as_deref(), Some("female"));
        assert_eq!(merged.service.referrals.intake, Intake::Paused);
        assert_eq!(merged.service.assured_on, Some(day("2026-11-12")));
    }

    #[test]
    fn what_is_here_stands_where_both_changed_a_part_and_the_part_is_named() {
        let base = a_service("a", "A");
        let mut here = base.clone();
        here.name = "Ours".into();
        here.area = only(&[FIFE]);
        let mut edition = base.clone();
        edition.name = "Theirs".into();
        edition.area = only(&[FIFE]);

        let merged = merge(&base, &here, &edition);

        assert_eq!(merged.differing, [Part::Name]);
        assert_eq!(merged.service, here);
    }

    #[test]
    fn two_ages_of_different_sides_are_never_joined() {
        let base = a_service("a", "A");
        let mut here = base.clone();
        here.eligibility.age_from = Some(21);
        let mut edition = base.clone();
        edition.eligibility.age_to = Some(18);

        let merged = merge(&base, &here, &edition);

        assert_eq!(merged.differing, [Part::Age]);
        assert_eq!(merged.service.eligibility, here.eligibility);
    }

    #[test]
    fn an_edition_never_moves_a_confirmation() {
        let base = a_service("a", "A");
        let mut edition = base.clone();
        edition.assured_on = Some(day("2026-11-12"));
        edition.assured_by = Some("A feed".into());

        let merged = merge(&base, &base, &edition);

        assert_eq!(merged.service, base);
    }
}
