//! Whose a service is: the body that provides it, and the family that it is of.

use directory::Organisation;
use serde_json::{Value, json};

use super::{Object, Writing, is_web_address, put_list};
use crate::ids;
use crate::taxonomy::BODY_KINDS;

impl Writing<'_> {
    pub(super) fn put_organisation(&self, out: &mut Object) {
        let service = self.of();
        let body = service
            .providers
            .first()
            .and_then(|id| self.register.organisation(id));
        let body = if let Some(body) = body {
            let mut told = Object::new();
            let id = ids::uuid_of("organisation", &body.id.0).to_string();
            told.insert("id".into(), id.clone().into());
            told.insert("name".into(), body.name.clone().into());
            // The standard asks for a description, and nothing more is known of a body in words.
            told.insert("description".into(), body.name.clone().into());
            put_list(&mut told, "attributes", self.kind_of(body, id));
            if let Some(site) = body.website.as_deref().filter(|site| is_web_address(site)) {
                told.insert("website".into(), site.into());
            }
            told
        } else if let Some(name) = &service.provider {
            let mut told = Object::new();
            told.insert(
                "id".into(),
                ids::uuid_of("provider", name).to_string().into(),
            );
            told.insert("name".into(), name.clone().into());
            told.insert("description".into(), name.clone().into());
            told
        } else {
            return;
        };
        out.insert(
            "organization_id".into(),
            body.get("id").cloned().unwrap_or_default(),
        );
        out.insert("organization".into(), Value::Object(body));
    }

    /// What a body is, as its attribute.
    fn kind_of(&self, body: &Organisation, id: String) -> Vec<Value> {
        if body.kind.is_empty() {
            return Vec::new();
        }
        let label = self.register.words_for(BODY_KINDS.0, &body.kind);
        let part = format!("organisation/{}/kind", body.id.0);
        let attribute = self.attribute_of(
            &("organization", id),
            &ids::uuid_of("part", &part).to_string(),
            BODY_KINDS,
            (&body.kind, label),
        );
        vec![attribute]
    }

    pub(super) fn put_program(&self, out: &mut Object) {
        let Some(parent) = &self.of().parent else {
            return;
        };
        let id = ids::of_service(parent).to_string();
        let name = self
            .register
            .entry(parent)
            .map_or(parent.0.as_str(), |family| family.service.name.as_str());
        let program = json!({ "id": id, "name": name, "description": name });
        out.insert("program_id".into(), id.into());
        out.insert("program".into(), program);
    }
}
