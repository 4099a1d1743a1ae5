//! Open data as a package of tables: the tables joined to the services they tell of.

mod further;

use std::collections::HashMap;

use serde_json::{Map, Value};

use self::further::{FURTHER, Further};
use crate::archive::Files;
use crate::faults::{Faults, shown};
use crate::hsds_tables::{Object, Source, Tables, text};
use crate::opened::{Body, Opened};
use crate::{Format, Refusal};

/// Opens a package.
pub(crate) fn open(files: &Files) -> Result<Opened, Refusal> {
    let licence = files
        .names()
        .find(|name| name.ends_with("datapackage.json"));
    let licence = licence.and_then(|name| licence_of(files.get(name)?));
    opened(Source::Archive(files), licence)?.ok_or_else(|| {
        Refusal::of_file(
            "The archive is neither a spreadsheet nor open data: it has no services.csv.",
        )
    })
}

/// Opens a package whose tables stand in one JSON file, by the names of their files.
pub(crate) fn open_json(tables: Object) -> Result<Opened, Refusal> {
    opened(Source::Json(tables), None)?.ok_or_else(|| {
        Refusal::of_file(
            "The file is a set of tables, and has no services.csv among them: bring one that has.",
        )
    })
}

/// Whether a JSON object is a package of tables.
pub(crate) fn is_package(object: &Map<String, Value>) -> bool {
    object
        .iter()
        .any(|(key, value)| key.strip_suffix(".csv").is_some() && value.is_array())
}

fn opened(source: Source<'_>, licence: Option<String>) -> Result<Option<Opened>, Refusal> {
    let mut faults = Faults::default();
    let mut package = Package(Tables {
        source,
        faults: &mut faults,
    });
    let Some(services) = package.0.read(&["services"])? else {
        return Ok(None);
    };
    let joined = package.join(services)?;
    Ok(Some(Opened {
        format: Format::HsdsPackage,
        licence,
        hidden: Vec::new(),
        passed_over: Vec::new(),
        faults: faults.kept,
        body: Body::Services(joined),
    }))
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

/// The rows of a table, with their places.
pub(crate) type Rows = Vec<(u32, Object)>;

/// The tables of a package, as they belong together.
struct Package<'a>(Tables<'a>);

impl Package<'_> {
    fn join(&mut self, services: Rows) -> Result<Vec<(u32, Value)>, Refusal> {
        let mut rows = self.further()?;
        let mut organisations = self.by_id(&["organizations", "organization"])?;
        for body in organisations.iter_mut().flat_map(HashMap::values_mut) {
            rows.attach_to(body, "organization_id");
        }
        let programs = self.by_id(&["programs", "program"])?;
        let mut children: Vec<(&str, HashMap<String, Vec<Value>>)> = rows.of_services();
        children.push(("attributes", self.attributes()?));
        children.push(("service_at_locations", self.places(&rows)?));
        let mut joined = Vec::with_capacity(services.len());
        for (row, mut service) in services {
            let id = text(&service, "id");
            // A second service of the same id has none of them left, and is a fault as it is.
            for (key, by_service) in &mut children {
                if let Some(list) = by_service.remove(&id) {
                    service.insert((*key).to_owned(), Value::Array(list));
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
                    None => self.0.faults.add(
                        row,
                        key,
                        format!("\"{}\" is not in the table it points to.", shown(&wanted)),
                    ),
                }
            }
            joined.push((row, Value::Object(service)));
        }
        Ok(joined)
    }

    /// The tables whose rows belong to services, organisations and places.
    fn further(&mut self) -> Result<Further, Refusal> {
        let mut tables = HashMap::new();
        for (key, names) in FURTHER {
            tables.insert(key, self.0.read(names)?.unwrap_or_default());
        }
        Ok(Further::of(tables))
    }

    fn by_id(&mut self, names: &[&str]) -> Result<Option<HashMap<String, Object>>, Refusal> {
        let rows = self.0.read(names)?;
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
        let rows = self
            .0
            .read(&["attributes", "attribute"])?
            .unwrap_or_default();
        let with_terms = rows.into_iter().map(|(row, mut attribute)| {
            if let Some(term) = terms.get(&text(&attribute, "taxonomy_term_id")) {
                attribute.insert("taxonomy_term".into(), Value::Object(term.clone()));
            }
            (row, attribute)
        });
        Ok(grouped(with_terms.collect(), "link_id"))
    }

    fn places(&mut self, rows: &Further) -> Result<HashMap<String, Vec<Value>>, Refusal> {
        let mut locations = self.by_id(&["locations", "location"])?.unwrap_or_default();
        for place in locations.values_mut() {
            rows.attach_to(place, "location_id");
        }
        let ats = self
            .0
            .read(&["service_at_location", "service_at_locations"])?
            .unwrap_or_default();
        let placed = ats.into_iter().map(|(row, mut at)| {
            rows.attach_to(&mut at, "service_at_location_id");
            if let Some(location) = locations.get(&text(&at, "location_id")) {
                at.insert("location".into(), Value::Object(location.clone()));
            }
            (row, at)
        });
        Ok(grouped(placed.collect(), "service_id"))
    }
}

pub(crate) fn grouped(rows: Rows, key: &str) -> HashMap<String, Vec<Value>> {
    let mut groups: HashMap<String, Vec<Value>> = HashMap::new();
    for (_, row) in rows {
        groups
            .entry(text(&row, key))
            .or_default()
            .push(Value::Object(row));
    }
    groups
}
