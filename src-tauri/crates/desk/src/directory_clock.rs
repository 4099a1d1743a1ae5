//! The editor's work list: which entries have waited longest to be confirmed. The letters that ask
//! for it are in [`letter`], how long a confirmation holds in [`periods`].

mod letter;
mod periods;

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use directory::{Assurance, Clock, Entry, ServiceState};

pub(crate) use self::periods::SETTING as PERIODS;
use crate::{Act, Desk, Fault, StateCount, WorkList, WorkListSearch, WorkRow, civil_date};

/// How many days an entry may be overdue before it goes to the deputy.
const BEFORE_THE_DEPUTY: Days = Days::new(30);

/// The states in the order of the list: what is least sure comes first.
const STATES: [Assurance; 6] = [
    Assurance::InTheFuture,
    Assurance::NeverAssured,
    Assurance::Expired,
    Assurance::Stale,
    Assurance::Due,
    Assurance::Fresh,
];

impl Desk {
    /// The entries that are to be confirmed: those of one provider together, the most overdue first.
    /// Where a state is asked for, those of that state alone.
    pub fn work_list(&self, search: &WorkListSearch) -> Result<WorkList, Fault> {
        self.leave(Act::ReadWorkList, &[])?;
        let today = self.today_date();
        let asked: Vec<Waiting<'_>> = self.asked_for(search, today).collect();
        let states = STATES.map(|assurance| StateCount {
            assurance,
            count: number(asked.iter().filter(|one| one.state == assurance).count()),
        });
        let wanted = |one: &Waiting<'_>| match search.assurance {
            Some(state) => one.state == state,
            None => one.state != Assurance::Fresh,
        };
        let waiting = in_order(asked.into_iter().filter(wanted).collect());
        Ok(WorkList {
            matched: number(waiting.len()),
            states: states.to_vec(),
            rows: waiting
                .into_iter()
                .skip(usize::try_from(search.from).unwrap_or(usize::MAX))
                .take(usize::try_from(search.limit).unwrap_or(usize::MAX))
                .map(|one| WorkRow {
                    row: self.service_row(one.entry, today),
                    due_on: one.clock.due_on(one.entry.service.assured_on),
                    escalated: one.is_escalated(today),
                    provider: one.provider,
                })
                .collect(),
        })
    }

    /// Who provides an entry, in words: the body that the register knows, or else as the entry says.
    fn provider_of(&self, entry: &Entry) -> String {
        let mut providers = entry.service.providers.iter();
        let body = providers.find_map(|id| self.register.organisation(id));
        let name = body.map(|body| body.name.clone());
        let name = name.or_else(|| entry.service.provider.clone());
        name.unwrap_or_else(|| "Provider not recorded".to_owned())
    }

    /// The entries that run and answer a search, but for the state it asks for.
    fn asked_for<'a>(
        &'a self,
        search: &'a WorkListSearch,
        today: NaiveDate,
    ) -> impl Iterator<Item = Waiting<'a>> {
        let running = self.register.entries().iter().filter(|entry| runs(entry));
        let here = running.filter(|entry| {
            let council = search.council.as_ref();
            council.is_none_or(|council| entry.service.area.takes_in(council))
        });
        let words: Vec<String> = search
            .words
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        here.filter_map(move |entry| {
            let provider = self.provider_of(entry);
            let read = format!("{provider} {}", entry.service.name).to_lowercase();
            let clock = self.register.clock_of(&entry.service);
            words
                .iter()
                .all(|word| read.contains(word))
                .then(|| Waiting {
                    state: clock.state(entry.service.assured_on, today),
                    since: since(entry, clock),
                    clock,
                    provider,
                    entry,
                })
        })
    }
}

/// An entry, and how it waits.
struct Waiting<'a> {
    entry: &'a Entry,
    provider: String,
    /// The clock of its kind.
    clock: Clock,
    state: Assurance,
    /// The day from which it waits; none where nobody knows one, and it waits longest.
    since: Option<NaiveDate>,
}

impl Waiting<'_> {
    /// Whether it waited so long that it goes to the deputy: thirty days where there is one, or past
    /// the day on which it is stale.
    fn is_escalated(&self, today: NaiveDate) -> bool {
        let Some(since) = self.since else {
            return false;
        };
        let has_deputy = self.entry.kept.deputy.is_some();
        let overdue = since.checked_add_days(BEFORE_THE_DEPUTY);
        let stale = matches!(self.state, Assurance::Stale | Assurance::Expired);
        let unconfirmed = self.state == Assurance::NeverAssured;
        let as_long = since.checked_add_days(Days::new(self.clock.due.into()));
        (has_deputy && overdue.is_some_and(|day| day < today))
            || stale
            || (unconfirmed && as_long.is_some_and(|day| day < today))
    }
}

/// Whether an entry runs, as far as is known.
fn runs(entry: &Entry) -> bool {
    let state = entry.service.state;
    matches!(state, ServiceState::Current | ServiceState::Unknown)
}

/// The day from which an entry waits: when its confirmation fell due, or, where nobody ever
/// confirmed it, when a file brought it in. What came with the edition waits from the beginning.
fn since(entry: &Entry, clock: Clock) -> Option<NaiveDate> {
    let imported = entry.kept.imported_at.map(civil_date);
    clock.due_on(entry.service.assured_on).or(imported)
}

/// Puts those of one provider together: first the provider of the one that waits longest.
fn in_order(mut waiting: Vec<Waiting<'_>>) -> Vec<Waiting<'_>> {
    let mut longest: HashMap<String, Option<NaiveDate>> = HashMap::new();
    for one in &waiting {
        let since = longest.entry(one.provider.clone()).or_insert(one.since);
        *since = (*since).min(one.since);
    }
    waiting.sort_by_cached_key(|one| {
        (
            longest.get(&one.provider).copied().flatten(),
            one.provider.to_lowercase(),
            one.since,
            one.entry.service.name.to_lowercase(),
        )
    });
    waiting
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
