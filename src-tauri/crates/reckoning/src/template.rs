//! A sentence of the content with places for figures, written `{date}`.

use serde::{Deserialize, Serialize};

/// A sentence with places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Template(pub String);

impl Template {
    /// The sentence with its places filled.
    pub(crate) fn with(&self, places: &[(&str, &str)]) -> String {
        places.iter().fold(self.0.clone(), |text, (name, figure)| {
            text.replace(&format!("{{{name}}}"), figure)
        })
    }

    /// The names of its places.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        let parts = self.0.split('{').skip(1);
        parts.map(|part| part.split_once('}').map_or(part, |(name, _)| name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled_and_named() {
        let template = Template("From {from} to {to}.".into());

        assert_eq!(
            template.with(&[("from", "1 May"), ("to", "2 May")]),
            "From 1 May to 2 May."
        );
        assert_eq!(template.places().collect::<Vec<_>>(), ["from", "to"]);
    }
}
