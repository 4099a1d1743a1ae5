//! What a list of open data is a list of. A feed publishes lists of several things beside its
//! services, and one of those says best by its name that it is the wrong file.

use serde_json::{Map, Value};

use crate::Refusal;

/// What a feed lists beside services, and keys that it alone has.
const OTHERS: [(&str, &[&str]); 4] = [
    (
        "locations",
        &["location_type", "latitude", "longitude", "addresses"],
    ),
    (
        "organisations",
        &[
            "website",
            "tax_status",
            "legal_status",
            "year_incorporated",
            "organization_identifiers",
            "parent_organization_id",
        ],
    ),
    (
        "terms of a taxonomy",
        &["taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri"],
    ),
    ("taxonomies", &["version"]),
];

/// Refuses a list in which everything is plainly something else than a service.
pub(crate) fn refuse_others(listed: &[Value]) -> Result<(), Refusal> {
    let found = OTHERS.iter().find(|(_, keys)| {
        !listed.is_empty() && listed.iter().all(|one| is_other(one.as_object(), keys))
    });
    let Some((what, _)) = found else {
        return Ok(());
    };
    Err(Refusal::of_file(format!(
        "The file lists {what}, and services are taken in here. Bring the list of services of the \
         same feed: each service in it names its organisation and its places."
    )))
}

/// Whether an object has a key that only another thing has, and none of those that every service
/// has.
fn is_other(object: Option<&Map<String, Value>>, keys: &[&str]) -> bool {
    object.is_some_and(|object| {
        let has = |key: &&str| object.contains_key(*key);
        keys.iter().any(has)
            && !["status", "organization", "organization_id"]
                .iter()
                .any(has)
    })
}
