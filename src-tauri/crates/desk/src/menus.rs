//! The two menus: searching them, and an option's page.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use directory::{CouncilId, Entry, FacetCount, Service, ServiceId, ServiceRow, ServiceState};
use law::{BailCondition, CourtKind, Menu, MenuOption, OptionId, Stage};
use store::SearchKind;

use crate::paper::card;
use crate::{Act, Desk, Fault, OptionPage, OptionResults, OptionRow, OptionSearch};

impl Desk {
    /// The options of a menu that answer a search.
    pub fn search_options(&self, search: &OptionSearch) -> Result<OptionResults, Fault> {
        self.leave(Act::SearchOptions, &[])?;
        let matched = self.matched(search)?;
        let total = self.edition.menu(search.menu).count();
        let open: Vec<&MenuOption> = matched
            .into_iter()
            .filter(|option| search.out_of_force || option.in_force.includes(search.as_at))
            .collect();
        let rows: Vec<&MenuOption> = open.iter().copied().filter(|o| passes(o, search)).collect();
        let suggestion = if rows.is_empty() && !search.words.trim().is_empty() {
            self.store
                .did_you_mean(&search.words, &[kind_of(search.menu)])?
        } else {
            None
        };
        Ok(OptionResults {
            families: self.family_counts(&open),
            courts: court_counts(&open),
            stages: stage_counts(&open),
            rows: rows
                .into_iter()
                .map(|o| self.option_row(o, search))
                .collect(),
            total: u32::try_from(total).unwrap_or(u32::MAX),
            suggestion,
        })
    }

    /// An option's page.
    pub fn option_page(
        &self,
        menu: Menu,
        id: &OptionId,
        as_at: NaiveDate,
        council: Option<&str>,
    ) -> Result<OptionPage, Fault> {
        self.leave(Act::ReadOption, &[])?;
        let option = self.edition.option(id).ok_or(Fault::NotFound)?;
        if self.edition.menu_of(option) != Some(menu) {
            return Err(Fault::NotFound);
        }
        let family = self.edition.family(&option.family).ok_or(Fault::NotFound)?;
        let council = council.map(|code| CouncilId(code.to_owned()));
        Ok(OptionPage {
            option: option.clone(),
            menu,
            family_title: family.title.clone(),
            in_force: option.in_force.includes(as_at),
            services_here: self.services_for(id, council.as_ref(), as_at),
            services_next_door: self.services_next_door(id, council.as_ref(), as_at),
            conditions: self.conditions_of(option, as_at),
            wording: card::wording(option),
        })
    }

    /// The options that answer the words of a search, whatever its filters.
    pub(crate) fn matched(&self, search: &OptionSearch) -> Result<Vec<&MenuOption>, Fault> {
        if search.words.trim().is_empty() {
            return Ok(self.edition.menu(search.menu).collect());
        }
        let found = self.store.ids_found(&search.words, kind_of(search.menu))?;
        let options = found.into_iter().map(OptionId);
        Ok(options.filter_map(|id| self.edition.option(&id)).collect())
    }

    fn option_row(&self, option: &MenuOption, search: &OptionSearch) -> OptionRow {
        let council = search.council.clone().map(CouncilId);
        let here = council.map_or(0, |council| self.running_in(&option.id, &council).len());
        OptionRow {
            id: option.id.clone(),
            name: option.name.clone(),
            matched: matched_alias(option, &search.words),
            family: option.family.clone(),
            what: option.what.clone(),
            consent: option.consent.needed,
            report: option.report.needed,
            authority: option.authority.clone(),
            in_force: option.in_force.includes(search.as_at),
            window: option.in_force.clone(),
            checked: option.checked,
            unchecked_part: option.has_unchecked_part(),
            services_here: u32::try_from(here).unwrap_or(u32::MAX),
        }
    }

    fn family_counts(&self, options: &[&MenuOption]) -> Vec<FacetCount> {
        let families = self.edition.families.iter();
        let counted = families.map(|family| FacetCount {
            value: family.id.clone(),
            label: family.title.clone(),
            count: count(options.iter().filter(|option| option.family == family.id)),
        });
        counted.filter(|facet| facet.count > 0).collect()
    }

    fn conditions_of(&self, option: &MenuOption, as_at: NaiveDate) -> Vec<BailCondition> {
        let grants_bail =
            option.family == "liberation-by-the-court" && option.id.0.starts_with("bail-");
        let conditions = self.edition.conditions.iter();
        let in_force = conditions.filter(|c| grants_bail && c.in_force.includes(as_at));
        in_force.cloned().collect()
    }

