//! What the register knows: the codes, places, bodies and entries that a file may name.

use std::collections::{BTreeSet, HashMap, HashSet};

use directory::{CouncilId, CourtId, OrganisationId, PrisonId, Register, ServiceId};
use law::OptionId;

/// Everything a file may name, found at once.
pub(crate) struct Known<'a> {
    pub register: &'a Register,
    options: &'a BTreeSet<OptionId>,
    codes: HashSet<(&'a str, &'a str)>,
    councils: HashMap<String, &'a CouncilId>,
    successors: HashMap<&'a str, &'a CouncilId>,
    courts: HashSet<&'a str>,
    prisons: HashSet<&'a str>,
    bodies: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(register: &'a Register, options: &'a BTreeSet<OptionId>) -> Self {
        let lists = [
            "programme_kind",
            "setting",
            "offender_group",
            "outcome",
            "sex",
            "order_needed",
            "disposal",
            "area_special",
        ];
        let codes = lists.into_iter().flat_map(|list| {
            let codes = register.codes(list);
            codes.map(move |entry| (list, entry.code.as_str()))
        });
        let mut councils = HashMap::new();
        let mut successors = HashMap::new();
        for council in register.councils() {
            for name in [&council.id.0, &council.name, &council.short_name] {
                councils.insert(name.to_lowercase(), &council.id);
            }
            // A code is followed by the year in which it was withdrawn.
            let previous = council.previous.iter();
            for code in previous.filter_map(|told| told.split_whitespace().next()) {
                successors.insert(code, &council.id);
            }
        }
        Self {
            register,
            options,
            codes: codes.collect(),
            councils,
            successors,
            courts: register
                .courts()
                .iter()
                .map(|court| court.id.0.as_str())
                .collect(),
            prisons: register
                .prisons()
                .iter()
                .map(|prison| prison.id.0.as_str())
                .collect(),
            bodies: register
                .organisations()
                .iter()
                .map(|body| body.id.0.as_str())
                .collect(),
        }
    }

    pub(crate) fn has_code(&self, list: &str, code: &str) -> bool {
        self.codes.contains(&(list, code))
    }

    /// A list's codes, for a person to choose from.
    pub(crate) fn codes_of(&self, list: &str) -> String {
        let codes: Vec<&str> = self
            .register
            .codes(list)
            .map(|entry| entry.code.as_str())
            .collect();
        codes.join(", ")
    }

    /// The council that a code, or exactly a council's name, names.
    pub(crate) fn council(&self, text: &str) -> Option<&'a CouncilId> {
        self.councils.get(&text.to_lowercase()).copied()
    }

    /// The council whose code took the place of an older one.
    pub(crate) fn successor(&self, code: &str) -> Option<&'a CouncilId> {
        self.successors.get(code).copied()
    }

    pub(crate) fn has_court(&self, id: &CourtId) -> bool {
        self.courts.contains(id.0.as_str())
    }

    pub(crate) fn has_prison(&self, id: &PrisonId) -> bool {
        self.prisons.contains(id.0.as_str())
    }

    pub(crate) fn has_body(&self, id: &OrganisationId) -> bool {
        self.bodies.contains(id.0.as_str())
    }

    pub(crate) fn has_option(&self, id: &OptionId) -> bool {
        self.has_code("disposal", &id.0) || self.options.contains(id)
    }

    pub(crate) fn has_entry(&self, id: &ServiceId) -> bool {
        self.register.entry(id).is_some()
    }
}

/// Whether a text has the form of a code of the Office for National Statistics for a place outside
/// Scotland, or for a country.
pub(crate) fn is_foreign_code(text: &str) -> bool {
    let digits = text.get(1..).unwrap_or_default();
    text.starts_with(['E', 'W', 'N', 'K'])
        && digits.len() == 8
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}
