//! The directory as open data: HSDS 3.0, or only what the UK profile of it names.

mod attributes;
mod bodies;
mod contacts;

use directory::{Area, Entry, Register, Service, ServiceState};
use serde_json::{Map, Value, json};

use crate::carried::{Joining, Left};
use crate::losses::Told;
use crate::writing::CarriedOf;
use crate::{Written, eligibility_words, folded_words, ids, losses};

type Object = Map<String, Value>;

/// How open data goes out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// Only what the UK profile names.
    pub uk: bool,
    /// With contacts.
    pub contacts: bool,
}

/// Writes entries as a list of services, a line for each, with what was kept beside them.
pub(crate) fn write(
    entries: &[&Entry],
    register: &Register,
    manner: Manner,
    carried: CarriedOf<'_>,
) -> Written {
    let joining = Joining::new(manner);
    let mut left = Left::default();
    let mut told = Told::default();
    let mut bytes = b"[\n".to_vec();
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            bytes.extend_from_slice(b",\n");
        }
        let mut service = of_entry(entry, register, manner);
        if let Some(carried) = carried(entry.id()) {
            let joined = joining.join(&mut service, &carried, entry);
            left.add(joined.left);
            if joined.times_set_out {
                told.times_set_out += 1;
            }
        }
        bytes.extend_from_slice(Value::Object(service).to_string().as_bytes());
    }
    bytes.extend_from_slice(b"\n]\n");
    let mut losses = losses::of_open_data(entries, manner, told);
    losses.extend(left.sentences());
    Written { bytes, losses }
}

/// What our own writing says of an entry.
pub(crate) fn of_entry(entry: &Entry, register: &Register, manner: Manner) -> Object {
    Writing {
        entry,
        register,
        manner,
    }
    .service()
}

struct Writing<'a> {
    entry: &'a Entry,
    register: &'a Register,
    manner: Manner,
}

