//! The description of a service that came as open data: without what our own writing folded into it,
//! and with what the feed says in words that has no place of its own here.

use directory::Register;

use crate::hsds_service::Told;
use crate::matching::Matcher;
use crate::row_reading::ReadRow;
use crate::{MatchedBy, eligibility_words, folded_words};

/// Takes off the description what our own writing by the UK profile folded into it: what the file
/// says beside it, or, in a file that does not, what stands here. Says whether it took any off.
pub(crate) fn take_folded_off(
    told: &Told,
    read: &mut ReadRow,
    register: &Register,
    matcher: &Matcher<'_>,
) -> bool {
    if !told.marks.ours_in_uk {
        return false;
    }
    let here = match matcher.by_foreign(&told.foreign_id) {
        Some((id, MatchedBy::Id)) => register.entry(&id).map(|entry| &entry.service),
        _ => None,
    };
    let service = &mut read.service;
    let refer = match &service.how_to_refer {
        Some(words) => Some(words.clone()),
        None => here.and_then(|here| here.how_to_refer.clone()),
    };
    let who = [
        Some(eligibility_words::who(service, register)),
        here.map(|here| eligibility_words::who(here, register)),
    ];
    let blocks = [
        (folded_words::REFER, refer.into_iter().collect::<Vec<_>>()),
        (folded_words::WHO, who.into_iter().flatten().collect()),
    ];
    let mut taken = false;
    for (heading, words) in blocks {
        if let Some(rest) = folded_words::without(&service.description, heading, &words) {
            service.description = rest;
            taken = true;
        }
    }
    taken
}

/// Adds to the description what the feed says in words of whom a service takes and what to mind,
/// but for what we write there ourselves.
pub(crate) fn add_words(told: &Told, read: &mut ReadRow, register: &Register) {
    let who = eligibility_words::who(&read.service, register);
    let theirs = told.who.as_ref().filter(|words| **words != who);
    let ours = eligibility_words::alert(&read.service);
    let alert = told
        .alert
        .as_ref()
        .filter(|words| Some(words.as_str()) != ours);
    for (label, words) in [(folded_words::WHO, theirs), ("Note", alert)] {
        if let Some(words) = words {
            let description = &mut read.service.description;
            if !description.is_empty() {
                description.push_str("\n\n");
            }
            description.push_str(label);
            description.push_str(": ");
            description.push_str(words);
        }
    }
}
