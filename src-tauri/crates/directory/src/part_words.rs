//! Every part of an entry in words, and what differs between two states of one.
//!
//! Each struct is taken apart whole, so that a part added to it does not compile until it has words
//! here.

use law::Checked;

use crate::{
    Area, Eligibility, Entry, FeedAssurance, Kept, Part, PartChange, Register, Service,
    ServiceState, day,
};

/// What differs between two states of an entry, part by part and in words.
///
/// Where it came from, and the times at which the program wrote it down, are not among the parts:
/// they say how a change was made, not what was changed.
pub fn part_changes(before: &Entry, after: &Entry, register: &Register) -> Vec<PartChange> {
    let pairs = parts(before, register)
        .into_iter()
        .zip(parts(after, register));
    let differing = pairs.filter(|((_, before), (_, after))| before != after);
    let told = differing.map(|((part, before), (_, after))| PartChange {
        part: part.name().to_owned(),
        before,
        after,
    });
    told.collect()
}

/// Every part of an entry in words, in one order; a part that says nothing is empty.
pub fn parts(entry: &Entry, register: &Register) -> Vec<(Part, String)> {
    let mut parts = of_service(&entry.service, register);
    parts.extend(of_kept(&entry.kept));
    parts
}

#[expect(
    clippy::too_many_lines,
    reason = "every part of a service, taken apart in one place"
)]
fn of_service(service: &Service, register: &Register) -> Vec<(Part, String)> {
    let Service {
        id: _,
        name,
        other_names,
        kind,
        description,
        provider,
        providers,
        area,
        courts,
        prisons,
        setting,
        groups,
        outcomes,
        eligibility,
        options,
        referrals,
        how_to_refer,
        contact,
        length,
        times,
        cost,
        evidence,
        access,
        languages,
        active_from,
        active_to,
        parent,
        state,
        jurisdiction,
        source,
        source_date,
        assured_on,
        assured_by,
        unverified,
        checked,
    } = service;
    let mut parts = vec![
        (Part::Name, name.clone()),
        (Part::OtherNames, other_names.join("; ")),
        (
            Part::Kind,
            register.words_for("programme_kind", kind).to_owned(),
        ),
        (Part::Description, description.clone()),
        (Part::Provider, words(provider.as_ref())),
        (
            Part::Providers,
            each(providers, |id| {
                let body = register.organisation(id);
                body.map_or_else(|| id.0.clone(), |body| body.name.clone())
            }),
        ),
        (Part::Area, in_area(area, register)),
        (Part::Courts, each(courts, |id| register.court_name(id))),
        (Part::Prisons, each(prisons, |id| register.prison_name(id))),
        (Part::Setting, coded(register, "setting", setting.as_ref())),
        (
            Part::Groups,
            each(groups, |code| {
                register.words_for("offender_group", code).to_owned()
            }),
        ),
        (
            Part::Needs,
            each(outcomes, |code| {
                register.words_for("outcome", code).to_owned()
            }),
        ),
    ];
    parts.extend(of_eligibility(eligibility, register));
    parts.extend([
        (
            Part::Options,
            each(options, |id| {
                register.words_for("disposal", &id.0).to_owned()
            }),
        ),
        (Part::Referrals, referrals.in_words()),
        (Part::HowToRefer, words(how_to_refer.as_ref())),
        (Part::Contact, words(contact.as_ref())),
        (Part::Length, words(length.as_ref())),
        (Part::Times, words(times.as_ref())),
        (Part::Cost, words(cost.as_ref())),
        (Part::Evidence, words(evidence.as_ref())),
        (Part::Access, words(access.as_ref())),
        (Part::Languages, languages.join("; ")),
        (Part::Began, words(active_from.as_ref())),
        (Part::Ended, words(active_to.as_ref())),
        (
            Part::Family,
            parent.as_ref().map_or_else(String::new, |id| {
                let family = register.entry(id);
                family.map_or_else(|| id.0.clone(), |family| family.service.name.clone())
            }),
        ),
        (Part::State, state.in_words().to_owned()),
        (Part::Jurisdiction, jurisdiction.clone()),
        (Part::Source, words(source.as_ref())),
        (Part::SourceDate, words(source_date.as_ref())),
        (
            Part::Confirmed,
            told([
                assured_on.map(day::in_words),
                assured_by.as_ref().map(|post| format!("by {post}")),
            ]),
        ),
        (Part::Unverified, unverified.join("; ")),
        (
            Part::Checked,
            match checked {
                Checked::Verified => "Checked against its source".to_owned(),
                Checked::Unverified => "Not checked".to_owned(),
            },
        ),
    ]);
    parts
}