impl Writing<'_> {
    fn of(&self) -> &Service {
        &self.entry.service
    }

    fn id(&self) -> String {
        ids::of_service(&self.of().id).to_string()
    }

    /// The id of a part of the service.
    fn id_of(&self, part: &str) -> String {
        ids::uuid_of("part", &format!("{}/{part}", self.of().id.0)).to_string()
    }

    fn service(&self) -> Object {
        let service = self.of();
        let mut out = Object::new();
        out.insert("id".into(), self.id().into());
        out.insert("name".into(), service.name.clone().into());
        out.insert("status".into(), status(service).into());
        put(&mut out, "description", &self.description());
        put(
            &mut out,
            "alert",
            eligibility_words::alert(service).unwrap_or_default(),
        );
        for (key, age) in [
            ("minimum_age", service.eligibility.age_from),
            ("maximum_age", service.eligibility.age_to),
        ] {
            if let Some(age) = age {
                out.insert(key.into(), age.into());
            }
        }
        put(&mut out, "assured_date", &self.assured());
        if let Some(when) = self.entry.kept.changed_at {
            out.insert(
                "last_modified".into(),
                when.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
                    .into(),
            );
        }
        self.put_organisation(&mut out);
        if self.manner.uk {
            put(
                &mut out,
                "fees",
                service.cost.as_deref().unwrap_or_default(),
            );
        } else {
            put(&mut out, "alternate_name", &service.other_names.join("; "));
            put(
                &mut out,
                "eligibility_description",
                &eligibility_words::who(service, self.register),
            );
            put(
                &mut out,
                "application_process",
                service.how_to_refer.as_deref().unwrap_or_default(),
            );
            put(
                &mut out,
                "fees_description",
                service.cost.as_deref().unwrap_or_default(),
            );
            self.put_program(&mut out);
        }
        if ids::foreign(&service.id).is_some() {
            let url = service
                .source
                .as_deref()
                .filter(|source| is_web_address(source));
            put(&mut out, "url", url.unwrap_or_default());
        }
        self.put_contact(&mut out);
        put_list(&mut out, "service_areas", self.areas());
        put_list(&mut out, "schedules", self.schedules());
        put_list(&mut out, "languages", self.languages());
        put_list(&mut out, "service_at_locations", self.places());
        put_list(&mut out, "attributes", self.attributes());
        out
    }

    /// The UK profile has no place for whom a service takes or how to refer: they stand in the
    /// description, under headings.
    fn description(&self) -> String {
        let service = self.of();
        if !self.manner.uk {
            return service.description.clone();
        }
        let who = eligibility_words::who(service, self.register);
        let refer = service.how_to_refer.as_deref().unwrap_or_default();
        folded_words::folded(&service.description, &who, refer)
    }

    /// A feed's own confirmation goes out only with what that feed brought.
    fn assured(&self) -> String {
        let ours = self.of().assured_on;
        let theirs = self.entry.kept.feed_assurance.as_ref().map(|told| told.on);
        let theirs = theirs.filter(|_| ids::foreign(&self.of().id).is_some());
        ours.or(theirs)
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    fn areas(&self) -> Vec<Value> {
        let place = |code: &str, name: &str| {
            let mut area = self.part_of(&format!("area/{code}"));
            area.insert("name".into(), name.into());
            area.insert("extent".into(), code.into());
            let uri = format!("http://statistics.data.gov.uk/id/statistical-geography/{code}");
            area.insert("uri".into(), uri.into());
            Value::Object(area)
        };
        match &self.of().area {
            Area::National => vec![place("S92000003", "Scotland")],
            Area::Councils { councils } => {
                let each = councils.iter().map(|id| {
                    let council = self.register.council(id);
                    place(
                        &id.0,
                        council.map_or(id.0.as_str(), |council| council.name.as_str()),
                    )
                });
                each.collect()
            }
            Area::Elsewhere { says } if says.is_empty() => Vec::new(),
            Area::Elsewhere { says } => {
                let mut area = self.part_of("area/elsewhere");
                area.insert("name".into(), says.clone().into());
                vec![Value::Object(area)]
            }
        }
    }

    fn schedules(&self) -> Vec<Value> {
        let Some(times) = &self.of().times else {
            return Vec::new();
        };
        let mut schedule = self.part_of("schedule");
        schedule.insert("description".into(), times.clone().into());
        vec![Value::Object(schedule)]
    }

    fn languages(&self) -> Vec<Value> {
        if self.manner.uk {
            return Vec::new();
        }
        let each = self.of().languages.iter().map(|code| {
            let mut language = self.part_of(&format!("language/{code}"));
            language.insert("code".into(), code.clone().into());
            Value::Object(language)
        });
        each.collect()
    }

    fn places(&self) -> Vec<Value> {
        let each = self.of().prisons.iter().map(|id| {
            let prison = self
                .register
                .prisons()
                .iter()
                .find(|prison| prison.id == *id);
            let name = prison.map_or(id.0.as_str(), |prison| prison.name.as_str());
            let location = json!({
                "id": ids::uuid_of("prison", &id.0).to_string(),
                "location_type": "physical",
                "name": name,
            });
            let mut at = self.part_of(&format!("place/{}", id.0));
            at.insert("location".into(), location);
            Value::Object(at)
        });
        each.collect()
    }

    fn part_of(&self, part: &str) -> Object {
        let mut object = Object::new();
        object.insert("id".into(), self.id_of(part).into());
        object.insert("service_id".into(), self.id().into());
        object
    }
}

fn status(service: &Service) -> &'static str {
    match (service.state, service.referrals.intake) {
        (ServiceState::Current, directory::Intake::Paused) => "temporarily closed",
        (ServiceState::Current, _) => "active",
        (ServiceState::Historical, _) => "defunct",
        (ServiceState::Planned | ServiceState::Unknown, _) => "inactive",
    }
}

pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.contains([' ', '<', '>', '"', '\\', '^', '`', '{', '|', '}'])
            && rest.is_ascii()
    })
}

fn put(out: &mut Object, key: &str, text: &str) {
    if !text.is_empty() {
        out.insert(key.to_owned(), text.into());
    }
}

fn put_list(out: &mut Object, key: &str, list: Vec<Value>) {
    if !list.is_empty() {
        out.insert(key.to_owned(), Value::Array(list));
    }
}
