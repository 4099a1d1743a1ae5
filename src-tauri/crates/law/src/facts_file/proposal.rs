//! The proposal of a facts file.

use serde_json::{Map, Value};

use super::{FactFault, PROPOSAL, amount, count, fault, stranger, term, text};
use crate::{FigureFault, Part, Proposal};

/// Reads the proposal, where the file has one.
pub(super) fn proposal(
    fields: &Map<String, Value>,
    faults: &mut Vec<FactFault>,
) -> Option<Proposal> {
    let value = fields.get(PROPOSAL).filter(|value| !value.is_null())?;
    let Some(parts) = value.as_array() else {
        faults.push(fault(PROPOSAL, "write a list of parts in square brackets"));
        return None;
    };
    let parts = parts.iter().filter_map(|value| {
        part(value)
            .map_err(|(field, says)| faults.push(fault(&format!("{PROPOSAL}.{field}"), says)))
            .ok()
    });
    Some(Proposal {
        parts: parts.collect(),
    })
}

fn part(value: &Value) -> Result<Part, (String, String)> {
    let Value::Object(fields) = value else {
        return Err(("part".into(), "each part is an object".into()));
    };
    let in_field = |key: &str| {
        let key = key.to_owned();
        move |says: String| (key, says)
    };
    let option = fields.get("option").ok_or_else(|| {
        (
            "option".to_owned(),
            "each part must name its option".to_owned(),
        )
    })?;
    let mut part = Part::of(text(option).map_err(in_field("option"))?);
    for (key, value) in fields {
        match key.as_str() {
            "option" => {}
            _ if value.is_null() => {}
            "term" => part.term = Some(term(value).map_err(in_field(key))?),
            "hours" => part.hours = Some(count(value).map_err(in_field(key))?),
            "amount" => part.amount = Some(amount(value).map_err(in_field(key))?),
            "hours-a-day" | "hours_a_day" => {
                if part.hours_a_day.is_some() {
                    return Err((key.clone(), "it is given twice".to_owned()));
                }
                part.hours_a_day = Some(hours_a_day(value).map_err(in_field(key))?);
            }
            _ => return Err((stranger(key), "a part has no such field".to_owned())),
        }
    }
    Ok(part)
}

fn hours_a_day(value: &Value) -> Result<u32, String> {
    let hours = count(value)?;
    if hours > 24 {
        return Err("a day has 24 hours".to_owned());
    }
    Ok(hours)
}

/// A figure that cannot be what is proposed, by the field that it stands in.
pub(super) fn in_proposal(figure: &FigureFault) -> FactFault {
    fault(
        &format!("{PROPOSAL}.{}", figure.field()),
        figure.to_string(),
    )
}
