//! What an edition would change: the entries that stand beside those it holds.

use directory::{Entry, Origin, PartChange, Register, Service, ServiceId, part_changes, parts};
use serde::{Deserialize, Serialize};

use crate::LocalEdition;

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum InstallEffect {
    /// It is new here.
    Added,
    /// Some of it changes.
    Changed,
    /// It changes, and so did what stands here since the version it was changed from: both are
    /// shown, and a person chooses.
    Disputed,
}

/// An entry that an edition would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// The entry.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// What becomes of it.
    pub effect: InstallEffect,
    /// Each part that changes.
    pub parts: Vec<PartChange>,
}

/// What an edition would change in a directory, in the edition's order. An entry that stands as the
/// edition has it is left out.
pub fn compare(edition: &LocalEdition, register: &Register) -> Vec<Difference> {
    let differences = edition.entries.iter().filter_map(|published| {
        let held = register.entry(&published.service.id);
        let after = published.over(held, &edition.office);
        let parts = match held {
            Some(held) => part_changes(held, &after, register),
            None => parts(&after, register)
                .into_iter()
                .filter(|(_, after)| !after.is_empty())
                .map(|(part, after)| PartChange {
                    part: part.name().to_owned(),
                    before: String::new(),
                    after,
                })
                .collect(),
        };
        let effect = match held {
            None => InstallEffect::Added,
            Some(held) if disputed(held, published.base.as_ref()) => InstallEffect::Disputed,
            Some(_) => InstallEffect::Changed,
        };
        (!parts.is_empty()).then(|| Difference {
            service: published.service.id.clone(),
            name: published.service.name.clone(),
            effect,
            parts,
        })
    });
    differences.collect()
}

/// Whether what stands here was changed here, and not from what the edition has.
fn disputed(held: &Entry, base: Option<&Service>) -> bool {
    matches!(held.origin, Origin::Changed | Origin::Here) && base != Some(&held.service)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PublishedEntry;
    use directory::Surroundings;

    /// A service as it travels: written out, so that a test needs no crate to make one.
    fn a_service(id: &str, name: &str) -> Service {
        serde_json::from_value(serde_json::json!({
            "id": id, "name": name, "other-names": [], "kind": "addiction",
            "description": "Help for people.", "provider": null, "providers": [],
            "area": { "area": "national" }, "courts": [], "prisons": [], "setting": null,
            "groups": [], "outcomes": [],
            "eligibility": {
                "sex": null, "age-from": null, "age-to": null, "offence": null, "risk": null,
                "order-needed": null, "residence": null, "not-for": null
            },
            "options": [],
            "referrals": {
                "intake": "not-stated", "weeks": null, "next-start": null, "places": null,
                "told-on": null
            },
            "how-to-refer": null, "contact": null, "length": null, "times": null, "cost": null,
            "evidence": null, "access": null, "languages": [], "active-from": null,
            "active-to": null, "parent": null, "state": "current", "jurisdiction": "Scotland",
            "source": null, "source-date": null, "assured-on": null, "assured-by": null,
            "unverified": [], "checked": "verified"
        }))
        .unwrap()
    }

    fn an_edition(entries: Vec<PublishedEntry>) -> LocalEdition {
        LocalEdition {
            office: "Inverbrae".into(),
            number: 1,
            made_on: "2026-11-22".parse().unwrap(),
            over: "2026-11".into(),
            entries,
            organisations: Vec::new(),
        }
    }

    fn published(service: Service, base: Option<Service>) -> PublishedEntry {
        PublishedEntry {
            service,
            base,
            assured_how: None,
        }
    }

    fn register(entries: Vec<Entry>) -> Register {
        Register::new(entries, Surroundings::default())
    }

    #[test]
    fn what_stands_as_the_edition_has_it_is_no_difference() {
        let service = a_service("pg-a", "A");
        let edition = an_edition(vec![published(service.clone(), None)]);

        let found = compare(&edition, &register(vec![Entry::of_edition(service)]));

        assert_eq!(found, []);
    }

    #[test]
    fn a_new_entry_tells_all_that_it_says() {
        let edition = an_edition(vec![published(a_service("pg-a", "A"), None)]);

        let found = compare(&edition, &register(Vec::new()));

        let [one] = found.as_slice() else {
            panic!("one entry is new: {found:?}");
        };
        assert_eq!(one.effect, InstallEffect::Added);
        assert!(
            one.parts
                .iter()
                .any(|part| part.after == "Help for people.")
        );
        assert!(one.parts.iter().all(|part| part.before.is_empty()));
    }

    #[test]
    fn what_was_changed_here_too_is_disputed_and_what_was_not_is_changed() {
        let national = a_service("pg-a", "A");
        let theirs = a_service("pg-a", "A, as they know it");
        let mut here = Entry::of_edition(a_service("pg-a", "A, as we know it"));
        here.origin = Origin::Changed;
        let edition = an_edition(vec![published(theirs, Some(national.clone()))]);

        let disputed = compare(&edition, &register(vec![here]));
        let changed = compare(&edition, &register(vec![Entry::of_edition(national)]));

        assert_eq!(
            disputed.first().map(|one| one.effect),
            Some(InstallEffect::Disputed)
        );
        assert_eq!(
            changed.first().map(|one| one.effect),
            Some(InstallEffect::Changed)
        );
    }

    #[test]
    fn a_later_confirmation_here_and_notes_kept_here_stay() {
        let mut theirs = a_service("pg-a", "A");
        theirs.assured_on = Some("2026-09-01".parse().unwrap());
        theirs.assured_by = Some("Their post".into());
        let mut here = Entry::of_edition(a_service("pg-a", "A"));
        here.service.assured_on = Some("2026-10-01".parse().unwrap());
        here.service.assured_by = Some("Our post".into());
        here.kept.note = Some("Ask for the duty worker.".into());

        let after = published(theirs.clone(), None).over(Some(&here), "Inverbrae");
        let fresh = published(theirs, None).over(None, "Inverbrae");

        assert_eq!(after.service.assured_by.as_deref(), Some("Our post"));
        assert_eq!(after.kept.note, here.kept.note);
        assert_eq!(fresh.service.assured_by.as_deref(), Some("Their post"));
    }
}
