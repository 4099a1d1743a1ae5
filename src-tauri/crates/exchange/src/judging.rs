//! A file, judged against the directory: every fault found at once, so that the file is put right
//! in one pass.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use directory::{FeedAssurance, Register, ServiceId};
use serde_json::Value;

use crate::carrying::{Carrying, FeedRow};
use crate::column::{COLUMNS, Column};
use crate::faults::Faults;
use crate::feed_words::{add_words, take_folded_off};
use crate::heading_map::HeadingMap;
use crate::hsds_service::{Families, ServiceReader, Told, path_of};
use crate::known::Known;
use crate::matching::Matcher;
use crate::opened::Body;
use crate::passed_over::PassedOver;
use crate::row_reading::{ReadRow, RowReader};
use crate::table::Table;
use crate::{Batch, Format, Incoming, MatchedBy, Opened, Reading, Refusal, RowFault, ids};

/// Reads a file and judges it.
pub fn read(bytes: &[u8], reading: &Reading<'_>, register: &Register) -> Result<Batch, Refusal> {
    let opened = crate::open(bytes, reading.windows_1252)?;
    judge(&opened, reading, register)
}

/// Judges a file that was opened.
pub fn judge(
    opened: &Opened,
    reading: &Reading<'_>,
    register: &Register,
) -> Result<Batch, Refusal> {
    let known = Known::new(register, reading.options);
    let matcher = Matcher::new(register);
    let mut faults = Faults::default();
    for fault in &opened.faults {
        faults.put(fault.clone());
    }
    let (columns, rows, mut passed_over) = match &opened.body {
        Body::Table(table) => of_table(table, reading, &known, &mut faults)?,
        Body::Services(services) => {
            let (rows, passed) = of_services(services, reading, &known, &matcher, &mut faults)?;
            (Vec::new(), rows, passed)
        }
    };
    passed_over.extend(opened.passed_over.iter().cloned());
    if rows.is_empty() && faults.count == 0 {
        faults.put(RowFault {
            says: "The file holds no services.".into(),
            ..RowFault::default()
        });
    }
    let mut judged = Judging {
        register,
        matcher: &matcher,
        reading,
        open_data: !matches!(opened.format, Format::Csv | Format::Xlsx),
        faults: &mut faults,
        carrying: Carrying::new(register, reading.contacts),
    };
    let entries = judged.entries(rows, &known);
    let beside = judged.carrying.say(&mut passed_over);
    let (faults, fault_count) = faults.in_order();
    Ok(Batch {
        format: opened.format,
        licence: opened.licence.clone(),
        hidden: opened.hidden.clone(),
        columns,
        entries,
        faults,
        fault_count,
        passed_over,
        beside,
    })
}

/// An entry as it was read, and which parts the file has.
struct Found<'f> {
    read: ReadRow,
    has: Rc<dyn Fn(&str) -> bool>,
    foreign_id: Option<String>,
    /// Whether it says in words who provides the service, and not by an organisation alone.
    provider_in_words: bool,
    /// Whether it names every provider, and not the first alone.
    partners: bool,
    /// The service as the feed told it; none of a table.
    feed: Option<FeedRow<'f>>,
}

type Columns = Vec<(String, Option<String>)>;

fn of_table<'f>(
    table: &Table,
    reading: &Reading<'_>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Result<(Columns, Vec<Found<'f>>, Vec<String>), Refusal> {
    if table.headings.is_empty() {
        return Err(Refusal::of_file("The file is empty: it has no headings."));
    }
    let map = HeadingMap::new(&table.headings, reading.columns, faults)?;
    let mapped: BTreeSet<&'static str> = map.parts().map(|(_, part)| part.heading).collect();
    for fault in &table.faults {
        // A formula in a column that is passed over harms nobody.
        let column = fault
            .column
            .as_ref()
            .and_then(|name| table.headings.iter().position(|h| h == name));
        if column.is_none_or(|at| map.parts().any(|(place, _)| place == at)) {
            faults.put(fault.clone());
        }
    }
    let columns = map.shown(&table.headings);
    let unread = columns.iter().filter(|(_, part)| part.is_none());
    let passed = unread.map(|(heading, _)| format!("The column \"{heading}\" is not taken in."));
    let passed = passed.collect();
    let has: Rc<dyn Fn(&str) -> bool> = Rc::new(move |heading| mapped.contains(heading));
    let mut reader = RowReader::new(&map, &table.headings, known, reading, faults, true);
    let rows = table.rows.iter().map(|row| Found {
        read: reader.read(row),
        has: Rc::clone(&has),
        foreign_id: None,
        provider_in_words: true,
        partners: true,
        feed: None,
    });
    Ok((columns, rows.collect(), passed))
}