    /// The services for an option that take people from a council: what a court can use. A family
    /// stands back where one of its deliveries is among them.
    pub(crate) fn services_for(
        &self,
        option: &OptionId,
        council: Option<&CouncilId>,
        as_at: NaiveDate,
    ) -> Vec<ServiceRow> {
        let Some(council) = council else {
            return Vec::new();
        };
        let here = self.running_in(option, council);
        let place = std::slice::from_ref(council);
        here.into_iter()
            .map(|entry| self.register.row(entry, place, as_at))
            .collect()
    }

    fn services_next_door(
        &self,
        option: &OptionId,
        council: Option<&CouncilId>,
        as_at: NaiveDate,
    ) -> Vec<ServiceRow> {
        let Some(council) = council.and_then(|id| self.register.council(id)) else {
            return Vec::new();
        };
        let near: Vec<&CouncilId> = council.neighbours.iter().chain(&council.links).collect();
        let near = self.running_for(option, |service| {
            !service.area.takes_in(&council.id) && near.iter().any(|id| service.area.takes_in(id))
        });
        near.into_iter()
            .map(|entry| self.service_row(entry, as_at))
            .collect()
    }

    /// The entries for an option that run and take people from a council; a family stands back where
    /// one of its deliveries is among them.
    pub(crate) fn running_in(&self, option: &OptionId, council: &CouncilId) -> Vec<&Entry> {
        self.running_for(option, |service| service.area.takes_in(council))
    }

    /// The entries for an option that run and pass a test, but for families of which a delivery is
    /// among them.
    fn running_for(&self, option: &OptionId, takes: impl Fn(&Service) -> bool) -> Vec<&Entry> {
        let entries = self.register.hanging_on(option);
        let runs = |service: &Service| service.state == ServiceState::Current && takes(service);
        let mut entries: Vec<&Entry> = entries.filter(|entry| runs(&entry.service)).collect();
        let parents = entries
            .iter()
            .filter_map(|entry| entry.service.parent.as_ref());
        let delivered: HashSet<ServiceId> = parents.cloned().collect();
        entries.retain(|entry| !delivered.contains(entry.id()));
        entries
    }
}

fn kind_of(menu: Menu) -> SearchKind {
    match menu {
        Menu::Bail => SearchKind::BailOption,
        Menu::Disposals => SearchKind::Disposal,
    }
}

/// Whether an option passes the filters. One that names no court or no stage passes every filter
/// of that kind: nothing is hidden for want of a datum.
pub(crate) fn passes(option: &MenuOption, search: &OptionSearch) -> bool {
    let court = search
        .court
        .is_none_or(|court| option.courts.is_empty() || option.courts.contains(&court));
    let stage = search
        .stage
        .is_none_or(|stage| option.stages.is_empty() || option.stages.contains(&stage));
    let family = search
        .family
        .as_ref()
        .is_none_or(|family| option.family == *family);
    court && stage && family
}

/// The alias that answers what was typed, where the name does not begin so.
fn matched_alias(option: &MenuOption, words: &str) -> Option<String> {
    let typed = words.trim().to_lowercase();
    if typed.is_empty() || option.name.to_lowercase().contains(&typed) {
        return None;
    }
    let alias = option
        .aliases
        .iter()
        .find(|alias| alias.to_lowercase().contains(&typed));
    alias.cloned()
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn court_counts(options: &[&MenuOption]) -> Vec<FacetCount> {
    let mut counts: BTreeMap<CourtKind, u32> = BTreeMap::new();
    for court in options.iter().flat_map(|option| &option.courts) {
        *counts.entry(*court).or_default() += 1;
    }
    let facets = counts.into_iter().map(|(court, count)| FacetCount {
        value: code(&court),
        label: court.name().to_owned(),
        count,
    });
    facets.collect()
}

fn stage_counts(options: &[&MenuOption]) -> Vec<FacetCount> {
    let mut counts: BTreeMap<Stage, u32> = BTreeMap::new();
    for stage in options.iter().flat_map(|option| &option.stages) {
        *counts.entry(*stage).or_default() += 1;
    }
    let facets = counts.into_iter().map(|(stage, count)| FacetCount {
        value: code(&stage),
        label: stage.name().to_owned(),
        count,
    });
    facets.collect()
}

/// The code of a value as the page writes it.
fn code(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}
