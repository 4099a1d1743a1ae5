//! The directory: searching it, a service's page, and the prints of it.

use chrono::NaiveDate;
use directory::{
    Area, DirectoryResults, DirectoryRows, DirectorySearch, Entry, ServiceId, ServiceRow, TileMap,
};
use law::OptionId;
use store::GapFilter;

use crate::paper::directory_paper::Extract;
use crate::paper::map_paper;
use crate::paper::service_sheet::Sheet;
use crate::{Act, Desk, Fault, Permission, Places, Preview, ServiceOption, ServicePage};

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
        Ok(self.register.answer(search))
    }

    /// The services that answer a search, with nothing that stands beside them.
    pub fn directory_rows(&self, search: &DirectorySearch) -> Result<DirectoryRows, Fault> {
        self.leave(Act::FollowDirectory, &[])?;
        Ok(self.register.answer_rows(search))
    }

    /// Coverage by council for a search.
    pub fn directory_map(&self, search: &DirectorySearch) -> Result<TileMap, Fault> {
        self.leave(Act::SeeMap, &[])?;
        self.map(search)
    }

    /// The tile map and its table as a document.
    pub fn print_map(&mut self, search: &DirectorySearch) -> Result<Preview, Fault> {
        self.leave(Act::PrintDirectory, &[])?;
        let map = self.map(search)?;
        let document = map_paper::document(&self.running(), &map, search.as_at);
        self.shelf.print(&document)
    }

    /// A service as a sheet of one page, to refer by.
    pub fn print_service(&mut self, id: &ServiceId) -> Result<Preview, Fault> {
        self.leave(Act::PrintDirectory, &[])?;
        let page = self.service_page(id)?;
        let sheet = Sheet {
            running: self.running(),
            page: &page,
            as_at: self.today_date(),
        };
        let (document, printed) = sheet.print()?;
        Ok(self.shelf.keep_printed(&document, printed))
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
        let mut deliveries: Vec<ServiceRow> = register
            .deliveries(id)
            .map(|delivery| self.service_row(delivery, today))
            .collect();
        deliveries.sort_by(|a, b| a.service.name.cmp(&b.service.name));
        let names = bodies.iter().map(|body| body.name.clone());
        let websites = bodies.iter().filter_map(|body| body.website.clone());
        Ok(ServicePage {
            row: self.service_row(entry, today),
            rev: self.directory_rev(id)?,
            parent: parent.map(|parent| self.service_row(parent, today)),
            deliveries,
            providers: names.collect(),
            websites: websites.collect(),
            councils: self.council_names(&service.area),
            courts: named(&service.courts, |id| register.court_name(id)),
            prisons: named(&service.prisons, |id| register.prison_name(id)),
            groups: self.labels("offender_group", &service.groups),
            outcomes: self.labels("outcome", &service.outcomes),
            options: named(&service.options, |id| self.service_option(id)),
            may_edit: self.may(Permission::EditDirectory),
        })
    }

    /// The rows of a search as a document, without what was last confirmed too long ago unless that
    /// is asked for.
    pub fn print_directory(&mut self, search: &DirectorySearch) -> Result<Preview, Fault> {
        self.leave(Act::PrintDirectory, &[])?;
        let document = Extract::new(self.running(), &self.register, search).document();
        self.shelf.print(&document)
    }

    pub(crate) fn service_row(&self, entry: &Entry, as_at: NaiveDate) -> ServiceRow {
        self.register.row(entry, &[], as_at)
    }

    fn map(&self, search: &DirectorySearch) -> Result<TileMap, Fault> {
        let gaps = self.store.gaps(&GapFilter {
            until: Some(search.as_at),
            ..GapFilter::default()
        })?;
        Ok(self.register.tile_map(search, &gaps))
    }

    fn service_option(&self, id: &OptionId) -> ServiceOption {
        let option = self.edition.option(id);
        ServiceOption {
            id: id.clone(),
            name: option.map_or_else(
                || self.register.words_for("disposal", &id.0).to_owned(),
                |option| option.name.clone(),
            ),
            menu: option.and_then(|option| self.edition.menu_of(option)),
        }
    }

    fn council_names(&self, area: &Area) -> Vec<String> {
        match area {
            Area::National => vec!["All councils".to_owned()],
            Area::Elsewhere { says } => vec![says.clone()],
            Area::Councils { councils } => named(councils, |id| self.register.council_name(id)),
        }
    }

    fn labels(&self, list: &str, codes: &[String]) -> Vec<String> {
        named(codes, |code| self.register.words_for(list, code).to_owned())
    }
}

fn named<T, Name>(items: &[T], name: impl Fn(&T) -> Name) -> Vec<Name> {
    items.iter().map(name).collect()
}
