//! Every kind of paper, made from the demonstration.

use chrono::{DateTime, NaiveDate, Utc};
use law::Menu;

use crate::{CardPrint, Desk, DirectorySearch, Fault, MenuPrint, OptionSearch, Preview};

/// A paper of the demonstration: the file it is written to, without its ending, and its bytes.
pub type DemonstrationPaper = (String, Vec<u8>);

impl Desk {
    /// The three reports, a pack, the minute, both menus, a card and an extract of the directory.
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
        let card = self.print_card(&CardPrint {
            menu: Menu::Bail,
            option: law::OptionId("bail-em".into()),
            facts: None,
            as_at,
            council: None,
        })?;
        papers.push(self.named("card-electronically-monitored-bail", &card)?);
        let extract = self.print_directory(&extract(as_at))?;
        papers.push(self.named("directory-extract-fife", &extract)?);
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

fn extract(as_at: NaiveDate) -> DirectorySearch {
    DirectorySearch {
        words: String::new(),
        court: None,
        council: Some("S12000047".into()),
        kind: None,
        need: None,
        option: None,
        not_running: false,
        as_at,
    }
}
