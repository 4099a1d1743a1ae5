//! What the UK profile has no place for and stands in the description, under headings: put there in
//! writing, and taken off again in reading where it is exactly what our writing puts there.

/// The heading over whom a service takes.
pub(crate) const WHO: &str = "Who it is for";

/// The heading over how to refer.
pub(crate) const REFER: &str = "How to refer";

/// A description with what has no place of its own.
pub(crate) fn folded(description: &str, who: &str, refer: &str) -> String {
    let mut parts = vec![description.to_owned()];
    for (heading, words) in [(WHO, who), (REFER, refer)] {
        if !words.is_empty() {
            parts.push(block(heading, words));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// A description without the block that our writing put last under a heading: that of the first of
/// some words which stands there. Anything else stays, whatever its heading.
pub(crate) fn without(description: &str, heading: &str, words: &[String]) -> Option<String> {
    let words = words.iter().filter(|words| !words.is_empty());
    let mut rests = words.filter_map(|words| {
        let before = description.strip_suffix(&block(heading, words))?;
        if before.is_empty() {
            Some(before)
        } else {
            before.strip_suffix("\n\n")
        }
    });
    rests.next().map(str::to_owned)
}

fn block(heading: &str, words: &str) -> String {
    format!("{heading}\n{words}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_folded_comes_off_again_and_nothing_else() {
        let words = ["By letter.".to_owned()];
        for description in ["", "Help.", "Help.\n\nHow to refer\nBy letter."] {
            let whole = folded(description, "", "By letter.");

            assert_eq!(without(&whole, REFER, &words).unwrap(), description);
        }
        for foreign in [
            "How to refer\nBy letter. Or call.",
            "Read How to refer\nBy letter.",
            "By letter.",
        ] {
            assert_eq!(without(foreign, REFER, &words), None, "{foreign}");
        }
        assert_eq!(without("How to refer\n", REFER, &[String::new()]), None);
    }
}
