//! Every kind of paper, made from the demonstration.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{CouncilId, CourtId, DirectorySearch, ServiceId};
use law::{FactValue, Facts, Menu, OptionId};

use crate::{CardPrint, Desk, Fault, MenuPrint, OptionSearch, Preview};

/// A paper of the demonstration: the file it is written to, without its ending, and its bytes.
pub type DemonstrationPaper = (String, Vec<u8>);

impl Desk {
    /// The three reports, a pack, the minute, both menus whole and for the bench, cards,
    /// extracts of the directory, a service's sheet and the map of coverage.
    pub fn demonstration_papers(&mut self) -> Result<Vec<DemonstrationPaper>, Fault> {
        let as_at = self.today_date();
        let mut papers = Vec::new();
        let mut cases = self.cases()?;
        cases.sort_by(|a, b| a.reference.cmp(&b.reference));
        for case in cases {
            for report in self.reports_of(case.id)? {
                let preview = self.preview_report(report.id)?;
                let name = format!("report-{}-{}", report.reference, report.form.0);
                papers.push(self.named(&name.to_lowercase(), &preview)?);
            }
        }
        for row in self.conferences()? {
            let at = self.now();
            let rev = self.conference_page(row.id)?.record.rev;
            let pack = self.build_pack_as_of(row.id, rev, at)?;
            papers.push(self.named("pack", &pack)?);
            let minute = self.minutes_as_of(row.id, at)?;
            papers.push(self.named("minute", &minute)?);
        }
        let bail = self.print_menu(&whole_menu(Menu::Bail, as_at))?;
        papers.push(self.named("menu-of-bail-options", &bail)?);
        let disposals = self.print_menu(&whole_menu(Menu::Disposals, as_at))?;
        papers.push(self.named("menu-of-disposals", &disposals)?);
        for (name, wanted) in bench_prints(as_at) {
            let bench = self.print_menu(&wanted)?;
            papers.push(self.named(name, &bench)?);
        }
        for (name, wanted) in cards(as_at) {
            let card = self.print_card(&wanted)?;
            papers.push(self.named(name, &card)?);
        }
        let extract = self.print_directory(&extract(as_at))?;
        papers.push(self.named("directory-extract-fife", &extract)?);
        let court = self.print_directory(&for_the_court(as_at))?;
        papers.push(self.named("directory-for-a-court", &court)?);
        let sheet = self.print_service(&ServiceId(SERVICE.into()))?;
        papers.push(self.named("service-sheet", &sheet)?);
        let map = self.print_map(&DirectorySearch::of_everything(as_at))?;
        papers.push(self.named("coverage-by-council", &map)?);
        Ok(papers)
    }

    fn named(&self, name: &str, preview: &Preview) -> Result<DemonstrationPaper, Fault> {
        let (_, bytes) = self.shelf.document(preview.token)?;
        Ok((name.to_owned(), bytes.to_vec()))
    }
}

/// The instant at which the demonstration stands, for a face that wants the same bytes each time:
/// the day on which its third report is still a draft.
pub fn demonstration_instant() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default();
    day.and_hms_opt(10, 0, 0).unwrap_or_default().and_utc()
}

/// The court at whose bench the prints lie, and the council next to it.
const COURT: &str = "SC-KKC";
const COUNCIL: &str = "S12000047";

/// The service whose sheet is printed.
const SERVICE: &str = "pg-caledonian-fife";

fn whole_menu(menu: Menu, as_at: NaiveDate) -> MenuPrint {
    MenuPrint {
        search: OptionSearch {
            menu,
            words: String::new(),
            court: None,
            stage: None,
            family: None,
            as_at,
            out_of_force: true,
            council: None,
        },
        facts: None,
        court: None,
    }
}

