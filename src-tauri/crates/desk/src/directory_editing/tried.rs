//! Whether a service as it was entered can stand in the directory. The first field at fault is named
//! as the page names it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use directory::{Area, Eligibility, Intake, Referrals, Register, Service};
use edition::Edition;

use super::text::{self, bad, tidy, tidy_all};
use crate::Fault;

/// The longest age, in years, that anybody is asked for.
const OLDEST: u32 = 120;

/// How long people wait at most, in weeks: ten years.
const LONGEST_WAIT: u32 = 520;

/// How many places are free at most.
const MOST_PLACES: u32 = 10_000;

/// What an entry is tried against.
pub(super) struct Trial<'a> {
    pub(super) edition: &'a Edition,
    pub(super) register: &'a Register,
    pub(super) today: NaiveDate,
}

impl Trial<'_> {
    /// Gives the service as it can be kept: the spaces around its words cut, what is blank left out.
    pub(super) fn of(&self, mut service: Service) -> Result<Service, Fault> {
        tidy_service(&mut service)?;
        self.codes(&service)?;
        self.places(&service)?;
        self.takes(&service.eligibility)?;
        self.referrals(&service.referrals)?;
        self.dates(&service)?;
        self.family(&service)?;
        Ok(service)
    }

    /// Whether the parts of a service that speak of one another still agree: what a change that is
    /// taken back out of the middle could upset.
    pub(super) fn hangs_together(&self, service: &Service) -> bool {
        let tried = self
            .takes(&service.eligibility)
            .and_then(|()| self.dates(service))
            .and_then(|()| self.providers(service))
            .and_then(|()| self.family(service));
        tried.is_ok()
    }

    fn codes(&self, service: &Service) -> Result<(), Fault> {
        let kind = std::slice::from_ref(&service.kind);
        self.known("kind", "programme_kind", kind)?;
        self.known("setting", "setting", service.setting.as_slice())?;
        self.known("groups", "offender_group", &service.groups)?;
        self.known("outcomes", "outcome", &service.outcomes)?;
        let mut options = service.options.iter();
        let option = |id: &law::OptionId| {
            self.edition.option(id).is_some() || self.is_code("disposal", &id.0)
        };
        held_to("options", options.all(option))?;
        held_to(
            "languages",
            service.languages.iter().all(|code| is_language(code)),
        )?;
        let known = |entry: &directory::Entry| entry.service.jurisdiction == service.jurisdiction;
        held_to("jurisdiction", self.register.entries().iter().any(known))
    }

    fn places(&self, service: &Service) -> Result<(), Fault> {
        let register = self.register;
        match &service.area {
            Area::National => {}
            Area::Councils { councils } => {
                let known = councils.iter().all(|id| register.council(id).is_some());
                held_to("councils", known && !councils.is_empty())?;
            }
            Area::Elsewhere { says } => held_to("elsewhere", !says.is_empty())?,
        }
        let courts = service.courts.iter();
        held_to(
            "courts",
            courts.clone().all(|id| register.court(id).is_some()),
        )?;
        let prisons = service.prisons.iter();
        held_to(
            "prisons",
            prisons.clone().all(|id| register.prison(id).is_some()),
        )?;
        self.providers(service)
    }

    fn providers(&self, service: &Service) -> Result<(), Fault> {
        let mut providers = service.providers.iter();
        let known = |id| self.register.organisation(id).is_some();
        held_to("providers", providers.all(known))
    }

    fn takes(&self, takes: &Eligibility) -> Result<(), Fault> {
        self.known("sex", "sex", takes.sex.as_slice())?;
        self.known(
            "order-needed",
            "order_needed",
            takes.order_needed.as_slice(),
        )?;
        held_to("age-from", takes.age_from.is_none_or(|age| age <= OLDEST))?;
        held_to("age-to", takes.age_to.is_none_or(|age| age <= OLDEST))?;
        let turned = takes.age_from.zip(takes.age_to);
        held_to("age-to", turned.is_none_or(|(from, to)| from <= to))
    }

    /// What is told of referrals was told on a day: it is the fact that ages fastest.
    fn referrals(&self, referrals: &Referrals) -> Result<(), Fault> {
        let Referrals {
            intake,
            weeks,
            next_start: _,
            places,
            told_on,
        } = referrals;
        held_to("weeks", weeks.is_none_or(|weeks| weeks <= LONGEST_WAIT))?;
        held_to("places", places.is_none_or(|places| places <= MOST_PLACES))?;
        let told = told_on.is_some() || *intake == Intake::NotStated;
        held_to(
            "told-on",
            told && told_on.is_none_or(|day| day <= self.today),
        )
    }

    fn dates(&self, service: &Service) -> Result<(), Fault> {
        let dates = [
            ("active-from", &service.active_from),
            ("active-to", &service.active_to),
            ("source-date", &service.source_date),
        ];
        for (field, date) in dates {
            held_to(field, date.as_deref().is_none_or(is_date))?;
        }
        let turned = service
            .active_from
            .as_deref()
            .zip(service.active_to.as_deref());
        held_to(
            "active-to",
            turned.is_none_or(|(from, to)| !is_before(to, from)),
        )?;
        let today = self.today.to_string();
        let written = service.source_date.as_deref();
        held_to(
            "source-date",
            written.is_none_or(|written| !is_before(&today, written)),
        )
    }

    /// A family is there, and is no delivery itself; what has deliveries is no delivery.
    fn family(&self, service: &Service) -> Result<(), Fault> {
        let Some(parent) = &service.parent else {
            return Ok(());
        };
        let family = self.register.entry(parent);
        let is_family = family.is_some_and(|family| family.service.parent.is_none());
        let delivers = self.register.deliveries(&service.id).next().is_none();
        held_to("parent", is_family && delivers && *parent != service.id)
    }

    fn known(&self, field: &str, list: &str, codes: &[String]) -> Result<(), Fault> {
        held_to(field, codes.iter().all(|code| self.is_code(list, code)))
    }

    fn is_code(&self, list: &str, code: &str) -> bool {
        self.register.codes(list).any(|entry| entry.code == code)
    }
}

