//! The directory on paper: an extract for a court or an area, each entry with its source and the
//! day on which it was last confirmed.

use directory::{
    Area, Assurance, Clock, DirectorySearch, Eligibility, Register, Service, ServiceRow,
};
use document::{Block, Document, Inline};

use super::running::Running;

/// The rows of a search, for paper.
pub(crate) struct Extract<'e> {
    pub(crate) running: Running<'e>,
    pub(crate) register: &'e Register,
    pub(crate) search: &'e DirectorySearch,
    rows: Vec<ServiceRow>,
    /// What answers and was last confirmed too long ago.
    left_out: Vec<ServiceRow>,
}

impl<'e> Extract<'e> {
    /// What a search leaves. What was last confirmed too long ago is left out, and counted, unless
    /// it is asked for.
    pub(crate) fn new(
        running: Running<'e>,
        register: &'e Register,
        search: &'e DirectorySearch,
    ) -> Self {
        let all = DirectorySearch {
            expired: true,
            from: 0,
            limit: u32::MAX,
            ..search.clone()
        };
        let answered = register.answer(&all).rows.into_iter();
        let (left_out, rows) = answered.partition(|row| {
            !search.expired && matches!(row.assurance, Assurance::Stale | Assurance::Expired)
        });
        Self {
            running,
            register,
            search,
            rows,
            left_out,
        }
    }

    /// The extract as a document: what is local first where a place is asked for, by kind.
    pub(crate) fn document(&self) -> Document {
        let whose = self.place();
        let mut blocks = vec![Block::Title {
            text: "Directory of programmes and services".into(),
            sub: Some(format!(
                "{whose} · as at {}",
                casework::date(self.search.as_at)
            )),
        }];
        blocks.extend(self.introduction().into_iter().map(Block::paragraph));
        if self.search.court.is_none() && self.search.council.is_none() {
            blocks.extend(self.by_kind(1, &self.rows.iter().collect::<Vec<_>>()));
        } else {
            let (national, local): (Vec<&ServiceRow>, Vec<&ServiceRow>) =
                self.rows.iter().partition(|row| is_national(row));
            let parts = [
                ("Services here", local),
                ("National services and programmes", national),
            ];
            for (title, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
                blocks.push(Block::heading(1, format!("{title} ({})", rows.len())));
                blocks.extend(self.by_kind(2, &rows));
            }
        }
        Document {
            contents: true,
            blocks,
            ..self
                .running
                .around("Directory extract", format!("Directory · {whose}"), false)
        }
    }

    fn place(&self) -> String {
        let court = self.search.court.as_ref();
        let council = self.search.council.as_ref();
        let names = court
            .map(|id| self.register.court_name(id))
            .into_iter()
            .chain(council.map(|id| self.register.council_name(id)));
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            "All Scotland".to_owned()
        } else {
            names.join(", ")
        }
    }

    /// What the extract holds, what it leaves out and why.
    fn introduction(&self) -> Vec<String> {
        let mut says = Vec::new();
        let court = self.search.court.as_ref();
        if let Some(court) = court.and_then(|id| self.register.court(id))
            && !court.councils.is_empty()
        {
            let councils = court.councils.iter();
            let names: Vec<String> = councils.map(|id| self.register.council_name(id)).collect();
            says.push(format!(
                "{} serves people who live in: {}. Services that name the court, and services for \
                 people of these councils, stand first.",
                court.name,
                names.join("; ")
            ));
        }
        says.push(self.register.filter_in_words(self.search));
        let entries = match self.rows.len() {
            1 => "1 entry.".to_owned(),
            many => format!("{many} entries."),
        };
        says.push(format!(
            "{entries} Each says when its source was dated and when somebody here last confirmed \
             it. An entry that nobody has confirmed may no longer run: telephone first."
        ));
        says.extend(self.says_left_out());
        says
    }

    fn says_left_out(&self) -> Option<String> {
        let count = |state| {
            let rows = self.left_out.iter();
            rows.filter(|row| row.assurance == state).count()
        };
        // Where the kinds have periods of their own, no one figure is true of them all.
        let clocks = self.left_out.iter();
        let mut clocks = clocks.map(|row| self.register.clock_of(&row.service));
        let first = clocks.next();
        let shared = first.filter(|first| clocks.all(|clock| clock == *first));
        let entries = |many| match many {
            1 => "1 entry".to_owned(),
            many => format!("{many} entries"),
        };
        let parts = [
            (
                count(Assurance::Stale),
                shared.map(|clock| clock.due),
                "not to be taken as true now",
            ),
            (
                count(Assurance::Expired),
                shared.map(|clock| clock.stale),
                "not to be relied on",
            ),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(many, ..)| *many > 0)
            .map(|(many, days, why)| {
                let last = if many == 1 { "it was" } else { "they were" };
                let when = days.map_or_else(
                    || "longer before this day than their kinds allow".to_owned(),
                    |days| format!("more than {days} days before this day"),
                );
                format!(
                    "{} left out, {why}: {last} last confirmed {when}.",
                    entries(many) + if many == 1 { " is" } else { " are" },
                )
            })
            .collect();
        (!parts.is_empty()).then(|| format!("{} The program shows them.", parts.join(" ")))
    }

    fn by_kind(&self, level: u8, rows: &[&ServiceRow]) -> Vec<Block> {
        let mut kinds: Vec<&str> = rows.iter().map(|row| row.kind_label.as_str()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut blocks = Vec::new();
        for kind in kinds {
            blocks.push(Block::heading(level, kind));
            for row in rows.iter().filter(|row| row.kind_label == kind) {
                blocks.push(Block::heading(level + 1, &row.service.name));
                blocks.push(key_values(self.entry(row)));
            }
        }
        blocks
    }

    fn entry(&self, row: &ServiceRow) -> Vec<(&'static str, String)> {
        let service = &row.service;
        let mut pairs = vec![
            ("What it involves", service.description.clone()),
            ("Area", row.area_label.clone()),
        ];
        pairs.extend(service.provider.clone().map(|name| ("Provided by", name)));
        pairs.push(("For", eligibility(&service.eligibility)));
        pairs.extend(not_for(service).map(|says| ("Not for", says)));
        pairs.push(("Referrals", referrals(service)));
        let how = service.how_to_refer.clone();
        pairs.extend(how.map(|says| ("How to refer", says)));
        pairs.extend(contact(service, self.search.as_at).map(|says| ("Contact", says)));
        pairs.push(("Stands", stands(row).to_owned()));
        pairs.push(("Source", dated(service)));
        pairs.push(("Confirmed", confirmed(row)));
        pairs
    }
}

