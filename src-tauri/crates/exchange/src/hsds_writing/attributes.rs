//! What the standard has no place for: attributes in terms of our own taxonomies.

use directory::{Area, ServiceState};
use serde_json::{Value, json};

use super::{Writing, is_web_address};
use crate::csv_writing::{cell, part};
use crate::ids;
use crate::taxonomy::{self, FOLDED_HEADING, TAXONOMIES, TEXT_HEADINGS, TEXTS, TEXTS_NAME};

impl Writing<'_> {
    pub(super) fn attributes(&self) -> Vec<Value> {
        let mut out = Vec::new();
        for taxonomy in TAXONOMIES {
            for code in self.codes(taxonomy.list, taxonomy.heading) {
                let label = self.label(taxonomy.list, &code);
                out.push(self.attribute(taxonomy.list, taxonomy.name, &code, &label));
            }
        }
        // How to refer stands in the description too. It is said by itself, so that reading knows
        // which words of the description are its own.
        let folded = self.manner.uk.then_some(FOLDED_HEADING);
        for heading in TEXT_HEADINGS.into_iter().chain(folded) {
            let text = self.text(heading);
            if !text.is_empty() {
                out.push(self.worded(heading, text));
            }
        }
        out
    }

    /// A part in words. An attribute of the UK profile has no value: there the words describe the
    /// term, which is then one for itself.
    fn worded(&self, heading: &str, text: String) -> Value {
        let mut attribute = self.attribute(TEXTS, TEXTS_NAME, heading, heading);
        if !self.manner.uk {
            if let Some(attribute) = attribute.as_object_mut() {
                attribute.insert("value".into(), text.into());
            }
            return attribute;
        }
        let term = ids::uuid_of("term", &format!("{TEXTS}/{heading}/{text}")).to_string();
        if let Some(attribute) = attribute.as_object_mut() {
            attribute.insert("taxonomy_term_id".into(), term.clone().into());
            if let Some(told) = attribute
                .get_mut("taxonomy_term")
                .and_then(Value::as_object_mut)
            {
                told.insert("id".into(), term.into());
                told.insert("description".into(), text.into());
            }
        }
        attribute
    }

    fn codes(&self, list: &str, heading: &str) -> Vec<String> {
        let service = self.of();
        match list {
            "court" => service.courts.iter().map(|id| id.0.clone()).collect(),
            "delivery_partner" => service
                .providers
                .iter()
                .skip(1)
                .map(|id| id.0.clone())
                .collect(),
            // Active and defunct say it already.
            "programme_state"
                if matches!(
                    service.state,
                    ServiceState::Current | ServiceState::Historical
                ) =>
            {
                Vec::new()
            }
            // The program says it already.
            "family" if !self.manner.uk => Vec::new(),
            _ => {
                let text = part(service, heading);
                let codes = text.split(';').filter(|code| !code.is_empty());
                codes.map(str::to_owned).collect()
            }
        }
    }

    fn label(&self, list: &str, code: &str) -> String {
        let register = self.register;
        match list {
            "court" => register
                .court(&directory::CourtId(code.to_owned()))
                .map_or_else(|| code.to_owned(), |court| court.name.clone()),
            "delivery_partner" => register
                .organisation(&directory::OrganisationId(code.to_owned()))
                .map_or_else(|| code.to_owned(), |body| body.name.clone()),
            "family" => register
                .entry(&directory::ServiceId(code.to_owned()))
                .map_or_else(|| code.to_owned(), |family| family.service.name.clone()),
            list => register.words_for(list, code).to_owned(),
        }
    }

    /// What goes out as a text of its own: what the object of the standard does not say already.
    fn text(&self, heading: &str) -> String {
        let service = self.of();
        let text = cell(self.entry, heading);
        let said = match heading {
            "provider" => match service
                .providers
                .first()
                .and_then(|id| self.register.organisation(id))
            {
                Some(body) => body.name == text,
                None => true,
            },
            "areas_served" => {
                !matches!(service.area, Area::Elsewhere { .. }) || text.starts_with("elsewhere:")
            }
            "jurisdiction" => text == "Scotland",
            "source" => ids::foreign(&service.id).is_some() && is_web_address(&text),
            _ => false,
        };
        if said { String::new() } else { text }
    }

    fn attribute(&self, list: &str, name: &str, code: &str, label: &str) -> Value {
        let of = ("service", self.id());
        let id = self.id_of(&format!("attribute/{list}/{code}"));
        self.attribute_of(&of, &id, (list, name), (code, label))
    }

    /// An attribute with an id, of an object by its kind and its id: a term of a taxonomy, each by
    /// what programs and what people call it.
    pub(super) fn attribute_of(
        &self,
        (entity, link): &(&str, String),
        id: &str,
        (list, name): (&str, &str),
        (code, label): (&str, &str),
    ) -> Value {
        let term = ids::uuid_of("term", &format!("{list}/{code}")).to_string();
        let mut told = json!({
            "id": term,
            "name": label,
            "description": label,
            "taxonomy": name,
            "taxonomy_id": taxonomy::id_of(list).to_string(),
        });
        let key = if self.manner.uk { "term" } else { "code" };
        if let Some(told) = told.as_object_mut() {
            told.insert(key.into(), code.into());
            if !self.manner.uk {
                told.insert("language".into(), "en".into());
            }
        }
        let mut attribute = json!({
            "id": id,
            "link_id": link,
            "link_type": "taxonomy_term",
            "taxonomy_term_id": term,
            "taxonomy_term": told,
        });
        if let Some(attribute) = attribute.as_object_mut().filter(|_| !self.manner.uk) {
            attribute.insert("link_entity".into(), (*entity).into());
        }
        attribute
    }
}
