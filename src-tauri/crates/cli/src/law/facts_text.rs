//! Reading a file of facts as text: JSON, or TOML by its ending.

use std::fs;
use std::path::Path;

use serde_json::{Map, Number, Value};

use crate::ending::Ending;

/// Stands first in files that some editors save, and says nothing.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads a file of facts, JSON or TOML by its ending.
pub(crate) fn read_value(file: &Path) -> Result<Value, Ending> {
    let name = file.display();
    let told = |says: String| Ending::BadInput(format!("{name}: {says}"));
    let bytes = fs::read(file).map_err(|error| told(format!("it cannot be read ({error}).")))?;
    let text = words(bytes).map_err(told)?;
    let is_toml = file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let value = if is_toml {
        toml(&text)
    } else {
        exchange::json_once(&text).map_err(|error| error.to_string())
    };
    value.map_err(told)
}

/// The text of a file, without the mark that some editors put before it.
fn words(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("the file is saved in UTF-16. Save it in UTF-8.".to_owned());
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        let line = good.filter(|byte| **byte == b'\n').count() + 1;
        format!("line {line} has letters that are not UTF-8. Save the file in UTF-8.")
    })?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    if text.trim().is_empty() {
        return Err("the file is empty. Facts of which nothing is known are written as {}.".into());
    }
    Ok(text.to_owned())
}

fn toml(text: &str) -> Result<Value, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| in_short(&error.to_string()))?;
    let facts = table.into_iter().map(|(key, value)| {
        let value = from_toml(value).map_err(|says| format!("{key}: {says}"))?;
        Ok((key, value))
    });
    facts
        .collect::<Result<Map<_, _>, String>>()
        .map(Value::Object)
}

/// An error that shows its line of the file, without the rest of a line too long to be read.
fn in_short(error: &str) -> String {
    const WIDEST: usize = 120;
    let lines = error
        .lines()
        .map(|line| match line.char_indices().nth(WIDEST) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
            None => line.to_owned(),
        });
    lines.collect::<Vec<_>>().join("\n")
}

/// The same value as JSON has it; a day without quotation marks is its text.
fn from_toml(value: toml::Value) -> Result<Value, String> {
    Ok(match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        // JSON has no such number, and would take it for nothing recorded.
        toml::Value::Float(number) => Number::from_f64(number)
            .ok_or_else(|| format!("{number} is no number that can be reckoned with"))?
            .into(),
        toml::Value::Boolean(yes) => yes.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => {
            let items = items.into_iter().map(from_toml);
            items.collect::<Result<Vec<_>, _>>()?.into()
        }
        toml::Value::Table(fields) => {
            let fields = fields.into_iter();
            let fields = fields.map(|(key, value)| from_toml(value).map(|value| (key, value)));
            Value::Object(fields.collect::<Result<Map<_, _>, _>>()?)
        }
    })
}
