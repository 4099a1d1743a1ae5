//! The taxonomies by which open data carries what the standard has no place for.

use uuid::Uuid;

use crate::ids::uuid_of;

/// A list of ours as a taxonomy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Taxonomy {
    /// The list.
    pub list: &'static str,
    /// The name it is written with.
    pub name: &'static str,
    /// The column of our own table that its codes stand in.
    pub heading: &'static str,
}

/// Every taxonomy.
pub(crate) const TAXONOMIES: [Taxonomy; 13] = [
    taxonomy("programme_kind", "Kinds of programme", "kind"),
    taxonomy(
        "offender_group",
        "Offender groups, 2006 strategy",
        "offender_groups",
    ),
    taxonomy("outcome", "Offender outcomes O1 to O9", "outcomes"),
    taxonomy("disposal", "Court disposals and decisions", "disposal_ids"),
    taxonomy("setting", "Settings", "setting"),
    taxonomy("sex", "Sex of the people taken", "elig_sex"),
    taxonomy("order_needed", "Whether an order is needed", "order_needed"),
    taxonomy("court", "Courts of relevance", "court_ids"),
    taxonomy("verification", "Verification status", "status"),
    taxonomy("programme_state", "Whether the service runs", "state"),
    taxonomy("delivery_partner", "Delivery partners", "provider_org_ids"),
    taxonomy("family", "Families of programmes", "parent_id"),
    taxonomy("intake", "Whether the service takes referrals", "intake"),
];

/// The taxonomy under which a part in words goes out: each of its terms is a column of our table.
pub(crate) const TEXTS: &str = "entry_text";

/// Its name.
pub(crate) const TEXTS_NAME: &str = "Further parts of the entry";

/// The parts in words that go out so.
pub(crate) const TEXT_HEADINGS: [&str; 22] = [
    "provider",
    "elig_offence",
    "elig_risk",
    "elig_residence",
    "not_for",
    "length",
    "evidence",
    "access",
    "active_from",
    "active_to",
    "source",
    "source_date",
    "jurisdiction",
    "unverified_fields",
    "intake_weeks",
    "intake_next_start",
    "intake_places",
    "intake_told_on",
    "feed_assured_on",
    "feed_assured_by",
    "foreign_ids",
    "areas_served",
];

/// The part in words that the UK profile has in the description, and that goes out so beside it.
pub(crate) const FOLDED_HEADING: &str = "how_to_refer";

/// The taxonomy of what an organisation is, with its name.
pub(crate) const BODY_KINDS: (&str, &str) = ("organisation_kind", "Kinds of organisation");

const fn taxonomy(list: &'static str, name: &'static str, heading: &'static str) -> Taxonomy {
    Taxonomy {
        list,
        name,
        heading,
    }
}

/// The id a taxonomy goes out with.
pub(crate) fn id_of(list: &str) -> Uuid {
    uuid_of("taxonomy", list)
}

/// The list that a taxonomy's name or id names.
pub(crate) fn list_of(name: Option<&str>, id: Option<&str>) -> Option<&'static str> {
    let lists = TAXONOMIES
        .iter()
        .map(|taxonomy| (taxonomy.list, taxonomy.name));
    let mut all = lists.chain([(TEXTS, TEXTS_NAME)]);
    let found = all.find(|(list, label)| {
        name.is_some_and(|name| name == *list || name == *label)
            || id.is_some_and(|id| id == id_of(list).to_string())
    });
    found.map(|(list, _)| list)
}
