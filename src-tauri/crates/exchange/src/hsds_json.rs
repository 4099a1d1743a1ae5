//! Open data as JSON: one service, a list, or a paged list; services at locations, of which the
//! services are read; or a package of tables in one file.

use serde_json::Value;

use crate::opened::{Body, Opened, refuse_large};
use crate::{Format, Refusal, hsds_lists, hsds_package, limits, strict_json};

/// Opens open data.
pub(crate) fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    refuse_large(bytes, limits::JSON)?;
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(body).map_err(|error| {
        let before = body.get(..error.valid_up_to()).unwrap_or_default();
        let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
        Refusal::of_file(format!(
            "Byte {} is not UTF-8; it stands in line {line}. JSON is written in UTF-8 only.",
            error.valid_up_to() + 1
        ))
    })?;
    let whole = strict_json::read(text)?;
    let mut passed_over = Vec::new();
    let mut licence = None;
    let services = match whole {
        Value::Array(services) => services,
        Value::Object(page) if hsds_package::is_package(&page) => {
            return hsds_package::open_json(page);
        }
        Value::Object(mut page) => {
            licence = page
                .get("license")
                .or_else(|| page.get("licence"))
                .and_then(Value::as_str)
                .map(str::to_owned);
            let listed = ["contents", "content", "services"]
                .into_iter()
                .find_map(|key| match page.get(key) {
                    Some(Value::Array(_)) => page.remove(key),
                    _ => None,
                });
            match listed {
                Some(Value::Array(services)) => {
                    say_pages(&page, &mut passed_over);
                    services
                }
                _ => vec![Value::Object(page)],
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            return Err(Refusal::of_file("The file is JSON, and holds no services."));
        }
    };
    if services.len() > usize::try_from(limits::ROWS).unwrap_or(usize::MAX) {
        return Err(Refusal::of_file(format!(
            "The file lists {} services, and the most that is read is {}.",
            services.len(),
            limits::ROWS
        )));
    }
    let services: Vec<Value> = services.into_iter().map(of_location).collect();
    hsds_lists::refuse_others(&services)?;
    Ok(Opened {
        format: Format::HsdsJson,
        licence,
        hidden: Vec::new(),
        passed_over,
        faults: Vec::new(),
        body: Body::Services((1..).zip(services).collect()),
    })
}

/// The service of a service at a location, with the location among its own; anything else as it is.
fn of_location(mut value: Value) -> Value {
    let service = value.get_mut("service").filter(|held| held.is_object());
    let Some(mut service) = service.map(Value::take) else {
        return value;
    };
    if let (Some(place), Some(told)) = (value.as_object_mut(), service.as_object_mut()) {
        place.remove("service");
        let places = told
            .entry("service_at_locations")
            .or_insert_with(|| Value::Array(Vec::new()));
        let known = |held: &Value| held.get("id") == place.get("id");
        if let Some(places) = places.as_array_mut()
            && !places.iter().any(known)
        {
            places.push(value);
        }
    }
    service
}

fn say_pages(page: &serde_json::Map<String, Value>, passed_over: &mut Vec<String>) {
    let number = |key| page.get(key).and_then(Value::as_u64);
    if let (Some(at), Some(all)) = (number("page_number"), number("total_pages"))
        && all > 1
    {
        passed_over.push(format!(
            "The file is page {at} of {all} of a list: the services of the other pages are not in it."
        ));
    }
}
