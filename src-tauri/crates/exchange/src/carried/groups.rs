//! Which keys of open data say together what a part of an entry says, so that they go out together
//! or not at all.

use directory::Service;

use crate::column::COLUMNS;
use crate::csv_writing::part;
use crate::ids;

/// Keys that go out together.
#[derive(Clone, Copy)]
pub(crate) struct Group {
    /// Names it; the first of its keys.
    pub name: &'static str,
    pub keys: &'static [&'static str],
    /// Whether it says something else once anything of it is left out.
    pub whole: bool,
    /// The parts of an entry, by their headings.
    headings: &'static [&'static str],
    /// What it is, for a sentence.
    pub words: &'static str,
}

const fn group(
    keys: &'static [&'static str],
    headings: &'static [&'static str],
    words: &'static str,
) -> Group {
    Group {
        name: match keys {
            [first, ..] => first,
            [] => "",
        },
        keys,
        whole: false,
        headings,
        words,
    }
}

const fn whole(group: Group) -> Group {
    Group {
        whole: true,
        ..group
    }
}

/// The headings that a description is told by: the words of whom a service takes, and what to mind,
/// stand in it too.
const DESCRIBED: [&str; 10] = [
    "description",
    "elig_sex",
    "elig_offence",
    "elig_risk",
    "order_needed",
    "elig_residence",
    "not_for",
    "state",
    "intake",
    "how_to_refer",
];

/// Every group.
pub(crate) const GROUPS: [Group; 12] = [
    group(&["name"], &["name"], "the name"),
    group(&["alternate_name"], &["other_names"], "other names"),
    whole(group(
        &["description", "eligibility_description", "alert"],
        &DESCRIBED,
        "the description",
    )),
    group(&["application_process"], &["how_to_refer"], "how to refer"),
    whole(group(
        &["fees", "fees_description", "cost_options"],
        &["cost"],
        "what it costs",
    )),
    group(&["url"], &["source"], "the address on the web"),
    group(
        &["assured_date", "assurer_email"],
        &["assured_on"],
        "who confirmed it",
    ),
    group(&["last_modified"], &["*"], "when it last changed"),
    group(&["schedules"], &["times"], "times, by days and hours"),
    group(
        &["organization", "organization_id"],
        &["provider", "first provider"],
        "the organisation",
    ),
    group(&["program", "program_id"], &["parent_id"], "the family"),
    group(&["service_areas"], &["areas_served"], "areas"),
];

/// The contacts, which go out only by choice.
pub(crate) const CONTACTS: Group = whole(group(
    &["contacts", "phones", "email"],
    &["contact"],
    "contacts",
));

/// What places say of access.
pub(crate) const ACCESS: Group = group(&["accessibility"], &["access"], "access to places");

/// Every group, the contacts last.
pub(crate) fn all() -> impl Iterator<Item = &'static Group> {
    const LAST: &[Group] = &[CONTACTS];
    const FIRST: &[Group] = &GROUPS;
    FIRST.iter().chain(LAST)
}

impl Group {
    /// A mark of what an entry says of it: another where that was changed.
    pub(crate) fn mark(&self, service: &Service) -> String {
        let told: Vec<String> = match self.headings {
            ["*"] => COLUMNS.iter().map(|column| column.text(service)).collect(),
            headings => headings
                .iter()
                .map(|heading| said(service, heading))
                .collect(),
        };
        ids::uuid_of("stood", &told.join("\u{1F}")).to_string()
    }
}

fn said(service: &Service, heading: &str) -> String {
    match heading {
        "first provider" => {
            let first = service.providers.first();
            first.map(|id| id.0.clone()).unwrap_or_default()
        }
        "assured_on" => {
            let day = service.assured_on;
            day.map(|day| day.to_string()).unwrap_or_default()
        }
        heading => part(service, heading),
    }
}
