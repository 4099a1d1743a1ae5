//! What an entry says, as search reads it. The note that is kept beside an entry is not among it:
//! it stays with those who keep the entry.

use crate::word_index::Said;
use crate::{Area, Entry, Register, Service};

/// The words of an entry, by where they stand.
pub(crate) fn by(entry: &Entry, register: &Register) -> Said {
    let service = &entry.service;
    let mut aliases = service.other_names.clone();
    aliases.push(
        register
            .words_for("programme_kind", &service.kind)
            .to_owned(),
    );
    aliases.extend(service.provider.clone());
    let bodies = service.providers.iter();
    aliases.extend(bodies.filter_map(|id| Some(register.organisation(id)?.name.clone())));
    Said {
        name: service.name.clone(),
        aliases,
        text: text(service, register),
    }
}

fn text(service: &Service, register: &Register) -> Vec<String> {
    let takes = &service.eligibility;
    let mut text = vec![service.description.clone()];
    let written = [
        &takes.offence,
        &takes.risk,
        &takes.residence,
        &takes.not_for,
        &service.how_to_refer,
        &service.evidence,
    ];
    text.extend(written.into_iter().flatten().cloned());
    if let Some(sex @ ("male" | "female")) = takes.sex.as_deref() {
        text.push(register.words_for("sex", sex).to_owned());
    }
    text.extend(places(service, register));
    let coded = |list: &str, codes: &mut dyn Iterator<Item = &str>| -> Vec<String> {
        codes
            .map(|code| register.words_for(list, code).to_owned())
            .collect()
    };
    text.extend(coded(
        "offender_group",
        &mut service.groups.iter().map(String::as_str),
    ));
    text.extend(coded(
        "outcome",
        &mut service.outcomes.iter().map(String::as_str),
    ));
    text.extend(coded(
        "disposal",
        &mut service.options.iter().map(|id| id.0.as_str()),
    ));
    text
}

fn places(service: &Service, register: &Register) -> Vec<String> {
    let mut places: Vec<String> = match &service.area {
        Area::National => Vec::new(),
        Area::Elsewhere { says } => vec![says.clone(), service.jurisdiction.clone()],
        Area::Councils { councils } => councils
            .iter()
            .filter_map(|id| register.council(id))
            .map(|council| format!("{} {}", council.name, council.short_name))
            .collect(),
    };
    places.extend(service.courts.iter().map(|id| register.court_name(id)));
    places.extend(service.prisons.iter().map(|id| register.prison_name(id)));
    places
}
