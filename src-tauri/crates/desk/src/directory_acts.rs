//! The directory: searching it, a service's page, and the print of it.

use chrono::NaiveDate;
use directory::{
    Area, Assurance, DirectoryResults, DirectorySearch, Entry, FacetCount, Service, ServiceId,
    ServiceRow, ServiceState, TileMap,
};
use store::SearchKind;

use crate::paper::directory_paper;
use crate::{Act, Desk, Fault, Permission, Places, Preview, ServiceOption, ServicePage};

const ALL: u32 = 20_000;

impl Desk {
    /// Councils, courts and prisons, to choose from.
    pub fn places(&self) -> Result<Places, Fault> {
        self.leave(Act::ReadPlaces, &[])?;
        Ok(Places {
            councils: self.edition.councils.clone(),
            courts: self.edition.courts.clone(),
            prisons: self.edition.prisons.clone(),
        })
    }

    /// The services that answer a search. A family without a local delivery is shown as just that.
    pub fn search_directory(&self, search: &DirectorySearch) -> Result<DirectoryResults, Fault> {
        self.leave(Act::SearchDirectory, &[])?;
        let matched = self.matched_services(&search.words)?;
        let running = matched.into_iter().filter(|entry| {
            search.not_running
                || matches!(
                    entry.service.state,
                    ServiceState::Current | ServiceState::Unknown
                )
        });
        let placed: Vec<&Entry> = running
            .filter(|e| self.takes_from(&e.service, search))
            .collect();
        let rows: Vec<&Entry> = placed
            .iter()
            .copied()
            .filter(|e| suits(&e.service, search))
            .collect();
        let suggestion = if rows.is_empty() && !search.words.trim().is_empty() {
            self.store
                .did_you_mean(&search.words, &[SearchKind::Service])?
        } else {
            None
        };
        Ok(DirectoryResults {
            matched: number(rows.len()),
            total: number(self.register.entries().len()),
            unsuited: Vec::new(),
            unsuited_count: 0,
            next_door: Vec::new(),
            next_door_count: 0,
            suggestion,
            kinds: self.counts(&placed, "programme_kind", |s| vec![s.kind.clone()]),
            needs: self.counts(&placed, "outcome", |s| s.outcomes.clone()),
            groups: self.counts(&placed, "offender_group", |s| s.groups.clone()),
            options: self.counts(&placed, "disposal", |s| {
                s.options.iter().map(|id| id.0.clone()).collect()
            }),
            councils: self.council_counts(&placed),
            rows: rows
                .into_iter()
                .skip(usize::try_from(search.from).unwrap_or(usize::MAX))
                .take(usize::try_from(search.limit).unwrap_or(usize::MAX))
                .map(|entry| self.service_row(entry, search.as_at))
                .collect(),
        })
    }

    /// Coverage by council for a search.
    pub fn directory_map(&self, search: &DirectorySearch) -> Result<TileMap, Fault> {
        self.leave(Act::SearchDirectory, &[])?;
        let _ = search;
        Err(Fault::NotFound)
    }

    /// The tile map and its table as a document.
    pub fn print_map(&mut self, search: &DirectorySearch) -> Result<Preview, Fault> {
        self.leave(Act::PrintDirectory, &[])?;
        let _ = search;
        Err(Fault::NotFound)
    }

    /// A service as a sheet of one page, to refer by.
    pub fn print_service(&mut self, id: &ServiceId) -> Result<Preview, Fault> {
        self.leave(Act::PrintDirectory, &[])?;
        let _ = id;
        Err(Fault::NotFound)
    }

    /// A service's page.
    pub fn service_page(&self, id: &ServiceId) -> Result<ServicePage, Fault> {
        self.leave(Act::ReadService, &[])?;
        let today = self.today_date();
        let register = &self.register;
        let entry = register.entry(id).ok_or(Fault::NotFound)?;
        let service = &entry.service;
        let parent = service.parent.as_ref().and_then(|id| register.entry(id));
        let bodies: Vec<_> = service
            .providers
            .iter()
            .filter_map(|id| register.organisation(id))
            .collect();
        Ok(ServicePage {
            row: self.service_row(entry, today),
            rev: 0,
            parent: parent.map(|parent| self.service_row(parent, today)),
            deliveries: register
                .deliveries(id)
                .map(|delivery| self.service_row(delivery, today))
                .collect(),
            providers: bodies.iter().map(|body| body.name.clone()).collect(),
            websites: bodies
                .iter()
                .filter_map(|body| body.website.clone())
                .collect(),
            councils: self.council_names(&service.area),
            courts: service
                .courts
                .iter()
                .map(|id| {
                    let court = register.court(id);
                    court.map_or_else(|| id.0.clone(), |court| court.name.clone())
                })
                .collect(),
            prisons: service
                .prisons
                .iter()
                .map(|id| {
                    let prison = register.prisons().iter().find(|prison| prison.id == *id);
                    prison.map_or_else(|| id.0.clone(), |prison| prison.name.clone())
                })
                .collect(),
            groups: self.labels("offender_group", &service.groups),
            outcomes: self.labels("outcome", &service.outcomes),
            options: service
                .options
                .iter()
                .map(|id| {
                    let option = self.edition.option(id);
                    ServiceOption {
                        id: id.clone(),
                        name: option.map_or_else(
                            || register.words_for("disposal", &id.0).to_owned(),
                            |option| option.name.clone(),
                        ),
                        menu: option.and_then(|option| self.edition.menu_of(option)),
                    }
                })
                .collect(),
            may_edit: self.may(Permission::EditDirectory),
        })
    }

