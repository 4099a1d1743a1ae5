//! The menus on paper: for the bench, whole, and one option on a card.

use directory::{CouncilId, Court, CourtId, ServiceRow};
use law::{Facts, MenuOption, OptionId};

use crate::menus::passes;
use crate::paper::bench::Bench;
use crate::paper::bench_entries::Judged;
use crate::paper::bench_tables::Listed;
use crate::paper::here::Here;
use crate::paper::law_words::Notes;
use crate::paper::running::Running;
use crate::paper::{card, menu_paper};
use crate::{Act, CardPrint, Desk, Fault, MenuPrint, OptionSearch, Preview};

impl Desk {
    /// A menu for the bench: judged on facts where there are any, else with what each option asks.
    /// The whole menu, of which nothing else is asked, is printed with the full entries.
    pub fn print_menu(&mut self, wanted: &MenuPrint) -> Result<Preview, Fault> {
        self.leave(Act::PrintMenu, &[])?;
        if wanted.facts.is_none() && is_whole(wanted) {
            return self.print_whole_menu(&wanted.search);
        }
        let court = self.court_of(wanted)?;
        let councils = self.councils_of(court.as_ref(), wanted.search.council.as_deref())?;
        let (document, printed) = match &wanted.facts {
            Some(facts) => self.judged_print(wanted, facts, court.as_ref(), &councils)?,
            None => self.listed_print(wanted, court.as_ref(), &councils)?,
        };
        Ok(self.shelf.keep_printed(&document, printed))
    }

    /// An option on a card of one side.
    pub fn print_card(&mut self, wanted: &CardPrint) -> Result<Preview, Fault> {
        self.leave(Act::PrintCard, &[])?;
        let page = self.option_page(
            wanted.menu,
            &wanted.option,
            wanted.as_at,
            wanted.council.as_deref(),
        )?;
        let councils = self.councils_of(None, wanted.council.as_deref())?;
        let found = match &wanted.facts {
            Some(facts) => {
                self.may_be_judged(facts, wanted.as_at)?;
                let law = &self.edition.competence;
                Some((facts, law.assess(&page.option, facts, wanted.as_at)))
            }
            None => None,
        };
        let card = card::Card {
            running: self.running(),
            page: &page,
            as_at: wanted.as_at,
            found: found.as_ref().map(|(facts, found)| (*facts, found)),
            here: self.here(&page.option, &councils, wanted.as_at),
            notes: Notes::new(),
        };
        let (document, printed) = card.print()?;
        Ok(self.shelf.keep_printed(&document, printed))
    }

    fn print_whole_menu(&mut self, search: &OptionSearch) -> Result<Preview, Fault> {
        let options = self.edition.menu(search.menu);
        let options: Vec<&MenuOption> = options
            .filter(|option| search.out_of_force || option.in_force.includes(search.as_at))
            .collect();
        let document = menu_paper::document(
            &self.edition,
            search,
            &options,
            self.session.demonstration,
            self.now(),
        );
        self.shelf.print(&document)
    }

    fn judged_print(
        &self,
        wanted: &MenuPrint,
        facts: &Facts,
        court: Option<&Court>,
        councils: &[CouncilId],
    ) -> Result<(document::Document, press::Printed), Fault> {
        let search = &wanted.search;
        self.may_be_judged(facts, search.as_at)?;
        // The court and the stage are among the facts: an option that they shut out is said to be.
        let family = |option: &&MenuOption| {
            let family = search.family.as_ref();
            family.is_none_or(|family| option.family == *family)
        };
        let options = self.in_legal_order(search)?.into_iter().filter(family);
        let (open, not_open) = options
            .partition(|option| search.out_of_force || option.in_force.may_be_used(search.as_at));
        let open: Vec<&MenuOption> = open;
        let law = &self.edition.competence;
        let found = law.assess_all(open.iter().copied(), facts, search.as_at);
        let judged: Vec<Judged<'_>> = open
            .into_iter()
            .zip(found)
            .map(|(option, found)| Judged {
                option,
                found,
                here: self.here(option, councils, search.as_at),
            })
            .collect();
        let bench = self.bench(wanted, court, councils, not_open);
        bench.judged(facts, &judged)
    }