fn of_services<'f>(
    services: &'f [(u32, Value)],
    reading: &Reading<'_>,
    known: &Known<'_>,
    matcher: &Matcher<'_>,
    faults: &mut Faults,
) -> Result<(Vec<Found<'f>>, Vec<String>), Refusal> {
    let families = families(services, known, matcher);
    let mut passed = PassedOver::default();
    let mut reader = ServiceReader::new(known, &families, reading.contacts, faults, &mut passed);
    let told: Vec<(u32, &Value, Told)> = services
        .iter()
        .filter_map(|(row, value)| reader.read(*row, value).map(|told| (*row, value, told)))
        .collect();
    let ours: Vec<String> = COLUMNS
        .iter()
        .map(|column| column.heading.to_owned())
        .collect();
    let paths: Vec<String> = COLUMNS
        .iter()
        .map(|column| path_of(column.heading).to_owned())
        .collect();
    let map = HeadingMap::new(&ours, None, faults)?;
    let mut reader = RowReader::new(&map, &paths, known, reading, faults, false);
    let mut rows = Vec::with_capacity(told.len());
    for (row, value, told) in told {
        let mut read = reader.read(&told.row(row));
        let folded = take_folded_off(&told, &mut read, known.register, matcher);
        add_words(&told, &mut read, known.register);
        // A description that was nothing but what we folded into it says nothing itself.
        let described = !read.service.description.is_empty();
        let foreign_id = Some(told.foreign_id.clone()).filter(|id| !id.is_empty());
        rows.push(Found {
            read,
            foreign_id,
            provider_in_words: told.marks.provider_in_words,
            partners: told.marks.partners,
            feed: FeedRow::of(value, &told, folded),
            has: Rc::new(move |heading| match heading {
                "description" => described,
                heading => told.tells(heading),
            }),
        });
    }
    Ok((rows, passed.sentences()))
}

fn families<'a>(
    services: &[(u32, Value)],
    known: &Known<'a>,
    matcher: &Matcher<'_>,
) -> Families<'a> {
    let mut by_uuid = HashMap::new();
    let mut by_name = HashMap::new();
    for entry in known.register.entries() {
        by_uuid.insert(ids::of_service(entry.id()).to_string(), entry.id().clone());
        if entry.service.parent.is_none() {
            by_name
                .entry(entry.service.name.to_lowercase())
                .or_insert(entry.id());
        }
    }
    for (_, service) in services {
        if let Some(id) = service.get("id").and_then(Value::as_str) {
            let ours = matcher.by_foreign(id).map(|(id, _)| id);
            by_uuid
                .entry(id.to_owned())
                .or_insert_with(|| ours.unwrap_or_else(|| ids::of_foreign(id)));
        }
    }
    Families { by_uuid, by_name }
}

struct Judging<'a> {
    register: &'a Register,
    matcher: &'a Matcher<'a>,
    reading: &'a Reading<'a>,
    open_data: bool,
    faults: &'a mut Faults,
    carrying: Carrying<'a>,
}

