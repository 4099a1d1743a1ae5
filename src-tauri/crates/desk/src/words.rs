//! The one catalogue of words for faults. The page reads the same file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::Fault;

const CATALOGUE: &str = include_str!("../../../../ui/src/lib/core/fault-words.json");

/// What a person is told when something stops: what happened, what to do, whether work is safe.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What happened.
    pub says: String,
    /// What to do.
    pub next: String,
    /// Whether the person's work is safe.
    pub safe: bool,
}

static WORDS: LazyLock<BTreeMap<String, Words>> =
    LazyLock::new(|| serde_json::from_str(CATALOGUE).unwrap_or_default());

impl Fault {
    /// Its code, as the page and the catalogue know it.
    pub fn code(&self) -> String {
        let json = serde_json::to_value(self).unwrap_or_default();
        let code = json.get("code").and_then(|code| code.as_str());
        code.unwrap_or("unforeseen").to_owned()
    }

    /// What a person is told, in one paragraph.
    pub fn sentence(&self) -> String {
        WORDS.get(&self.code()).map_or_else(
            || "Something stopped the work. Nothing was changed.".to_owned(),
            |words| format!("{} {}", words.says, words.next),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_fault() -> Vec<Fault> {
        vec![
            Fault::Locked,
            Fault::NotAllowed { act: String::new() },
            Fault::NotYours { act: String::new() },
            Fault::ConferenceChanged,
            Fault::NotFound,
            Fault::BadInput {
                field: String::new(),
            },
            Fault::WeakPassphrase,
            Fault::RecoveryKeyMistyped,
            Fault::DiskFull,
            Fault::StoreUnavailable,
            Fault::StoreInUse,
            Fault::StoreForeign,
            Fault::StoreDamaged,
            Fault::StoreNewer,
            Fault::KeyFileDamaged,
            Fault::EditionForged,
            Fault::EditionDamaged,
            Fault::PaperFailed,
            Fault::PictureFailed,
            Fault::FileNotWritten,
            Fault::Unforeseen,
        ]
    }

    #[test]
    fn every_fault_has_words_and_every_word_a_fault() {
        let codes: Vec<String> = every_fault().iter().map(Fault::code).collect();

        let in_catalogue: Vec<&String> = WORDS.keys().collect();

        for code in &codes {
            assert!(WORDS.contains_key(code), "no words for {code}");
        }
        assert_eq!(in_catalogue.len(), codes.len());
    }

    #[test]
    fn words_are_short_plain_and_never_apologise() {
        for (code, words) in WORDS.iter() {
            let all = format!("{} {}", words.says, words.next);

            assert!(all.chars().count() <= 200, "{code} is too long");
            for banned in ["please", "sorry", "invalid", "error", "!"] {
                assert!(!all.to_lowercase().contains(banned), "{code} says {banned}");
            }
        }
    }
}
