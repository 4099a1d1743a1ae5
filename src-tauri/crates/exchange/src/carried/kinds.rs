//! What is kept beside an entry, in words for whoever takes it in.

use serde_json::Value;

use super::Parts;
use super::lists::{text, things};
use crate::faults::shown;

/// What is kept, each kind once.
pub(crate) fn kinds(parts: &Parts) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    let mut add = |kind: String| {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    };
    for key in parts.instead.keys() {
        if let Some(words) = of_instead(key) {
            add(words.to_owned());
        }
    }
    for key in parts.beside.keys() {
        match key.as_str() {
            "attributes" => things(&parts.beside, key)
                .iter()
                .map(of_attribute)
                .for_each(&mut add),
            "languages" => things(&parts.beside, key)
                .iter()
                .map(of_language)
                .for_each(&mut add),
            key => add(of_beside(key)),
        }
    }
    kinds
}

fn of_instead(key: &str) -> Option<&'static str> {
    Some(match key {
        "schedules" => "Times by days, hours and dates, as the feed sets them out",
        "fees" | "fees_description" | "cost_options" => "Costs, as the feed sets them out",
        "organization" => "Particulars of the organisation",
        "program" => "The family, as the feed tells of it",
        "service_areas" => "Areas, as the feed sets them out",
        "service_at_locations" => "Places and their addresses",
        "languages" => "Languages, as the feed sets them out",
        "attributes" => "Attributes, by the feed's own ids",
        "url" => "The feed's own address of the service on the web",
        "assured_date" | "assurer_email" => "Who confirmed it for the feed",
        "last_modified" => "When the feed last changed it",
        "contacts" | "phones" | "email" => {
            "Contacts, as the feed sets them out, with the names in them"
        }
        "name"
        | "alternate_name"
        | "description"
        | "eligibility_description"
        | "alert"
        | "application_process" => "Words that stand elsewhere or otherwise in the feed",
        // The things that they name are told of.
        _ => return None,
    })
}

fn of_beside(key: &str) -> String {
    let words = match key {
        "service_at_locations" => "Places and their addresses",
        "wait_time" => "Waiting times, of which nobody says of what day they are",
        "capacities" => "Capacities",
        "funding" => "Funding",
        "accreditations" => "Accreditations",
        "licenses" => "Licences",
        "interpretation_services" => "Interpretation",
        "required_documents" => "Required documents",
        "metadata" => "The feed's own history, with the names in it",
        "additional_urls" => "Further addresses on the web",
        key => return format!("\"{}\", which is not known here", shown(key)),
    };
    words.to_owned()
}

fn of_attribute(attribute: &Value) -> String {
    let Some(term) = attribute.get("taxonomy_term") else {
        return "Attributes without a term".to_owned();
    };
    let detail = term.get("taxonomy_detail").unwrap_or(&Value::Null);
    match text(term, "taxonomy").or_else(|| text(detail, "name")) {
        Some(named) => format!("Terms of the taxonomy \"{}\"", shown(named)),
        None => "Terms of a taxonomy without a name".to_owned(),
    }
}

fn of_language(language: &Value) -> String {
    match text(language, "name") {
        Some(name) => format!("The language \"{}\", which has no ISO code", shown(name)),
        None => "Languages without a name or an ISO code".to_owned(),
    }
}