impl Judging<'_> {
    fn entries(&mut self, rows: Vec<Found<'_>>, known: &Known<'_>) -> Vec<Incoming> {
        let mut rows_of: HashMap<ServiceId, u32> = HashMap::new();
        let mut entries = Vec::with_capacity(rows.len());
        for found in rows {
            let incoming = self.entry(found);
            let id = &incoming.service.id;
            if let Some(first) = rows_of.insert(id.clone(), incoming.row) {
                let what = if self.open_data { "service" } else { "row" };
                let says = format!(
                    "This is the entry \"{}\" a second time: it is {what} {first} already.",
                    id.0
                );
                self.faults.add(incoming.row, "id", says);
                rows_of.insert(id.clone(), first);
            }
            entries.push(incoming);
        }
        for entry in &entries {
            if let Some(parent) = &entry.service.parent
                && !known.has_entry(parent)
                && !rows_of.contains_key(parent)
            {
                self.faults.put(RowFault {
                    row: Some(entry.row),
                    column: Some(self.heading("parent_id")),
                    says: format!(
                        "The family \"{}\" is neither in the directory nor in the file.",
                        parent.0
                    ),
                    offers: None,
                    of_directory: true,
                });
            }
        }
        entries
    }

    fn heading(&self, heading: &'static str) -> String {
        if self.open_data {
            path_of(heading)
        } else {
            heading
        }
        .to_owned()
    }

    fn entry(&mut self, found: Found<'_>) -> Incoming {
        let Found {
            mut read,
            has,
            foreign_id,
            provider_in_words,
            partners,
            feed,
        } = found;
        if let Some(foreign) = &foreign_id {
            read.service.id = ids::of_foreign(foreign);
        }
        let matches = self.matched(&read, foreign_id.as_deref());
        let resembles = match matches {
            None if !read.has_id => self.matcher.resembled(&read.service),
            _ => None,
        };
        let existing = matches.as_ref().and_then(|(id, _)| self.register.entry(id));
        let feed_assurance =
            self.feed_assurance(&read, existing.and_then(|entry| entry.service.assured_on));
        let mut foreign_ids = read.foreign_ids;
        if let Some(foreign) = foreign_id
            && !matches!(matches, Some((_, MatchedBy::Id)))
            && !foreign_ids.contains(&foreign)
        {
            foreign_ids.push(foreign);
        }
        let service = match existing {
            Some(entry) => {
                let mut service = entry.service.clone();
                // A file that names the organisation that stands first here, and no more, has
                // nothing to say of our words for it, or of who delivers with it.
                let first = service.providers.first();
                let known = first.is_some() && first == read.service.providers.first();
                for Column { heading, carry, .. } in COLUMNS {
                    let stands = match *heading {
                        "provider" => known && !provider_in_words,
                        "provider_org_ids" => known && !partners,
                        _ => false,
                    };
                    if has(heading) && !stands {
                        carry(&read.service, &mut service);
                    }
                }
                service
            }
            None => read.service,
        };
        self.try_ages(read.row, &service);
        let mut incoming = Incoming {
            row: read.row,
            service,
            foreign_ids,
            feed_assurance,
            matches,
            resembles,
            carried: None,
        };
        incoming.carried = feed.map(|feed| self.carrying.carried(&feed, &incoming));
        incoming
    }

    /// A file that brings one age only may bring it against the other that is here.
    fn try_ages(&mut self, row: u32, service: &directory::Service) {
        let takes = &service.eligibility;
        if let (Some(from), Some(to)) = (takes.age_from, takes.age_to)
            && from > to
        {
            let known =
                self.faults.kept.iter().any(|fault| {
                    fault.row == Some(row) && fault.says.starts_with("The oldest age")
                });
            if !known {
                let says = format!("The oldest age, {to}, is below the youngest, {from}.");
                let column = self.heading("elig_age_max");
                self.faults.add(row, &column, says);
            }
        }
    }

    fn matched(&self, read: &ReadRow, foreign_id: Option<&str>) -> Option<(ServiceId, MatchedBy)> {
        if let Some(foreign) = foreign_id {
            let known = self.matcher.by_foreign(foreign);
            return known.or_else(|| self.matcher.by_provider(&read.service));
        }
        let id = &read.service.id;
        if self.register.entry(id).is_some() {
            return Some((id.clone(), MatchedBy::Id));
        }
        if read.has_id {
            return None;
        }
        self.matcher.by_provider(&read.service)
    }

    /// A confirmation in a file is the feed's; our own that comes back is nobody's news.
    fn feed_assurance(
        &self,
        read: &ReadRow,
        ours: Option<chrono::NaiveDate>,
    ) -> Option<FeedAssurance> {
        let told = read.assured.as_ref().filter(|(on, _)| Some(*on) != ours);
        let told = told.map(|(on, _)| FeedAssurance {
            on: *on,
            feed: self.reading.name.to_owned(),
        });
        read.feed_assurance.clone().or(told)
    }
}
