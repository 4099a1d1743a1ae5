//! A good file with something changed in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What makes readers stumble: ends, quotes, signs of the formats, letters that are no letters.
const STUMBLING: [&[u8]; 22] = [
    b"\"",
    b"\"\"",
    b",",
    b"\r",
    b"\n",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xC3",
    b"\xE2\x80\xAE",
    b"{",
    b"}",
    b"[",
    b"]",
    b"null",
    b"1e999",
    b"\\u0000",
    b"</",
    b"<!DOCTYPE x [<!ENTITY y \"z\">]>",
    b"&y;",
    b"99999999999999999999",
    b"-1",
];

/// One thing that happens to a file.
#[derive(Clone, Debug)]
enum Change {
    /// A byte becomes another.
    Flip(Index, u8),
    /// Bytes come between.
    Put(Index, Vec<u8>),
    /// Some of it is gone.
    Cut(Index, usize),
    /// Some of it stands there again, so many times.
    Again(Index, usize, usize),
    /// It ends early.
    End(Index),
}

fn a_change() -> impl Strategy<Value = Change> {
    let stumbling = select(STUMBLING.as_slice()).prop_map(<[u8]>::to_vec);
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        (any::<Index>(), stumbling).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (any::<Index>(), vec(any::<u8>(), 1..12)).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (any::<Index>(), 1_usize..200).prop_map(|(at, long)| Change::Cut(at, long)),
        (any::<Index>(), 1_usize..400, 1_usize..20)
            .prop_map(|(at, long, times)| Change::Again(at, long, times)),
        any::<Index>().prop_map(Change::End),
    ]
}

/// One to four changes, in order.
#[derive(Clone, Debug)]
pub(crate) struct Changes(Vec<Change>);

pub(crate) fn changes() -> impl Strategy<Value = Changes> {
    vec(a_change(), 1..5).prop_map(Changes)
}

impl Changes {
    /// A file after all of them.
    pub(crate) fn of(&self, good: &[u8]) -> Vec<u8> {
        let mut bytes = good.to_vec();
        for change in &self.0 {
            let place = |at: &Index| at.index(bytes.len() + 1).min(bytes.len().saturating_sub(1));
            match change {
                _ if bytes.is_empty() => {}
                Change::Flip(at, byte) => {
                    let at = place(at);
                    bytes[at] = *byte;
                }
                Change::Put(at, more) => {
                    let at = place(at);
                    bytes.splice(at..at, more.iter().copied());
                }
                Change::Cut(at, long) => {
                    let at = place(at);
                    let end = bytes.len().min(at + long);
                    bytes.drain(at..end);
                }
                Change::Again(at, long, times) => {
                    let at = place(at);
                    let end = bytes.len().min(at + long);
                    let again = bytes[at..end].repeat(*times);
                    bytes.splice(end..end, again);
                }
                Change::End(at) => {
                    let at = place(at);
                    bytes.truncate(at);
                }
            }
        }
        bytes
    }
}