    fn listed_print(
        &self,
        wanted: &MenuPrint,
        court: Option<&Court>,
        councils: &[CouncilId],
    ) -> Result<(document::Document, press::Printed), Fault> {
        let search = &wanted.search;
        let options = self.in_legal_order(search)?.into_iter();
        let options = options.filter(|option| passes(option, search));
        let (open, not_open): (Vec<&MenuOption>, Vec<&MenuOption>) = options
            .partition(|option| search.out_of_force || option.in_force.includes(search.as_at));
        let listed: Vec<Listed<'_>> = open
            .into_iter()
            .map(|option| Listed {
                option,
                here: self.here(option, councils, search.as_at),
            })
            .collect();
        self.bench(wanted, court, councils, not_open)
            .listed(&listed)
    }

    fn bench<'d>(
        &'d self,
        wanted: &'d MenuPrint,
        court: Option<&'d Court>,
        councils: &[CouncilId],
        not_open: Vec<&'d MenuOption>,
    ) -> Bench<'d> {
        let names = councils.iter().filter_map(|id| self.edition.council(id));
        Bench {
            running: self.running(),
            search: &wanted.search,
            court,
            councils: names.map(|council| council.name.clone()).collect(),
            total: self.edition.menu(wanted.search.menu).count(),
            not_open,
        }
    }

    pub(crate) fn running(&self) -> Running<'_> {
        Running {
            edition: &self.edition,
            demonstration: self.session.demonstration,
            produced: self.now(),
        }
    }

    /// The options that answer a search. Paper ranks nothing, not even by the words typed.
    fn in_legal_order(&self, search: &OptionSearch) -> Result<Vec<&MenuOption>, Fault> {
        let matched: Vec<&OptionId> = self
            .matched(search)?
            .into_iter()
            .map(|option| &option.id)
            .collect();
        let menu = self.edition.menu(search.menu);
        Ok(menu
            .filter(|option| matched.contains(&&option.id))
            .collect())
    }

    /// Facts that contradict each other, or that no rule knows, are refused and not printed.
    fn may_be_judged(&self, facts: &Facts, as_at: chrono::NaiveDate) -> Result<(), Fault> {
        let law = &self.edition.competence;
        let unknown = facts.iter().map(|(id, _)| id);
        let unknown = unknown.filter(|id| law.fact(id).is_none());
        let contradictory = law::contradictory(facts, law, as_at);
        let fields = contradictory.into_iter().map(|fault| fault.field);
        let mut wrong = unknown.map(|id| id.0.clone()).chain(fields);
        match wrong.next() {
            Some(field) => Err(Fault::BadInput { field }),
            None => Ok(()),
        }
    }

    fn court_of(&self, wanted: &MenuPrint) -> Result<Option<Court>, Fault> {
        let Some(id) = &wanted.court else {
            return Ok(None);
        };
        let court = self.edition.court(&CourtId(id.clone()));
        court.cloned().map(Some).ok_or_else(|| Fault::BadInput {
            field: "court".to_owned(),
        })
    }

    /// The councils that count as here: those of the court, else the one that was chosen.
    fn councils_of(
        &self,
        court: Option<&Court>,
        chosen: Option<&str>,
    ) -> Result<Vec<CouncilId>, Fault> {
        if let Some(court) = court.filter(|court| !court.councils.is_empty()) {
            return Ok(court.councils.clone());
        }
        let Some(code) = chosen else {
            return Ok(Vec::new());
        };
        let id = CouncilId(code.to_owned());
        match self.edition.council(&id) {
            Some(_) => Ok(vec![id]),
            None => Err(Fault::BadInput {
                field: "council".to_owned(),
            }),
        }
    }

    fn here(&self, option: &MenuOption, councils: &[CouncilId], as_at: chrono::NaiveDate) -> Here {
        if councils.is_empty() {
            return Here::NotAsked;
        }
        let mut rows: Vec<ServiceRow> = Vec::new();
        for council in councils {
            for row in self.services_for(&option.id, Some(council), as_at) {
                if !rows.iter().any(|held| held.service.id == row.service.id) {
                    rows.push(row);
                }
            }
        }
        if !rows.is_empty() {
            return Here::Recorded(rows);
        }
        Here::None {
            elsewhere: self.register.hanging_on(&option.id).next().is_some(),
        }
    }
}

/// Whether the whole menu is asked for, and nothing else.
fn is_whole(wanted: &MenuPrint) -> bool {
    let search = &wanted.search;
    wanted.court.is_none()
        && search.words.trim().is_empty()
        && search.court.is_none()
        && search.stage.is_none()
        && search.family.is_none()
        && search.council.is_none()
}
