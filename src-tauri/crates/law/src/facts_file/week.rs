//! The week of a facts file.

use serde_json::{Map, Value, json};

use super::{FactFault, WEEK, fault, stranger};
use crate::{Commitment, Week};

/// Reads the person's week, where the file has one: a list of commitments.
pub(super) fn week(fields: &Map<String, Value>, faults: &mut Vec<FactFault>) -> Week {
    let Some(value) = fields.get(WEEK).filter(|value| !value.is_null()) else {
        return Week::default();
    };
    let Some(commitments) = value.as_array() else {
        faults.push(fault(
            WEEK,
            "write a list of commitments in square brackets",
        ));
        return Week::default();
    };
    let mut read = Vec::with_capacity(commitments.len());
    for (number, value) in (1..).zip(commitments) {
        match serde_json::from_value::<Commitment>(value.clone()) {
            Ok(commitment) if commitment.days.is_empty() => {
                let says = "a commitment stands on one day at least";
                faults.push(fault(&format!("{WEEK}.{number}.days"), says));
            }
            Ok(commitment) => read.push(commitment),
            Err(error) => {
                let field = at_fault(value).map(|field| format!(".{field}"));
                let place = format!("{WEEK}.{number}{}", field.unwrap_or_default());
                faults.push(fault(&place, error.to_string()));
            }
        }
    }
    Week { commitments: read }
}

/// The field that keeps a commitment from being read, where it is one that is there: the reader
/// itself names none. Each field is tried in a commitment that could be read.
fn at_fault(value: &Value) -> Option<String> {
    let sound =
        json!({ "kind": "other", "name": "", "days": [], "from": "09:00", "until": "10:00" });
    let fields = value.as_object()?.iter();
    let mut wrong = fields.filter(|(field, value)| {
        let mut tried = sound.clone();
        if let Some(fields) = tried.as_object_mut() {
            fields.insert((*field).clone(), (*value).clone());
        }
        serde_json::from_value::<Commitment>(tried).is_err()
    });
    wrong.next().map(|(field, _)| stranger(field))
}
