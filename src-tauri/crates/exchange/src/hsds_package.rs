//! Open data as a package of tables: the tables joined to the services they tell of.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::archive::Files;
use crate::faults::Faults;
use crate::opened::{Body, Opened};
use crate::table::Table;
use crate::{Format, Refusal, csv_text, letters};

type Object = Map<String, Value>;

/// Opens a package.
pub(crate) fn open(files: &Files) -> Result<Opened, Refusal> {
    let mut faults = Faults::default();
    let mut tables = Tables {
        files,
        faults: &mut faults,
    };
    let Some(services) = tables.read(&["services"])? else {
        return Err(Refusal::of_file(
            "The archive is neither a spreadsheet nor open data: it has no services.csv.",
        ));
    };
    let joined = tables.join(services)?;
    let licence = files
        .names()
        .find(|name| name.ends_with("datapackage.json"));
    let licence = licence.and_then(|name| licence_of(files.get(name)?));
    Ok(Opened {
        format: Format::HsdsPackage,
        licence,
        hidden: Vec::new(),
        passed_over: Vec::new(),
        faults: faults.kept,
        body: Body::Services(joined),
    })
}

/// The licence a data package names.
fn licence_of(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let package = crate::strict_json::read(text).ok()?;
    let first = package.get("licenses")?.get(0)?;
    let named = ["title", "name", "path"]
        .iter()
        .find_map(|key| first.get(key)?.as_str());
    named.map(|name| name.chars().take(200).collect())
}

struct Tables<'a> {
    files: &'a Files,
    faults: &'a mut Faults,
}

impl Tables<'_> {
    /// The rows of the table with one of some names, with their places.
    fn read(&mut self, names: &[&str]) -> Result<Option<Vec<(u32, Object)>>, Refusal> {
        let wanted = |path: &&str| {
            let base = path.rsplit('/').next().unwrap_or_default();
            names
                .iter()
                .any(|name| base.strip_suffix(".csv") == Some(name))
        };
        let Some(path) = self.files.names().find(wanted) else {
            return Ok(None);
        };
        let bytes = self.files.get(path).unwrap_or_default();
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
            self.faults.put(fault);
        }
        Ok(Some(objects(table)))
    }

    fn join(&mut self, services: Vec<(u32, Object)>) -> Result<Vec<(u32, Value)>, Refusal> {
        let organisations = self.by_id(&["organizations", "organization"])?;
        let programs = self.by_id(&["programs", "program"])?;
        let mut children: Vec<(&str, HashMap<String, Vec<Value>>)> = Vec::new();
        let own: [(&str, &[&str]); 7] = [
            ("service_areas", &["service_areas", "service_area"]),
            ("schedules", &["schedules", "schedule"]),
            ("languages", &["languages", "language"]),
            ("cost_options", &["cost_options", "cost_option"]),
            ("contacts", &["contacts", "contact"]),
            ("phones", &["phones", "phone"]),
            (
                "required_documents",
                &["required_documents", "required_document"],
            ),
        ];
        for (key, names) in own {
            let rows = self.read(names)?.unwrap_or_default();
            children.push((key, grouped(rows, "service_id")));
        }
        children.push(("attributes", self.attributes()?));
        children.push(("service_at_locations", self.places()?));
        let mut joined = Vec::with_capacity(services.len());
        for (row, mut service) in services {
            let id = text(&service, "id");
            for (key, by_service) in &children {
                if let Some(list) = by_service.get(&id) {
                    service.insert((*key).to_owned(), Value::Array(list.clone()));
                }
            }
            for (key, child, parents) in [
                ("organization_id", "organization", &organisations),
                ("program_id", "program", &programs),
            ] {
                let wanted = text(&service, key);
                let Some(parents) = parents.as_ref().filter(|_| !wanted.is_empty()) else {
                    continue;
                };
                match parents.get(&wanted) {
                    Some(parent) => {
                        service.insert(child.to_owned(), Value::Object(parent.clone()));
                    }
                    None => self.faults.add(
                        row,
                        key,
                        format!(
                            "\"{}\" is not in the table it points to.",
                            crate::row_reading::shown(&wanted)
                        ),
                    ),
                }
            }
            joined.push((row, Value::Object(service)));
        }
        Ok(joined)
    }

    fn by_id(&mut self, names: &[&str]) -> Result<Option<HashMap<String, Object>>, Refusal> {
        let rows = self.read(names)?;
        Ok(rows.map(|rows| {
            rows.into_iter()
                .map(|(_, row)| (text(&row, "id"), row))
                .collect()
        }))
    }

    fn attributes(&mut self) -> Result<HashMap<String, Vec<Value>>, Refusal> {
        let taxonomies = self.by_id(&["taxonomies", "taxonomy"])?.unwrap_or_default();
        let mut terms = self
            .by_id(&["taxonomy_terms", "taxonomy_term"])?
            .unwrap_or_default();
        for term in terms.values_mut() {
            let name = taxonomies
                .get(&text(term, "taxonomy_id"))
                .map(|taxonomy| text(taxonomy, "name"));
            if let Some(name) = name.filter(|_| text(term, "taxonomy").is_empty()) {
                term.insert("taxonomy".into(), name.into());
            }
        }
        let rows = self.read(&["attributes", "attribute"])?.unwrap_or_default();
        let with_terms = rows.into_iter().map(|(row, mut attribute)| {
            if let Some(term) = terms.get(&text(&attribute, "taxonomy_term_id")) {
                attribute.insert("taxonomy_term".into(), Value::Object(term.clone()));
            }
            (row, attribute)
        });
        Ok(grouped(with_terms.collect(), "link_id"))
    }

    fn places(&mut self) -> Result<HashMap<String, Vec<Value>>, Refusal> {
        let mut locations = self.by_id(&["locations", "location"])?.unwrap_or_default();
        let access = self.read(&["accessibility"])?.unwrap_or_default();
        for (id, list) in grouped(access, "location_id") {
            if let Some(location) = locations.get_mut(&id) {
                location.insert("accessibility".into(), Value::Array(list));
            }
        }
        let rows = self
            .read(&["service_at_location", "service_at_locations"])?
            .unwrap_or_default();
        let placed = rows.into_iter().map(|(row, mut at)| {
            if let Some(location) = locations.get(&text(&at, "location_id")) {
                at.insert("location".into(), Value::Object(location.clone()));
            }
            (row, at)
        });
        Ok(grouped(placed.collect(), "service_id"))
    }
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

fn grouped(rows: Vec<(u32, Object)>, key: &str) -> HashMap<String, Vec<Value>> {
    let mut groups: HashMap<String, Vec<Value>> = HashMap::new();
    for (_, row) in rows {
        groups
            .entry(text(&row, key))
            .or_default()
            .push(Value::Object(row));
    }
    groups
}

fn text(object: &Object, key: &str) -> String {
    object
        .get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
