//! What open data cannot carry, said before it is relied on.

use directory::{Area, Entry, Referrals, ServiceState};

use crate::hsds_writing::Manner;

/// What was said of entries as a feed set it out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    /// Of how many the times went out by days and hours.
    pub times_set_out: usize,
}

/// What is lost in writing entries as open data, each in a sentence.
pub(crate) fn of_open_data(entries: &[&Entry], manner: Manner, told: Told) -> Vec<String> {
    let mut losses = Vec::new();
    let mut say = |count: usize, says: &str| {
        if count > 0 {
            let entries = if count == 1 { "entry" } else { "entries" };
            losses.push(format!("{says} ({count} {entries})."));
        }
    };
    let count =
        |wanted: &dyn Fn(&Entry) -> bool| entries.iter().filter(|entry| wanted(entry)).count();
    say(
        count(&|entry| entry.service.contact.is_some() && !manner.contacts),
        "Contacts are left out: they go out only when a person chooses them",
    );
    say(
        count(&|entry| {
            let kept = &entry.kept;
            kept.note.is_some() || kept.reviewer.is_some() || kept.deputy.is_some()
        }),
        "The notes, reviewers and deputies that are kept here stay here",
    );
    say(
        count(&|entry| entry.service.assured_by.is_some()),
        "Which post confirmed an entry is left out: the standard has only an e-mail address for it",
    );
    say(
        count(&|entry| {
            matches!(
                entry.service.state,
                ServiceState::Planned | ServiceState::Unknown
            )
        }),
        "Planned services, and those of which it is not known whether they run, both go out as \
         inactive with an alert; only a reader that knows our taxonomy tells them apart",
    );
    say(
        count(&|entry| entry.service.times.is_some()).saturating_sub(told.times_set_out),
        "Times go out in words, not as days and hours",
    );
    say(
        count(&|entry| entry.service.providers.len() > 1),
        "Providers after the first go out as attributes, which a reader may leave out",
    );
    say(
        count(&|entry| matches!(&entry.service.area, Area::Elsewhere { says } if !says.is_empty())),
        "Areas outside Scotland go out in words",
    );
    if manner.uk {
        say(
            count(&|entry| !entry.service.other_names.is_empty()),
            "Other names are left out: the UK profile has no place for them",
        );
        say(
            count(&|entry| {
                let takes = &entry.service.eligibility;
                takes.offence.is_some()
                    || takes.risk.is_some()
                    || takes.residence.is_some()
                    || takes.not_for.is_some()
            }),
            "Whom a service takes goes out in the description, under a heading, and as attributes \
             of our own taxonomies, which a reader may leave out: the UK profile has no place for it",
        );
        say(
            count(&|entry| entry.service.how_to_refer.is_some()),
            "How to refer goes out in the description, under a heading, and as an attribute of our \
             own taxonomy, which a reader may leave out: the UK profile has no place for it",
        );
        say(
            count(&|entry| !entry.service.languages.is_empty()),
            "Languages are left out: the UK profile names them without a code",
        );
        say(
            count(&|entry| {
                let service = &entry.service;
                service.length.is_some()
                    || service.evidence.is_some()
                    || service.access.is_some()
                    || service.source.is_some()
                    || service.source_date.is_some()
                    || service.active_from.is_some()
                    || service.active_to.is_some()
                    || !service.unverified.is_empty()
                    || service.referrals != Referrals::default()
            }),
            "How long it lasts, what is known of whether it works, access, the source and its date, \
             when it ran, places and waiting, and which parts are not checked go out as attributes \
             of our own taxonomies, which a reader may leave out: the UK profile has no place for \
             them",
        );
        say(
            count(&|entry| entry.service.parent.is_some()),
            "The family goes out as an attribute, which a reader may leave out: the UK profile has \
             no place for it",
        );
    }
    losses
}
