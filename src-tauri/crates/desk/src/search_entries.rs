//! What of an edition can be found, and the index of it in the store. Services are not in it: the
//! directory finds its own, those that were changed or written here among them.

use edition::Edition;
use law::{Menu, MenuOption};
use store::{SearchEntry, SearchKind, Store};

use crate::Fault;
use crate::desk::digest;

/// Brings a store's index up to the edition.
pub(crate) fn index(edition: &Edition, store: &mut Store) -> Result<(), Fault> {
    let label = &edition.label;
    let bytes = serde_json::to_vec(&edition.options).map_err(|_| Fault::EditionDamaged)?;
    let stamp = digest(&bytes);
    let stamp = format!("{}-{}-{stamp}", label.number, label.name);
    store.index_edition(&stamp, entries(edition))?;
    Ok(())
}

fn entries(edition: &Edition) -> impl Iterator<Item = SearchEntry> {
    let options = edition
        .options
        .iter()
        .map(|option| option_entry(edition, option));
    let courts = edition.courts.iter().map(|court| SearchEntry {
        kind: SearchKind::Court,
        id: court.id.0.clone(),
        name: court.name.clone(),
        aliases: vec![court.town.clone()],
        text: court.sheriffdom.clone().unwrap_or_default(),
    });
    let councils = edition.councils.iter().map(|council| SearchEntry {
        kind: SearchKind::Council,
        id: council.id.0.clone(),
        name: council.name.clone(),
        aliases: vec![council.short_name.clone()],
        text: council.health_board.clone(),
    });
    let prisons = edition.prisons.iter().map(|prison| SearchEntry {
        kind: SearchKind::Prison,
        id: prison.id.0.clone(),
        name: prison.name.clone(),
        aliases: vec![prison.town.clone()],
        text: prison.populations.clone().unwrap_or_default(),
    });
    let terms = edition.terms.iter().map(|term| SearchEntry {
        kind: SearchKind::Term,
        id: term.term.clone(),
        name: term.term.clone(),
        aliases: term.expansion.iter().cloned().collect(),
        text: term.meaning.clone(),
    });
    options
        .chain(courts)
        .chain(councils)
        .chain(prisons)
        .chain(terms)
}

fn option_entry(edition: &Edition, option: &MenuOption) -> SearchEntry {
    let kind = match edition.menu_of(option) {
        Some(Menu::Bail) => SearchKind::BailOption,
        Some(Menu::Disposals) | None => SearchKind::Disposal,
    };
    SearchEntry {
        kind,
        id: option.id.0.clone(),
        name: option.name.clone(),
        aliases: option.aliases.clone(),
        text: option.texts().collect::<Vec<_>>().join("\n"),
    }
}