/// Whether a text is a date as sources give them: a year, a month or a day.
pub(super) fn is_date(text: &str) -> bool {
    let day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let digits = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    digits && day.len() == 10 && day.parse::<NaiveDate>().is_ok()
}

/// Whether a date ends before another begins; what one leaves open is no difference.
pub(super) fn is_before(date: &str, other: &str) -> bool {
    let shared = date.len().min(other.len());
    date.get(..shared) < other.get(..shared)
}

/// Two or three letters, as ISO 639 has them.
fn is_language(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn held_to(field: &str, holds: bool) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(bad(field)) }
}

/// Cuts the spaces around every text, and refuses what is no text or too much of it.
fn tidy_service(service: &mut Service) -> Result<(), Fault> {
    text::needed("name", &mut service.name, text::NAME)?;
    text::needed("description", &mut service.description, text::TEXT)?;
    tidy_all("other-names", &mut service.other_names)?;
    tidy_all("unverified", &mut service.unverified)?;
    tidy_all("languages", &mut service.languages)?;
    if let Area::Elsewhere { says } = &mut service.area {
        text::needed("elsewhere", says, text::TEXT)?;
    }
    let takes = &mut service.eligibility;
    let texts = [
        ("provider", &mut service.provider),
        ("setting", &mut service.setting),
        ("sex", &mut takes.sex),
        ("offence", &mut takes.offence),
        ("risk", &mut takes.risk),
        ("order-needed", &mut takes.order_needed),
        ("residence", &mut takes.residence),
        ("not-for", &mut takes.not_for),
        ("how-to-refer", &mut service.how_to_refer),
        ("contact", &mut service.contact),
        ("length", &mut service.length),
        ("times", &mut service.times),
        ("cost", &mut service.cost),
        ("evidence", &mut service.evidence),
        ("access", &mut service.access),
        ("active-from", &mut service.active_from),
        ("active-to", &mut service.active_to),
        ("source", &mut service.source),
        ("source-date", &mut service.source_date),
    ];
    for (field, words) in texts {
        tidy(field, words)?;
    }
    once(&mut service.groups);
    once(&mut service.outcomes);
    once(&mut service.courts);
    once(&mut service.prisons);
    once(&mut service.options);
    once(&mut service.providers);
    if let Area::Councils { councils } = &mut service.area {
        once(councils);
    }
    Ok(())
}

/// Leaves each once, in the order of its first.
fn once<T: Clone + Ord>(all: &mut Vec<T>) {
    let mut seen = BTreeSet::new();
    all.retain(|one| seen.insert(one.clone()));
}
