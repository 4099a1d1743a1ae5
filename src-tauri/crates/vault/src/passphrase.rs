//! What a person types to open the store.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::Error;
use crate::randomness::Randomness;
use crate::word_list::draw_word;

const FEWEST_CHARACTERS: usize = 14;
const MOST_CHARACTERS: usize = 256;
const FEWEST_GUESSES: u64 = 1_000_000_000_000;
const GENERATED_WORDS: usize = 5;

/// A passphrase in one normal form (NFKC), at most 256 characters, wiped when dropped.
///
/// The same letters typed on another keyboard or pasted from another program give the same
/// passphrase. Nothing is trimmed and case matters.
pub struct Passphrase(Zeroizing<String>);

/// What is thought of a passphrase that somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judgement {
    /// It has fewer than 14 characters.
    TooShort,
    /// A guesser would find it in fewer than 10¹² guesses.
    TooEasilyGuessed,
    /// It may be used.
    Fine,
}

impl Passphrase {
    /// Takes what was typed or pasted; refuses only what is too long.
    ///
    /// A short or weak one is still a passphrase: it must be possible to try it on a key file.
    pub fn new(typed: &str) -> Result<Self, Error> {
        // Room for the longest, so that the text never moves and leaves a copy behind.
        let mut normal = Zeroizing::new(String::with_capacity(4 * (MOST_CHARACTERS + 1)));
        normal.extend(typed.nfkc().take(MOST_CHARACTERS + 1));
        if normal.chars().nth(MOST_CHARACTERS).is_some() {
            return Err(Error::PassphraseTooLong);
        }
        Ok(Self(normal))
    }

    /// Gives five words drawn from the bundled list, 64.6 bits, with spaces between them.
    pub fn generate(randomness: &mut dyn Randomness) -> Result<Self, Error> {
        let mut words = Zeroizing::new(String::with_capacity(MOST_CHARACTERS));
        for place in 0..GENERATED_WORDS {
            if place > 0 {
                words.push(' ');
            }
            words.push_str(draw_word(randomness)?);
        }
        Ok(Self(words))
    }

    /// Says whether it may be chosen. `known` is what a guesser knows already: the person's name
    /// and the like.
    ///
    /// The estimate carries its own lists of common passwords, names and words, so no separate
    /// list of common passphrases is kept. It makes copies that are not wiped; it is asked when a
    /// passphrase is chosen, never when one is tried.
    pub fn judge(&self, known: &[&str]) -> Judgement {
        if self.0.chars().nth(FEWEST_CHARACTERS - 1).is_none() {
            Judgement::TooShort
        } else if zxcvbn::zxcvbn(&self.0, known).guesses() < FEWEST_GUESSES {
            Judgement::TooEasilyGuessed
        } else {
            Judgement::Fine
        }
    }

    /// Refuses a passphrase that may not be chosen.
    pub(crate) fn require_fine(&self, known: &[&str]) -> Result<(), Error> {
        match self.judge(known) {
            Judgement::TooShort => Err(Error::PassphraseTooShort),
            Judgement::TooEasilyGuessed => Err(Error::PassphraseTooEasilyGuessed),
            Judgement::Fine => Ok(()),
        }
    }

    /// Gives the text, to show a generated passphrase once or to derive a key. It must not be kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ZeroizeOnDrop for Passphrase {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::randomness::test_sources::Counter;
    use crate::secret::Unexposed;

    fn judged(text: &str) -> Judgement {
        Passphrase::new(text).unwrap().judge(&["Margaret Example"])
    }

    #[test]
    fn thirteen_characters_are_too_few_and_fourteen_are_enough() {
        assert_eq!(judged("q7#Vz!pL2&xRw"), Judgement::TooShort);
        assert_eq!(judged("q7#Vz!pL2&xRwT"), Judgement::Fine);
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert_eq!(judged("ßéøłžñæœþðŋ"), Judgement::TooShort);
    }

    #[test]
    fn what_a_guesser_would_try_early_is_refused() {
        for text in [
            "passwordpassword",
            "aaaaaaaaaaaaaaaaaaaaaa",
            "12345678901234567890",
            "qwertyuiopasdfgh",
            "margaret example",
        ] {
            assert_eq!(judged(text), Judgement::TooEasilyGuessed, "{text}");
        }
    }

    #[test]
    fn a_person_s_own_name_counts_for_little() {
        let passphrase = Passphrase::new("zbigniewbrzęczyszczykiewicz").unwrap();

        let judged =
            [&[][..], &["Zbigniewbrzęczyszczykiewicz"][..]].map(|known| passphrase.judge(known));

        assert_eq!(judged, [Judgement::Fine, Judgement::TooEasilyGuessed]);
    }

    #[test]
    fn one_text_typed_in_two_ways_is_one_passphrase() {
        let composed = Passphrase::new("caf\u{e9} \u{fb01}ve").unwrap();
        let decomposed = Passphrase::new("cafe\u{301}\u{a0}five").unwrap();

        assert_eq!(composed.as_str(), decomposed.as_str());
    }

    #[test]
    fn the_longest_passphrase_has_256_characters() {
        let longest = Passphrase::new(&"é".repeat(256)).unwrap();
        let longer = Passphrase::new(&"é".repeat(257));
        let swells = Passphrase::new(&"\u{fdfa}".repeat(20));

        assert_eq!(longest.as_str().chars().count(), 256);
        assert!(matches!(longer.err(), Some(Error::PassphraseTooLong)));
        assert!(matches!(swells.err(), Some(Error::PassphraseTooLong)));
    }

    #[test]
    fn generated_passphrases_are_five_words_and_always_fine() {
        let mut randomness = Counter(7);

        for _ in 0..50 {
            let passphrase = Passphrase::generate(&mut randomness).unwrap();

            assert_eq!(passphrase.as_str().split(' ').count(), 5);
            assert_eq!(
                passphrase.judge(&[]),
                Judgement::Fine,
                "{}",
                passphrase.as_str()
            );
        }
    }

    #[test]
    fn a_generated_passphrase_typed_again_is_the_same() {
        let generated = Passphrase::generate(&mut Counter(3)).unwrap();

        let typed = Passphrase::new(generated.as_str()).unwrap();

        assert_eq!(typed.as_str(), generated.as_str());
    }

    #[test]
    fn a_passphrase_cannot_be_printed_copied_or_serialised() {
        <Passphrase as Unexposed<_>>::holds();
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_can_be_judged(text in "\\PC{0,40}", known in "\\PC{0,20}") {
            if let Ok(passphrase) = Passphrase::new(&text) {
                let _ = passphrase.judge(&[&known]);
            }
        }
    }
}
