//! Text that a person enters for the directory.

use crate::Fault;

/// How long a name may be, in characters.
pub(crate) const NAME: usize = 200;

/// How long any other text may be, in characters.
pub(crate) const TEXT: usize = 8_000;

/// Cuts the spaces around a text that must say something.
pub(crate) fn needed(field: &str, text: &mut String, longest: usize) -> Result<(), Fault> {
    *text = text.trim().to_owned();
    if text.is_empty() {
        return Err(bad(field));
    }
    fits(field, text, longest)
}

/// Cuts the spaces around a text; one that says nothing is left out.
pub(crate) fn tidy(field: &str, text: &mut Option<String>) -> Result<(), Fault> {
    *text = text.take().map(|text| text.trim().to_owned());
    text.take_if(|text| text.is_empty());
    text.as_deref()
        .map_or(Ok(()), |text| fits(field, text, TEXT))
}

/// The same of several, those left out that say nothing or say it again.
pub(crate) fn tidy_all(field: &str, texts: &mut Vec<String>) -> Result<(), Fault> {
    let mut tidied: Vec<String> = Vec::new();
    for text in texts.drain(..) {
        let text = text.trim();
        fits(field, text, NAME)?;
        if !text.is_empty() && !tidied.iter().any(|held| held == text) {
            tidied.push(text.to_owned());
        }
    }
    *texts = tidied;
    Ok(())
}

pub(crate) fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.to_owned(),
    }
}

fn fits(field: &str, text: &str, longest: usize) -> Result<(), Fault> {
    let unseen = |letter: char| (letter.is_control() && letter != '\n') || turns(letter);
    if text.chars().count() > longest || text.chars().any(unseen) {
        return Err(bad(field));
    }
    Ok(())
}

/// Whether a character turns the direction of what follows: it can make a text read as what it does
/// not say.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
