//! The codes that entries of the directory use, held against the lists that declare them.

use std::collections::BTreeSet;

use directory::{Organisation, Service};

use crate::Edition;

/// A code that an entry uses and no list declares.
pub(crate) struct Undeclared {
    /// Where the file's name begins.
    pub(crate) file: &'static str,
    /// The entry.
    pub(crate) id: String,
    /// The field that uses it.
    pub(crate) field: &'static str,
    /// The code.
    pub(crate) code: String,
}

/// The codes that are used and not declared. Orders are tried elsewhere: they may be options too.
pub(crate) fn undeclared(edition: &Edition) -> Vec<Undeclared> {
    let declared: BTreeSet<(&str, &str)> = edition
        .code_lists
        .iter()
        .map(|entry| (entry.list.as_str(), entry.code.as_str()))
        .collect();
    let of_services = edition.services.iter().flat_map(|service| {
        let used = of_service(service).into_iter();
        used.map(move |one| ("directory/prog", service.id.0.as_str(), one))
    });
    let of_bodies = edition.organisations.iter().map(|body: &Organisation| {
        let used = ("kind", "organisation_kind", body.kind.as_str());
        ("directory/org", body.id.0.as_str(), used)
    });
    let strange = of_services
        .chain(of_bodies)
        .filter(|(_, _, (_, list, code))| !declared.contains(&(*list, *code)));
    strange
        .map(|(file, id, (field, _, code))| Undeclared {
            file,
            id: id.to_owned(),
            field,
            code: code.to_owned(),
        })
        .collect()
}

/// Each code of a service: its field in the table, its list, and the code.
fn of_service(service: &Service) -> Vec<(&'static str, &'static str, &str)> {
    let takes = &service.eligibility;
    let mut used = vec![("kind", "programme_kind", service.kind.as_str())];
    let ones = [
        ("setting", "setting", &service.setting),
        ("elig_sex", "sex", &takes.sex),
        ("order_needed", "order_needed", &takes.order_needed),
    ];
    for (field, list, code) in ones {
        used.extend(code.iter().map(|code| (field, list, code.as_str())));
    }
    let several = [
        ("offender_groups", "offender_group", &service.groups),
        ("outcomes", "outcome", &service.outcomes),
    ];
    for (field, list, codes) in several {
        used.extend(codes.iter().map(|code| (field, list, code.as_str())));
    }
    used
}
