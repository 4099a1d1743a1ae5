//! The tables of a package, wherever they stand: files of an archive, or lists in one JSON file.

use serde_json::{Map, Value};

use crate::archive::Files;
use crate::faults::Faults;
use crate::table::Table;
use crate::{Refusal, csv_text, letters, limits};

/// A row: its cells by their headings.
pub(crate) type Object = Map<String, Value>;

/// Where the tables stand.
pub(crate) enum Source<'a> {
    /// In the files of an archive.
    Archive(&'a Files),
    /// In one object of JSON, each by the name that its file would have.
    Json(Object),
}

/// Reads the tables of a package, each once.
pub(crate) struct Tables<'a> {
    pub source: Source<'a>,
    pub faults: &'a mut Faults,
}

impl Tables<'_> {
    /// The rows of the table with one of some names, with their places.
    pub(crate) fn read(&mut self, names: &[&str]) -> Result<Option<Vec<(u32, Object)>>, Refusal> {
        match &mut self.source {
            Source::Archive(files) => {
                let Some(path) = files.names().find(|path| is_one_of(path, names)) else {
                    return Ok(None);
                };
                let bytes = files.get(path).unwrap_or_default();
                of_csv(path, bytes, self.faults).map(Some)
            }
            Source::Json(tables) => {
                let found = tables.keys().find(|name| is_one_of(name, names)).cloned();
                let Some((name, rows)) = found.and_then(|name| tables.remove_entry(&name)) else {
                    return Ok(None);
                };
                of_json(&name, rows, self.faults).map(Some)
            }
        }
    }
}

fn is_one_of(path: &str, names: &[&str]) -> bool {
    let base = path.rsplit('/').next().unwrap_or_default();
    names
        .iter()
        .any(|name| base.strip_suffix(".csv") == Some(name))
}

fn of_csv(path: &str, bytes: &[u8], faults: &mut Faults) -> Result<Vec<(u32, Object)>, Refusal> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let table = letters::text(bytes, false).and_then(|text| csv_text::parse(&text));
    let table = table.map_err(|refusal| {
        let mut fault = refusal.0;
        fault.column = Some(match fault.column {
            Some(column) => format!("{name}: {column}"),
            None => name.to_owned(),
        });
        Refusal(fault)
    })?;
    for mut fault in table.faults.iter().cloned() {
        fault.column = fault.column.map(|column| format!("{name}: {column}"));
        faults.put(fault);
    }
    Ok(objects(table))
}

fn of_json(name: &str, rows: Value, faults: &mut Faults) -> Result<Vec<(u32, Object)>, Refusal> {
    let refused = |says: String| Err(Refusal::of_file(format!("{name}: {says}")));
    let Value::Array(rows) = rows else {
        return refused("a list of rows stands here.".into());
    };
    if rows.len() > usize::try_from(limits::ROWS).unwrap_or(usize::MAX) {
        return refused(format!(
            "there are more than {} rows, which is the most that is read.",
            limits::ROWS
        ));
    }
    let mut objects = Vec::with_capacity(rows.len());
    for (number, row) in (1..).zip(rows) {
        let Value::Object(mut row) = row else {
            faults.add(number, name, "A row stands here, and this is none.");
            continue;
        };
        row.retain(|heading, cell| match cell {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Number(_) | Value::Bool(_) => true,
            Value::Array(_) | Value::Object(_) => {
                let says = "A cell of a table holds one value.";
                faults.add(number, &format!("{name}: {heading}"), says);
                false
            }
        });
        objects.push((number, row));
    }
    Ok(objects)
}

fn objects(table: Table) -> Vec<(u32, Object)> {
    let Table { headings, rows, .. } = table;
    let objects = rows.into_iter().map(|row| {
        let cells = headings.iter().cloned().zip(row.cells);
        let filled = cells.filter(|(_, cell)| !cell.is_empty());
        (
            row.number,
            filled
                .map(|(heading, cell)| (heading, Value::String(cell)))
                .collect(),
        )
    });
    objects.collect()
}

/// A cell as text; a number stands for its figures.
pub(crate) fn text(object: &Object, key: &str) -> String {
    match object.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => {
            String::new()
        }
    }
}
