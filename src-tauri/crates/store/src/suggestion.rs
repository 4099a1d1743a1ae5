//! What a person may have meant, where words find nothing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, named_params};

use crate::columns::unreadable;
use crate::edit_distance::distance;
use crate::failure::Failure;
use crate::search::{SearchKind, finds};
use crate::words::words;
use crate::{Error, Store};

/// How many of the nearest words are tried.
const TRIED: usize = 8;

/// A word this short is too near too many others for two slips.
const SHORT: usize = 4;

/// A word of the index, and how near it is: the least comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Near {
    distance: usize,
    in_no_name: bool,
    shared: Reverse<usize>,
    frequency: Reverse<u32>,
    term: String,
}

/// A word of the index: how often it is in names and aliases, and how often anywhere.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    in_names: u32,
    anywhere: u32,
}

impl Store {
    /// Gives what was perhaps meant: the words typed, each that finds nothing among these kinds put
    /// right by at most two slips, where the whole then finds something. None where it already does.
    pub fn did_you_mean(&self, typed: &str, kinds: &[SearchKind]) -> Result<Option<String>, Error> {
        self.read(|store| {
            let typed = words(typed);
            if typed.is_empty() || finds(store, &typed, kinds)? {
                return Ok(None);
            }
            let mut meant = Vec::with_capacity(typed.len());
            for word in &typed {
                meant.push(put_right(store, word, kinds)?);
            }
            let found = meant != typed && finds(store, &meant, kinds)?;
            Ok(found.then(|| meant.join(" ")))
        })
    }
}

/// Gives the nearest word that finds something among these kinds, so that no suggestion shows a
/// word of a record to someone who may not search records; the word itself where there is none.
fn put_right(store: &Connection, word: &str, kinds: &[SearchKind]) -> Result<String, Failure> {
    if finds(store, &[word.to_owned()], kinds)? {
        return Ok(word.to_owned());
    }
    for starts in starts(word) {
        for near in nearest(store, word, &starts)?.into_iter().take(TRIED) {
            if finds(store, std::slice::from_ref(&near.term), kinds)? {
                return Ok(near.term);
            }
        }
    }
    Ok(word.to_owned())
}

/// Gives how near words may begin, so that a small part of the index is read: first with the same
/// letter, as after most slips; then with the second letter, where the first is one too many or they
/// changed places, or with any letter before the second or the first, where the first is mistaken or
/// left out.
fn starts(word: &str) -> [Vec<String>; 2] {
    let mut letters = word.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return [vec![word.to_owned()], Vec::new()];
    };
    let mut others = Vec::new();
    if second != first {
        others.push(second.to_string());
    }
    for letter in ('a'..='z').filter(|letter| *letter != first && *letter != second) {
        others.push(format!("{letter}{second}"));
        if second != first {
            others.push(format!("{letter}{first}"));
        }
    }
    [vec![first.to_string()], others]
}

/// Gives the words of the index near a word, among those that begin in certain ways: the nearest first.
fn nearest(store: &Connection, word: &str, starts: &[String]) -> Result<Vec<Near>, Failure> {
    let mut near = BTreeMap::new();
    for start in starts {
        add_near_words(&mut near, store, word, start)?;
    }
    let near = near
        .into_iter()
        .map(|(term, (distance, used)): (String, (usize, Use))| Near {
            distance,
            in_no_name: used.in_names == 0,
            shared: Reverse(shared_start(word, &term)),
            frequency: Reverse(used.in_names.max(used.anywhere)),
            term,
        });
    Ok(near.collect::<BTreeSet<_>>().into_iter().collect())
}

fn shared_start(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count()
}

/// Adds the words of the index near a word that begin in one way, with their distance and use.
fn add_near_words(
    near: &mut BTreeMap<String, (usize, Use)>,
    store: &Connection,
    word: &str,
    start: &str,
) -> Result<(), Failure> {
    let letters = word.chars().count();
    let most = if letters <= SHORT { 1 } else { 2 };
    let mut statement = store.prepare_cached(
        "SELECT term, col, cnt FROM search_vocabulary
         WHERE term >= :from AND term < :until AND length(term) BETWEEN :shortest AND :longest",
    )?;
    let mut rows = statement.query(named_params! {
        ":from": start,
        ":until": format!("{start}{}", char::MAX),
        ":shortest": count(letters.saturating_sub(most)),
        ":longest": count(letters + most),
    })?;
    while let Some(row) = rows.next()? {
        let term = row.get_ref("term")?.as_str().map_err(unreadable)?;
        let Some(distance) = distance(word, term, most) else {
            continue;
        };
        let count: u32 = row.get("cnt")?;
        let (_, used) = near
            .entry(term.to_owned())
            .or_insert((distance, Use::default()));
        used.anywhere = used.anywhere.saturating_add(count);
        if row
            .get_ref("col")?
            .as_str()
            .is_ok_and(|column| column != "body")
        {
            used.in_names = used.in_names.saturating_add(count);
        }
    }
    Ok(())
}

fn count(letters: usize) -> u32 {
    u32::try_from(letters).unwrap_or(u32::MAX)
}
