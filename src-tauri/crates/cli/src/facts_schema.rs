//! The JSON Schema of a facts file, made from the facts that the edition declares.

use law::{Competence, Fact, FactKind};
use serde_json::{Map, Value, json};

/// The schema, in the 2020-12 draft.
pub(crate) fn of(law: &Competence) -> Value {
    let mut properties = Map::new();
    for fact in &law.facts {
        properties.insert(fact.id.0.clone(), property(fact));
    }
    properties.insert(
        "area".to_owned(),
        json!({ "type": ["string", "null"], "description": "The GSS code of the council for which availability is asked." }),
    );
    properties.insert("proposal".to_owned(), proposal());
    properties.insert("week".to_owned(), week());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The facts of a case",
        "description": "What is recorded. A fact that is left out, or null, is not known, which is never a no.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn property(fact: &Fact) -> Value {
    let ids = || -> Vec<&str> {
        let choices = fact.choices.iter();
        choices
            .flat_map(|choice| choice.also.iter().chain([&choice.id]))
            .map(String::as_str)
            .collect()
    };
    let mut schema = match fact.kind {
        FactKind::Flag => json!({ "type": ["boolean", "null"] }),
        FactKind::Age => json!({
            "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": 120 },
                { "type": "string", "pattern": "^[0-9]+( years?( (and )?[0-9]+ months?)?)?$" },
                { "type": "null" },
            ],
            "examples": [34, "17 years 2 months"],
        }),
        FactKind::Date => json!({ "type": ["string", "null"], "format": "date" }),
        FactKind::Term => json!({
            "type": ["string", "integer", "null"],
            "examples": ["12 months", "60 days", "life", 12],
            "$comment": "A whole number counts months.",
        }),
        FactKind::Amount => json!({
            "type": ["string", "number", "null"],
            "examples": ["£2,500", 2500, "unlimited"],
        }),
        FactKind::Count => json!({ "type": ["integer", "null"], "minimum": 0 }),
        FactKind::Choice => {
            let ids: Vec<Value> = ids()
                .into_iter()
                .map(Value::from)
                .chain([Value::Null])
                .collect();
            json!({ "enum": ids })
        }
        FactKind::List => json!({
            "type": ["array", "null"],
            "items": { "enum": ids() },
            "$comment": "Where the list is recorded, what is not in it is known to be absent.",
        }),
    };
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("title".to_owned(), Value::from(fact.label.as_str()));
        if let Some(help) = &fact.help {
            fields.insert("description".to_owned(), Value::from(help.as_str()));
        }
    }
    schema
}

fn proposal() -> Value {
    json!({
        "type": ["array", "null"],
        "description": "What is proposed for one offence: each disposal, order and requirement is a part.",
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["option"],
            "properties": {
                "option": { "type": "string", "examples": ["cpo", "cpo-supervision"] },
                "term": { "type": ["string", "integer", "null"], "examples": ["12 months"] },
                "hours": { "type": ["integer", "null"], "minimum": 0 },
                "amount": { "type": ["string", "number", "null"], "examples": ["£500"] },
                "hours_a_day": { "type": ["integer", "null"], "minimum": 0 },
                "hours-a-day": { "type": ["integer", "null"], "minimum": 0 },
            },
        },
    })
}

fn week() -> Value {
    json!({
        "type": ["array", "null"],
        "description": "What stands in the week of the person, which the proposal is held against.",
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["kind", "name", "days", "from", "until"],
            "properties": {
                "kind": { "enum": [
                    "stay-in", "keep-away", "unpaid-work", "programme", "appointment", "treatment",
                    "work", "education", "caring", "religion", "other",
                ] },
                "name": { "type": "string", "examples": ["tag at home", "shift at the bakery"] },
                "days": {
                    "type": "array",
                    "minItems": 1,
                    "items": { "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] },
                },
                "from": { "type": "string", "examples": ["19:00"] },
                "until": {
                    "type": "string",
                    "examples": ["07:00"],
                    "$comment": "A time not after \"from\" is on the next day.",
                },
                "travel": { "type": "integer", "minimum": 0, "description": "Minutes each way." },
                "at-home": { "type": "boolean" },
            },
        },
    })
}