fn is_national(row: &ServiceRow) -> bool {
    row.national_only || row.service.area == Area::National
}

/// Pairs of plain words.
pub(crate) fn key_values(pairs: Vec<(&str, String)>) -> Block {
    let pairs = pairs.into_iter();
    Block::KeyValues(
        pairs
            .map(|(key, says)| (key.to_owned(), vec![Inline::text(says)]))
            .collect(),
    )
}

/// When the source was dated, in words.
pub(crate) fn dated(service: &Service) -> String {
    service.source_date.as_ref().map_or_else(
        || "The source has no date".to_owned(),
        |date| format!("Source dated {date}"),
    )
}

/// Whether it runs, in words.
pub(crate) fn stands(row: &ServiceRow) -> &'static str {
    if row.national_only {
        "National programme; no local delivery is recorded here"
    } else {
        row.service.state.in_words()
    }
}

/// Whom it does not take, and what it asks of where the person lives, in words.
pub(crate) fn not_for(service: &Service) -> Option<String> {
    let takes = &service.eligibility;
    let lives = takes.residence.as_ref();
    let lives = lives.map(|says| format!("where the person lives: {says}"));
    let parts: Vec<String> = takes.not_for.clone().into_iter().chain(lives).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Whether it takes people, and on which day that was told.
pub(crate) fn referrals(service: &Service) -> String {
    let says = service.referrals.in_words();
    if says.is_empty() {
        "Not stated whether it takes people: ask".to_owned()
    } else {
        says
    }
}

/// The contact, with a warning where it was not confirmed in the last three months.
pub(crate) fn contact(service: &Service, as_at: chrono::NaiveDate) -> Option<String> {
    let contact = service.contact.as_ref()?;
    if Clock::contact_holds(service.assured_on, as_at) {
        return Some(contact.clone());
    }
    Some(format!(
        "{contact} (not confirmed in the last three months: check it before you send anything)"
    ))
}

/// Whom a service takes, in words.
pub(crate) fn eligibility(eligibility: &Eligibility) -> String {
    let mut words = match eligibility.sex.as_deref() {
        Some("male") => vec!["men".to_owned()],
        Some("female") => vec!["women".to_owned()],
        Some(_) => vec!["any sex".to_owned()],
        None => vec!["sex not stated".to_owned()],
    };
    words.push(match (eligibility.age_from, eligibility.age_to) {
        (Some(from), Some(to)) => format!("aged {from} to {to}"),
        (Some(from), None) => format!("aged {from} or over"),
        (None, Some(to)) => format!("aged {to} or under"),
        (None, None) => "age not stated".to_owned(),
    });
    words.extend(eligibility.offence.clone());
    words.extend(
        eligibility
            .risk
            .as_ref()
            .map(|risk| format!("risk: {risk}")),
    );
    let all = words.join("; ");
    let mut letters = all.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// How sure we are of an entry, in words.
pub(crate) fn confirmed(row: &ServiceRow) -> String {
    row.confirmed_in_words()
}
