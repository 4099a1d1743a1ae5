//! What was typed, as it is looked for: each word the beginning of a word, an everyday word by the
//! words that the directory uses, and a word that finds nothing by those one or two slips away.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::EverydayWord;
use crate::fold::fold;
use crate::slip::{Near, Slip};
use crate::word_index::WordIndex;

/// More words than this say no more than these do.
const MOST_WORDS: usize = 16;

/// A word with a slip in it may stand for so many words.
const MOST_MEANT: usize = 8;

/// A shorter beginning of an everyday word is not taken for it.
const SHORTEST_EVERYDAY: usize = 3;

/// Words that join others, and are looked for only where nothing else was typed.
const JOINING: [&str; 17] = [
    "a", "an", "and", "at", "by", "for", "from", "has", "in", "is", "of", "on", "or", "the", "to",
    "who", "with",
];

/// The everyday words, folded.
pub(crate) type Everyday = BTreeMap<String, Vec<Vec<String>>>;

/// The everyday words as they are looked up.
pub(crate) fn everyday(words: &[EverydayWord]) -> Everyday {
    let mut table = Everyday::new();
    for row in words {
        let means = row.means.iter().map(|text| split(&fold(text)));
        let means = means.filter(|words| !words.is_empty());
        let key = telling(split(&fold(&row.word))).join(" ");
        table.entry(key).or_default().extend(means);
    }
    table
}

fn split(folded: &str) -> Vec<String> {
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A way to find a word or phrase that was typed.
struct Way {
    /// Beginnings of words, all of which an entry has.
    words: Vec<String>,
    /// Whether these are the words that were typed, or words that stand for them.
    as_typed: bool,
}

/// How well each place answers what was typed; 0 where it does not. None where nothing was typed.
pub(crate) fn weigh(
    typed: &str,
    index: &WordIndex,
    everyday: &Everyday,
    places: usize,
) -> Option<Vec<u16>> {
    let read = ways(typed, index, everyday);
    if read.is_empty() {
        return None;
    }
    let mut sums = vec![0_u16; places];
    let mut covered = vec![0_u8; places];
    let mut of_word = vec![0_u8; places];
    let mut of_way = vec![0_u8; places];
    let mut one = vec![0_u8; places];
    for ways in &read {
        of_word.fill(0);
        for way in ways {
            weigh_way(way, index, &mut of_way, &mut one);
            for (held, found) in of_word.iter_mut().zip(&of_way) {
                *held = (*held).max(*found);
            }
        }
        for ((sum, covered), found) in sums.iter_mut().zip(&mut covered).zip(&of_word) {
            *sum = sum.saturating_add(u16::from(*found));
            *covered += u8::from(*found > 0);
        }
    }
    let wanted = wanted(&read, &covered);
    for (sum, covered) in sums.iter_mut().zip(&covered) {
        // An entry that has more of the words stands before one that has fewer, whatever they weigh.
        *sum = if usize::from(*covered) < wanted {
            0
        } else {
            sum.saturating_add(u16::from(*covered) * 500)
        };
    }
    Some(sums)
}

/// How many of the words typed an entry must have: all of them, if any entry has. Of a sentence
/// that none answers whole, a third of the words that can be found at all: those that have more stand
/// first.
fn wanted(read: &[Vec<Way>], covered: &[u8]) -> usize {
    let all = read.len();
    let most = covered.iter().copied().max().map_or(0, usize::from);
    if all < 3 || most == all {
        return all;
    }
    let found = read.iter().filter(|ways| !ways.is_empty()).count();
    found.div_ceil(3).min(most).max(2)
}

fn weigh_way(way: &Way, index: &WordIndex, of_way: &mut [u8], one: &mut [u8]) {
    of_way.fill(u8::MAX);
    for word in &way.words {
        one.fill(0);
        index.weigh(word, one);
        for (held, found) in of_way.iter_mut().zip(one.iter()) {
            *held = (*held).min(*found);
        }
    }
    if !way.as_typed {
        for held in of_way.iter_mut() {
            *held = held.div_ceil(2);
        }
    }
}

/// Gives, for each word or phrase that was typed, every way to find it.
fn ways(typed: &str, index: &WordIndex, everyday: &Everyday) -> Vec<Vec<Way>> {
    let words = looked_for(typed);
    let mut read = Vec::new();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        if let Some((many, means)) = phrase(rest, everyday) {
            let (typed, after) = rest.split_at(many);
            let mut ways: Vec<Way> = means.iter().map(|words| stands_for(words)).collect();
            ways.push(as_typed(typed.to_vec()));
            read.push(ways);
            rest = after;
            continue;
        }
        read.push(ways_of(word, index, everyday));
        rest = after;
    }
    read
}