/// Each menu judged on the facts of an invented case, and a menu with what each option asks.
fn bench_prints(as_at: NaiveDate) -> [(&'static str, MenuPrint); 3] {
    let bench = |menu, facts| {
        let mut wanted = whole_menu(menu, as_at);
        wanted.search.out_of_force = false;
        wanted.court = Some(COURT.to_owned());
        wanted.facts = facts;
        wanted
    };
    [
        (
            "bench-bail-options-on-facts",
            bench(Menu::Bail, Some(facts_for_bail())),
        ),
        (
            "bench-disposals-on-facts",
            bench(Menu::Disposals, Some(facts_for_sentence())),
        ),
        ("bench-bail-options", bench(Menu::Bail, None)),
    ]
}

/// An option with its entry alone, and on the facts of an invented case.
fn cards(as_at: NaiveDate) -> [(&'static str, CardPrint); 3] {
    let card = |menu, option: &str, facts: Option<Facts>| CardPrint {
        menu,
        option: OptionId(option.to_owned()),
        council: facts.is_some().then(|| COUNCIL.to_owned()),
        facts,
        as_at,
    };
    [
        (
            "card-electronically-monitored-bail",
            card(Menu::Bail, "bail-em", None),
        ),
        (
            "card-electronically-monitored-bail-on-facts",
            card(Menu::Bail, "bail-em", Some(facts_for_bail())),
        ),
        (
            "card-programme-requirement-on-facts",
            card(Menu::Disposals, "cpo-programme", Some(facts_for_sentence())),
        ),
    ]
}

/// A first appearance from custody: a man of 34, a charge of theft, in his own town.
fn facts_for_bail() -> Facts {
    facts([
        ("court", choice("SS")),
        ("stage", choice("FIRST")),
        ("date_of_birth", day(1992, 3, 2)),
        ("offence_date", day(2026, 11, 19)),
        ("imprisonable", FactValue::Flag(true)),
        ("plea", choice("not-guilty")),
        ("cso", FactValue::Flag(false)),
        ("domestic_abuse", FactValue::Flag(false)),
        ("jsw_offered", FactValue::Flag(true)),
        ("refusal_grounds", list(&["further-offences"])),
        ("reports", list(&[])),
        (
            "area_arrangements",
            list(&["supervised-bail", "monitoring"]),
        ),
        ("extradition", FactValue::Flag(false)),
        ("bail_decision_overdue", FactValue::Flag(false)),
    ])
}

/// A summary conviction of threatening or abusive behaviour, with a report: a man of 19.
fn facts_for_sentence() -> Facts {
    facts([
        ("court", choice("SS")),
        ("date_of_birth", day(2007, 2, 19)),
        ("offence_date", day(2026, 7, 11)),
        ("common_law", FactValue::Flag(false)),
        ("imprisonable", FactValue::Flag(true)),
        ("fineable", FactValue::Flag(true)),
        ("fixed_by_law", FactValue::Flag(false)),
        ("cso", FactValue::Flag(false)),
        ("prior_custody", FactValue::Flag(false)),
        ("represented", FactValue::Flag(true)),
        ("sexual", FactValue::Flag(false)),
        ("violent", FactValue::Flag(true)),
        ("domestic_abuse", FactValue::Flag(false)),
        ("on_bail_libelled", FactValue::Flag(false)),
        ("reports", list(&["report"])),
        ("outcome", choice("convicted")),
        ("plea", choice("guilty")),
        ("police_assault", FactValue::Flag(false)),
        ("road_traffic", FactValue::Flag(false)),
        ("motor_vehicle_used", FactValue::Flag(false)),
        ("football_related", FactValue::Flag(false)),
        ("mental_disorder_apparent", FactValue::Flag(false)),
        ("drug_misuse", FactValue::Flag(false)),
        ("alcohol_dependent", FactValue::Flag(true)),
        ("fine_in_default", FactValue::Flag(false)),
        ("caution_not_found", FactValue::Flag(false)),
        ("offence_involves", list(&[])),
        ("asked_for", list(&[])),
    ])
}

fn facts<const MANY: usize>(recorded: [(&str, FactValue); MANY]) -> Facts {
    let mut facts = Facts::none();
    for (fact, value) in recorded {
        facts.record(fact, value);
    }
    facts
}

fn choice(id: &str) -> FactValue {
    FactValue::Choice(id.to_owned())
}

fn list(ids: &[&str]) -> FactValue {
    let ids: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    FactValue::List(ids)
}

fn day(year: i32, month: u32, day: u32) -> FactValue {
    FactValue::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default())
}

fn extract(as_at: NaiveDate) -> DirectorySearch {
    DirectorySearch {
        council: Some(CouncilId(COUNCIL.into())),
        ..DirectorySearch::of_everything(as_at)
    }
}

fn for_the_court(as_at: NaiveDate) -> DirectorySearch {
    DirectorySearch {
        court: Some(CourtId(COURT.into())),
        ..DirectorySearch::of_everything(as_at)
    }
}