fn of_eligibility(takes: &Eligibility, register: &Register) -> [(Part, String); 7] {
    let Eligibility {
        sex,
        age_from,
        age_to,
        offence,
        risk,
        order_needed,
        residence,
        not_for,
    } = takes;
    [
        (Part::Sex, coded(register, "sex", sex.as_ref())),
        (
            Part::Age,
            match (age_from, age_to) {
                (Some(from), Some(to)) => format!("{from} to {to}"),
                (Some(from), None) => format!("{from} or over"),
                (None, Some(to)) => format!("{to} or under"),
                (None, None) => String::new(),
            },
        ),
        (Part::Offence, words(offence.as_ref())),
        (Part::Risk, words(risk.as_ref())),
        (
            Part::OrderNeeded,
            coded(register, "order_needed", order_needed.as_ref()),
        ),
        (Part::Residence, words(residence.as_ref())),
        (Part::NotFor, words(not_for.as_ref())),
    ]
}

fn of_kept(kept: &Kept) -> [(Part, String); 6] {
    let Kept {
        note,
        reviewer,
        deputy,
        assured_how,
        feed_assurance,
        foreign_ids,
        changed_at: _,
        imported_at: _,
    } = kept;
    [
        (Part::HowConfirmed, words(assured_how.as_ref())),
        (
            Part::FeedConfirmed,
            feed_assurance
                .as_ref()
                .map_or_else(String::new, |FeedAssurance { on, feed }| {
                    format!("{} by {feed}", day::in_words(*on))
                }),
        ),
        (Part::Note, words(note.as_ref())),
        (Part::Reviewer, words(reviewer.as_ref())),
        (Part::Deputy, words(deputy.as_ref())),
        (Part::ForeignIds, foreign_ids.join("; ")),
    ]
}

impl ServiceState {
    /// The state in words, of the day its source was written.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Current => "Running at the date of its source",
            Self::Historical => "Ended",
            Self::Planned => "Planned, and not yet running",
            Self::Unknown => "Not known whether it runs",
        }
    }
}

fn in_area(area: &Area, register: &Register) -> String {
    match area {
        Area::National => "All councils".to_owned(),
        Area::Councils { councils } => each(councils, |id| register.council_name(id)),
        Area::Elsewhere { says } => says.clone(),
    }
}

fn coded(register: &Register, list: &str, code: Option<&String>) -> String {
    let words = code.map(|code| register.words_for(list, code));
    words.unwrap_or_default().to_owned()
}

fn words(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn each<T>(items: &[T], name: impl Fn(&T) -> String) -> String {
    items.iter().map(name).collect::<Vec<_>>().join("; ")
}

fn told<const MANY: usize>(parts: [Option<String>; MANY]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{FIFE, PERTH, a_register, a_service, day as civil, only};
    use crate::{Intake, Origin};
    use chrono::{DateTime, Utc};

    #[test]
    fn what_differs_is_told_part_by_part_in_words() {
        let register = a_register([a_service("pg-a", "A")]);
        let before = Entry::of_edition(a_service("pg-a", "A"));
        let mut after = before.clone();
        after.service.area = only(&[FIFE, PERTH]);
        after.service.eligibility.age_from = Some(16);
        after.service.eligibility.sex = Some("female".into());
        after.service.referrals.intake = Intake::WaitingList;
        after.service.referrals.weeks = Some(6);
        after.service.referrals.told_on = Some(civil("2026-11-12"));
        after.kept.note = Some("Ask for the duty worker.".into());

        let told = part_changes(&before, &after, &register);

        let told: Vec<(&str, &str, &str)> = told
            .iter()
            .map(|c| (c.part.as_str(), c.before.as_str(), c.after.as_str()))
            .collect();
        let referrals = "Taking people on to a waiting list; people wait about 6 weeks; told on 12 \
                         November 2026";
        assert_eq!(
            told,
            [
                ("Area", "All councils", "Fife; Perth and Kinross"),
                ("Takes: sex", "", "Women only"),
                ("Takes: age", "", "16 or over"),
                ("Referrals", "", referrals),
                ("Note kept here", "", "Ask for the duty worker."),
            ]
        );
    }

    #[test]
    fn how_and_when_the_program_wrote_it_down_is_not_a_part() {
        let register = a_register([]);
        let before = Entry::of_edition(a_service("pg-a", "A"));
        let mut after = before.clone();
        after.origin = Origin::Changed;
        after.kept.changed_at = Some("2026-11-22T10:00:00Z".parse::<DateTime<Utc>>().unwrap());

        assert_eq!(part_changes(&before, &after, &register), []);
    }

    #[test]
    fn each_part_is_told_once() {
        let register = a_register([]);

        let told = parts(&Entry::of_edition(a_service("pg-a", "A")), &register);

        let mut seen: Vec<Part> = told.iter().map(|(part, _)| *part).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), told.len());
        let mut names: Vec<&str> = told.iter().map(|(part, _)| part.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), told.len());
    }
}