fn looked_for(typed: &str) -> Vec<String> {
    let mut words = telling(split(&fold(typed)));
    words.truncate(MOST_WORDS);
    words
}

/// Words without those that only join, unless there are no others.
fn telling(mut words: Vec<String>) -> Vec<String> {
    let tells = |word: &String| !JOINING.contains(&word.as_str());
    if words.iter().any(tells) {
        words.retain(tells);
    }
    words
}

/// Whether an entry has every one of some words, or a word that begins so.
pub(crate) fn is_said(words: &str, index: &WordIndex, places: usize) -> bool {
    let words = split(&fold(words));
    if words.is_empty() {
        return false;
    }
    let (mut weights, mut one) = (vec![0; places], vec![0; places]);
    weigh_way(&as_typed(words), index, &mut weights, &mut one);
    weights.iter().any(|weight| *weight > 0)
}

fn stands_for(words: &[String]) -> Way {
    Way {
        words: words.to_vec(),
        as_typed: false,
    }
}

fn as_typed(words: Vec<String>) -> Way {
    Way {
        words,
        as_typed: true,
    }
}

/// The longest everyday phrase of several words with which the words begin.
fn phrase<'e>(words: &[String], everyday: &'e Everyday) -> Option<(usize, &'e Vec<Vec<String>>)> {
    let longest = words.len().min(5);
    (2..=longest).rev().find_map(|many| {
        let joined = words.get(..many)?.join(" ");
        everyday.get(&joined).map(|means| (many, means))
    })
}

fn ways_of(word: &str, index: &WordIndex, everyday: &Everyday) -> Vec<Way> {
    let mut ways: Vec<Way> = meant_by(word, everyday)
        .into_iter()
        .map(|words| stands_for(words))
        .collect();
    if index.holds(word) {
        ways.push(as_typed(vec![word.to_owned()]));
        ways.extend(singular(word, index).map(|one| stands_for(&[one.to_owned()])));
    }
    if !ways.is_empty() {
        return ways;
    }
    for meant in nearest(word, index, everyday) {
        ways.extend(
            meant_by(&meant, everyday)
                .into_iter()
                .map(|w| stands_for(w)),
        );
        ways.push(stands_for(&[meant]));
    }
    ways
}

/// The word of which a word is the plural, where entries say both of them whole: the beginning of a
/// longer word is no plural.
fn singular<'w>(word: &'w str, index: &WordIndex) -> Option<&'w str> {
    let one = word.strip_suffix('s')?;
    (index.says(word) && index.says(one)).then_some(one)
}

/// What the everyday words that begin so stand for; of a word that is whole, only that one.
fn meant_by<'e>(word: &str, everyday: &'e Everyday) -> BTreeSet<&'e Vec<String>> {
    if let Some(means) = everyday.get(word) {
        return means.iter().collect();
    }
    if word.chars().count() < SHORTEST_EVERYDAY {
        return BTreeSet::new();
    }
    let from = (Bound::Included(word), Bound::Unbounded);
    let begun = everyday.range::<str, _>(from);
    let begun = begun.take_while(|(key, _)| key.starts_with(word));
    begun.flat_map(|(_, means)| means).collect()
}

/// The words a word with a slip may stand for: the nearest, those of most entries first.
fn nearest(word: &str, index: &WordIndex, everyday: &Everyday) -> Vec<String> {
    let Some(mut slip) = Slip::of(word) else {
        return Vec::new();
    };
    let spoken = everyday.keys().filter(|key| !key.contains(' '));
    let all = index.words().chain(spoken.map(|key| (key.as_str(), 0)));
    let mut near: Vec<(Near, usize, &str)> = all
        .filter_map(|(word, entries)| Some((slip.nearness(word)?, entries, word)))
        .collect();
    near.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
    let fewest = near.first().map(|(near, _, _)| near.slips);
    let nearest = near
        .iter()
        .filter(|(near, _, _)| Some(near.slips) == fewest);
    let mut meant: Vec<String> = nearest.map(|(_, _, word)| (*word).to_owned()).collect();
    meant.dedup();
    meant.truncate(MOST_MEANT);
    meant
}

/// What was typed with each word that finds nothing replaced by the nearest word; none where every
/// word finds something, or nothing is near.
pub(crate) fn did_you_mean(typed: &str, index: &WordIndex, everyday: &Everyday) -> Option<String> {
    let mut changed = false;
    let words: Vec<String> = split(&fold(typed))
        .into_iter()
        .map(|word| {
            let known = index.holds(&word) || !meant_by(&word, everyday).is_empty();
            let near = (!known).then(|| nearest(&word, index, everyday));
            match near.and_then(|near| near.into_iter().next()) {
                Some(meant) => {
                    changed = true;
                    meant
                }
                None => word,
            }
        })
        .collect();
    changed.then(|| words.join(" "))
}

#[cfg(test)]
mod tests;
