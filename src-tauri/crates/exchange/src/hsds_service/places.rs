//! Where a service of open data is: the councils it serves and the prisons it goes to.

use serde_json::Value;

use super::{Object, ServiceReader};
use crate::faults::shown;
use crate::known::is_foreign_code;

impl ServiceReader<'_> {
    pub(super) fn areas(&mut self, service: &Object) {
        let mut codes: Vec<String> = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for area in self.list(service, "service_areas") {
            let name = self.text(area, "name", "service_areas.name");
            let end = self.text(area, "uri", "service_areas.uri").and_then(|uri| {
                uri.trim_end_matches('/')
                    .rsplit('/')
                    .next()
                    .map(str::to_owned)
            });
            let extent = self.text(area, "extent", "service_areas.extent");
            let found = [end, extent]
                .into_iter()
                .flatten()
                .find(|text| is_scottish_code(text));
            match found {
                Some(code) if code == "S92000003" => codes.push("national".into()),
                Some(code) => codes.push(code),
                None => words.extend(name),
            }
        }
        if codes.iter().any(|code| code == "national") {
            codes = vec!["national".into()];
        }
        let unread = |says: &&String| !says.split(", ").all(is_foreign_code);
        for says in words.iter().filter(unread) {
            self.passed.note(format!(
                "The area \"{}\" names no council by its code",
                shown(says)
            ));
        }
        let text = if codes.is_empty() {
            let says = words.join(", ");
            if says.is_empty() {
                None
            } else {
                Some(format!("elsewhere: {says}"))
            }
        } else {
            Some(codes.join(";"))
        };
        self.put("areas_served", text);
    }

    pub(super) fn places(&mut self, service: &Object) {
        let mut prisons = Vec::new();
        let mut access = Vec::new();
        for (place, at) in self
            .list(service, "service_at_locations")
            .into_iter()
            .enumerate()
        {
            let Some(location) = at.get("location").and_then(Value::as_object) else {
                self.unheld.places.insert(place);
                continue;
            };
            let name = self.text(location, "name", "service_at_locations.location.name");
            let prison = name.as_ref().and_then(|name| {
                let mut prisons = self.known.register.prisons().iter();
                prisons.find(|prison| prison.name.eq_ignore_ascii_case(name))
            });
            match prison {
                Some(prison) => prisons.push(prison.id.0.clone()),
                None => {
                    self.unheld.places.insert(place);
                }
            }
            for way in self.list(location, "accessibility") {
                let words = self.text(way, "description", "accessibility.description");
                access.extend(words.filter(|words| !words.is_empty()));
            }
        }
        self.put("prison_ids", Some(prisons.join(";")));
        access.dedup();
        self.put("access", Some(access.join("\n")));
    }
}

/// Whether a text has the form of a code for Scotland or a council of it.
fn is_scottish_code(text: &str) -> bool {
    let digits = text.get(1..).unwrap_or_default();
    text == "S92000003"
        || (text.starts_with("S12")
            && digits.len() == 8
            && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