    /// The rows of a search as a document.
    pub fn print_directory(&mut self, search: &DirectorySearch) -> Result<Preview, Fault> {
        self.leave(Act::PrintDirectory, &[])?;
        let results = self.search_directory(search)?;
        let document = directory_paper::document(
            &self.edition,
            search,
            &results.rows,
            self.session.demonstration,
            self.now(),
        );
        self.shelf.print(&document)
    }

    pub(crate) fn service_row(&self, entry: &Entry, as_at: NaiveDate) -> ServiceRow {
        let service = &entry.service;
        let has_delivery = self.register.deliveries(&service.id).next().is_some();
        let national = service.area == Area::National;
        ServiceRow {
            service: service.clone(),
            origin: entry.origin.clone(),
            kept: entry.kept.clone(),
            kind_label: self
                .register
                .words_for("programme_kind", &service.kind)
                .to_owned(),
            area_label: self.area_label(&service.area),
            assurance: Assurance::of(service.assured_on, as_at),
            national_only: national && service.parent.is_none() && !has_delivery,
        }
    }

    fn matched_services(&self, words: &str) -> Result<Vec<&Entry>, Fault> {
        if words.trim().is_empty() {
            return Ok(self.register.entries().iter().collect());
        }
        let found = self.store.search(words, &[SearchKind::Service], ALL)?;
        let ids = found.into_iter().map(|hit| ServiceId(hit.id));
        Ok(ids.filter_map(|id| self.register.entry(&id)).collect())
    }

    /// Whether a service takes people from the place asked for. A court is reached through its
    /// councils.
    fn takes_from(&self, service: &Service, search: &DirectorySearch) -> bool {
        let council = search
            .council
            .as_ref()
            .is_none_or(|code| service.area.takes_in(code));
        let court = search.court.as_ref().is_none_or(|id| {
            let court = self.register.court(id);
            court.is_some_and(|court| {
                court.national || court.councils.iter().any(|id| service.area.takes_in(id))
            })
        });
        council && court
    }

    fn counts(
        &self,
        services: &[&Entry],
        list: &str,
        codes: impl Fn(&Service) -> Vec<String>,
    ) -> Vec<FacetCount> {
        let counted = self.register.codes(list).map(|entry| FacetCount {
            value: entry.code.clone(),
            label: entry.label.clone(),
            count: number(
                services
                    .iter()
                    .filter(|s| codes(&s.service).contains(&entry.code))
                    .count(),
            ),
        });
        counted.filter(|facet| facet.count > 0).collect()
    }

    fn council_counts(&self, services: &[&Entry]) -> Vec<FacetCount> {
        let councils = self.edition.councils.iter().map(|council| FacetCount {
            value: council.id.0.clone(),
            label: council.name.clone(),
            count: number(
                services
                    .iter()
                    .filter(|s| s.service.area.takes_in(&council.id))
                    .count(),
            ),
        });
        councils.collect()
    }

    fn area_label(&self, area: &Area) -> String {
        match area {
            Area::National => "All Scotland".to_owned(),
            Area::Elsewhere { .. } => "Outside Scotland".to_owned(),
            Area::Councils { councils } => {
                let names = self.council_names(area);
                match (names.as_slice(), councils.len()) {
                    ([first, second, third, ..], all) if all > 3 => {
                        format!("{first}, {second}, {third} and {} more", all - 3)
                    }
                    _ => names.join(", "),
                }
            }
        }
    }

    fn council_names(&self, area: &Area) -> Vec<String> {
        match area {
            Area::National => vec!["All councils".to_owned()],
            Area::Elsewhere { says } => vec![says.clone()],
            Area::Councils { councils } => councils
                .iter()
                .filter_map(|id| self.edition.council(id))
                .map(|council| council.name.clone())
                .collect(),
        }
    }

    fn labels(&self, list: &str, codes: &[String]) -> Vec<String> {
        let words = codes.iter().map(|code| self.edition.words_for(list, code));
        words.map(str::to_owned).collect()
    }
}

fn suits(service: &Service, search: &DirectorySearch) -> bool {
    let kind = search
        .kind
        .as_ref()
        .is_none_or(|kind| service.kind == *kind);
    let need = search
        .need
        .as_ref()
        .is_none_or(|need| service.outcomes.contains(need));
    let option = search
        .option
        .as_ref()
        .is_none_or(|id| service.options.contains(id));
    kind && need && option
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
