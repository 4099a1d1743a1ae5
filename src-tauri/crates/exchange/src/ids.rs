//! The ids that go out with open data, and those of what comes in without one.
//!
//! A name of ours always has the same UUID, version 5 in one namespace, so that the same directory
//! written twice says the same. What a feed brought keeps the feed's own.

use directory::{Area, ServiceId};
use uuid::Uuid;

/// The namespace of every id that is written. It never changes.
const NAMESPACE: Uuid = Uuid::from_u128(0x5902_2fb0_d677_568a_913f_ad15_9ddb_482e);

/// Before the UUID of an entry that a feed brought.
const FOREIGN: &str = "hs-";

/// The UUID of a thing of some kind by its name.
pub(crate) fn uuid_of(kind: &str, name: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{kind}:{name}").as_bytes())
}

/// The UUID that an entry goes out with.
pub(crate) fn of_service(id: &ServiceId) -> Uuid {
    foreign(id).unwrap_or_else(|| uuid_of("service", &id.0))
}

/// The feed's own UUID of an entry that a feed brought.
pub(crate) fn foreign(id: &ServiceId) -> Option<Uuid> {
    let text = id.0.strip_prefix(FOREIGN)?;
    Uuid::parse_str(text).ok()
}

/// The id of an entry that a feed brings under its own id.
pub(crate) fn of_foreign(foreign: &str) -> ServiceId {
    let uuid = Uuid::parse_str(foreign).unwrap_or_else(|_| uuid_of("foreign", foreign));
    ServiceId(format!("{FOREIGN}{uuid}"))
}

/// The id of a row that names none: the same for the same name, provider and area.
pub(crate) fn of_row(name: &str, provider: Option<&str>, area: &Area) -> ServiceId {
    let provider = provider.unwrap_or_default();
    let uuid = uuid_of(
        "row",
        &format!("{name}\u{1F}{provider}\u{1F}{}", area_key(area)),
    );
    ServiceId(format!("im-{uuid}"))
}

/// An area as one text, to compare by.
pub(crate) fn area_key(area: &Area) -> String {
    match area {
        Area::National => "national".to_owned(),
        Area::Elsewhere { says } => says.clone(),
        Area::Councils { councils } => {
            let mut codes: Vec<&str> = councils.iter().map(|id| id.0.as_str()).collect();
            codes.sort_unstable();
            codes.join(";")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_ours_always_goes_out_as_the_same_uuid() {
        let id = ServiceId("pg-right-track".into());

        let uuid = of_service(&id);

        assert_eq!(uuid.get_version_num(), 5);
        assert_eq!(uuid.to_string(), "4357893d-7f68-5194-b91c-a4a2e15c4d7f");
    }

    #[test]
    fn what_a_feed_brought_goes_out_as_it_came() {
        let theirs = "ac148810-d857-441c-9679-408f346de14b";

        let id = of_foreign(theirs);

        assert_eq!(id.0, format!("hs-{theirs}"));
        assert_eq!(of_service(&id).to_string(), theirs);
    }
}
