//! The id of an entry or organisation that is written here: made from its name, and never used again.

use directory::ServiceId;

use crate::{Desk, Fault};

/// How many characters of a name go into an id.
const LONGEST: usize = 60;

impl Desk {
    /// An id for a new entry, which no entry has or ever had.
    pub(crate) fn new_service_id(&self, name: &str) -> Result<ServiceId, Fault> {
        let taken = |id: &str| {
            let id = ServiceId(id.to_owned());
            Ok(self.register.entry(&id).is_some() || self.directory_rev(&id)? > 0)
        };
        unused(name, taken).map(ServiceId)
    }
}

/// An id made from a name that is not taken.
pub(crate) fn unused(
    name: &str,
    taken: impl Fn(&str) -> Result<bool, Fault>,
) -> Result<String, Fault> {
    let name = slug(name);
    for number in 1_u32.. {
        let id = match number {
            1 => format!("here-{name}"),
            number => format!("here-{name}-{number}"),
        };
        if !taken(&id)? {
            return Ok(id);
        }
    }
    Err(Fault::Unforeseen)
}

/// The words of a name in small letters, parted by hyphens.
fn slug(name: &str) -> String {
    let small = name.to_lowercase();
    let words = small
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-");
    let cut: String = slug.chars().take(LONGEST).collect();
    match cut.trim_matches('-') {
        "" => "entry".to_owned(),
        cut => cut.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_an_id_that_reads_as_it_does() {
        let slugs = ["Women’s group, Leith", "  --  ", "An Cala (Stornoway)"].map(slug);

        assert_eq!(slugs, ["women-s-group-leith", "entry", "an-cala-stornoway"]);
        assert_eq!(slug(&"long name ".repeat(20)).len(), 59);
    }
}
