//! Whose a service is: the body that provides it, and the family that it is of.

use serde_json::{Value, json};

use super::{Object, Writing, is_web_address};
use crate::ids;

impl Writing<'_> {
    pub(super) fn put_organisation(&self, out: &mut Object) {
        let service = self.of();
        let body = service
            .providers
            .first()
            .and_then(|id| self.register.organisation(id));
        let body = if let Some(body) = body {
            let mut told = Object::new();
            told.insert(
                "id".into(),
                ids::uuid_of("organisation", &body.id.0).to_string().into(),
            );
            told.insert("name".into(), body.name.clone().into());
            told.insert("description".into(), body.kind.clone().into());
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
