//! Whose a service of open data is: the organisation that provides it, and the family that it is of.

use serde_json::Value;

use super::{Object, ServiceReader};
use crate::faults::shown;
use crate::ids;

impl ServiceReader<'_> {
    pub(super) fn organisation(&mut self, service: &Object) {
        let Some(Value::Object(body)) = service.get("organization") else {
            return;
        };
        let Some(name) = self.text(body, "name", "organization.name") else {
            return;
        };
        let id = body.get("id").and_then(Value::as_str).unwrap_or_default();
        let found = self.known.register.organisations().iter().find(|known| {
            known.name.eq_ignore_ascii_case(&name)
                || ids::uuid_of("organisation", &known.id.0).to_string() == id
        });
        match found {
            Some(found) => self.put("provider_org_ids", Some(found.id.0.clone())),
            // We gave it that id ourselves, from its name alone.
            None if ids::uuid_of("provider", &name).to_string() == id => {}
            None => self.passed.note(format!(
                "\"{}\" is not among the organisations of the directory: its name is kept as who \
                 provides the service",
                shown(&name)
            )),
        }
        self.put("provider", Some(name));
    }

    pub(super) fn family(&mut self, service: &Object) {
        let program = service.get("program").and_then(Value::as_object);
        let id = service.get("program_id").and_then(Value::as_str);
        let id = id.or_else(|| program?.get("id")?.as_str());
        let name = program.and_then(|program| program.get("name")?.as_str());
        if id.is_none() && name.is_none() {
            return;
        }
        let by_id = id.and_then(|id| self.families.by_uuid.get(id)).cloned();
        let by_name = name.and_then(|name| self.families.by_name.get(&name.to_lowercase()));
        match by_id.or_else(|| by_name.map(|id| (*id).clone())) {
            Some(family) => self.put("parent_id", Some(family.0)),
            None => self.passed.note(format!(
                "The family \"{}\" is not in the directory",
                shown(name.or(id).unwrap_or_default())
            )),
        }
    }
}
