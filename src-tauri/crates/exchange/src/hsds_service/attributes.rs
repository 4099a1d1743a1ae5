//! The attributes of a service of open data: what the standard has no place for travels in terms of
//! our own taxonomies.

use std::collections::HashMap;

use serde_json::Value;

use super::{Object, ServiceReader};
use crate::faults::shown;
use crate::ids;
use crate::taxonomy::{self, FOLDED_HEADING, TAXONOMIES, TEXT_HEADINGS, TEXTS};

impl ServiceReader<'_> {
    pub(super) fn attributes(&mut self, service: &Object) {
        let mut lists: HashMap<&'static str, Vec<String>> = HashMap::new();
        for (at, attribute) in self.list(service, "attributes").into_iter().enumerate() {
            let Some(term) = attribute.get("taxonomy_term").and_then(Value::as_object) else {
                self.unheld.attributes.insert(at);
                continue;
            };
            let detail = term.get("taxonomy_detail").and_then(Value::as_object);
            let named = self.text(term, "taxonomy", "attributes.taxonomy_term.taxonomy");
            let named =
                named.or_else(|| self.text(detail?, "name", "attributes.taxonomy_detail.name"));
            let id = term.get("taxonomy_id").and_then(Value::as_str);
            let code = self.text(term, "code", "attributes.taxonomy_term.code");
            // The UK profile has no code: whoever names our own taxonomy without one writes by it.
            let uk = code.is_none() && taxonomy::list_of(None, id).is_some();
            self.marks.ours_in_uk |= uk;
            let code = code.or_else(|| self.text(term, "term", "attributes.taxonomy_term.term"));
            let (Some(list), Some(code)) = (taxonomy::list_of(named.as_deref(), id), code) else {
                self.unheld.attributes.insert(at);
                continue;
            };
            if list == TEXTS {
                let mut headings = TEXT_HEADINGS
                    .into_iter()
                    .chain(uk.then_some(FOLDED_HEADING));
                let heading = headings.find(|heading| *heading == code);
                let value = match attribute.get("value") {
                    None if uk => {
                        self.text(term, "description", "attributes.taxonomy_term.description")
                    }
                    _ => self.text(attribute, "value", "attributes.value"),
                };
                if let Some(heading) = heading {
                    self.marks.provider_in_words |= heading == "provider" && value.is_some();
                    self.put(heading, value);
                } else {
                    self.unheld.attributes.insert(at);
                }
                continue;
            }
            if self.knows(list, &code) {
                let code = if list == "family" {
                    self.family_here(code)
                } else {
                    code
                };
                lists.entry(list).or_default().push(code);
            } else {
                self.unheld.attributes.insert(at);
                self.passed.note(format!(
                    "\"{}\" is not a code of the list {list}",
                    shown(&code)
                ));
            }
        }
        for taxonomy in TAXONOMIES {
            if let Some(mut codes) = lists.remove(taxonomy.list) {
                if taxonomy.list == "delivery_partner" {
                    self.marks.partners = true;
                    let first = self.cells.get(taxonomy.heading).cloned();
                    codes.splice(0..0, first);
                }
                self.put(taxonomy.heading, Some(codes.join(";")));
            }
        }
    }

    /// A family by the id that it has here: in a directory without it, the file brings it under
    /// another.
    fn family_here(&self, code: String) -> String {
        let id = directory::ServiceId(code);
        let uuid = ids::of_service(&id).to_string();
        let here = self.families.by_uuid.get(&uuid).cloned();
        here.unwrap_or(id).0
    }

    fn knows(&self, list: &str, code: &str) -> bool {
        match list {
            "court" => self.known.has_court(&directory::CourtId(code.to_owned())),
            "disposal" => self.known.has_option(&law::OptionId(code.to_owned())),
            "delivery_partner" => self
                .known
                .has_body(&directory::OrganisationId(code.to_owned())),
            "verification" => crate::own_codes::checked_of(code).is_some(),
            "programme_state" => crate::own_codes::state_of(code).is_some(),
            "intake" => crate::own_codes::intake_of(code).is_some(),
            // Whether the family is there is judged with the whole file.
            "family" => true,
            list => self.known.has_code(list, code),
        }
    }
}
