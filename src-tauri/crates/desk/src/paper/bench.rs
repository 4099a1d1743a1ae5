//! A menu for the bench: for one court on one day, with what the law says of each option on the
//! facts of a case, or with what each option asks.

use directory::Court;
use document::{Block, Column, Document, Inline};
use law::{Competence, Facts, Finding, Menu, MenuOption};
use press::Printed;

use super::bench_entries::{self, Judged, name};
use super::bench_index::{Index, IndexLine};
use super::bench_tables::{self, Listed};
use super::fact_words;
use super::law_words::{self, LawWords, Notes};
use super::option_facts;
use super::running::Running;
use crate::{Fault, OptionSearch};

/// What a bench print is of.
pub(crate) struct Bench<'e> {
    pub(crate) running: Running<'e>,
    pub(crate) search: &'e OptionSearch,
    pub(crate) court: Option<&'e Court>,
    /// The councils that count as here, by name.
    pub(crate) councils: Vec<String>,
    /// How many options the menu has.
    pub(crate) total: usize,
    /// The options that are left off because they are not open on the day.
    pub(crate) not_open: Vec<&'e MenuOption>,
}

/// The title of a menu.
pub(crate) fn title(menu: Menu) -> &'static str {
    match menu {
        Menu::Bail => "Bail options",
        Menu::Disposals => "Disposals",
    }
}

impl Bench<'_> {
    /// The menu judged on facts.
    pub(crate) fn judged(
        &self,
        facts: &Facts,
        judged: &[Judged<'_>],
    ) -> Result<(Document, Printed), Fault> {
        let found: Vec<_> = judged.iter().map(|one| &one.found).collect();
        let open = found.iter().copied();
        let open = open.filter(|one| one.finding != Finding::NotCompetent);
        let none = Notes::new();
        let without_notes = LawWords {
            edition: self.running.edition,
            as_at: self.search.as_at,
            notes: &none,
        };
        let notes = without_notes.notes(open);
        let law = LawWords {
            notes: &notes,
            ..without_notes
        };
        let mut blocks = self.opening(judged.len(), true);
        blocks.extend(fact_words::blocks(
            self.law(),
            facts,
            self.search.as_at,
            &found,
        ));
        blocks.push(Block::PageBreak);
        blocks.push(Block::heading(1, "Options at a glance"));
        let at = blocks.len();
        blocks.extend(bench_entries::groups(law, judged));
        blocks.extend(self.left_off());
        blocks.extend(bench_entries::rules_cited(law, judged));
        self.index_of(judged).print(self.document(blocks, true), at)
    }

    /// The menu alone.
    pub(crate) fn listed(&self, listed: &[Listed<'_>]) -> Result<(Document, Printed), Fault> {
        let mut blocks = self.opening(listed.len(), false);
        blocks.push(Block::heading(1, "Options at a glance"));
        let at = blocks.len();
        blocks.extend(bench_tables::families(
            self.running.edition,
            self.search,
            listed,
            self.asks_here(),
        ));
        blocks.extend(self.left_off());
        let needed = |option: &MenuOption| {
            [&option.consent, &option.report].map(|need| option_facts::needed(need.needed))
        };
        let lines = listed.iter().map(|one| IndexLine {
            name: name(one.option),
            cells: needed(one.option)
                .map(str::to_owned)
                .into_iter()
                .chain(self.asks_here().then(|| one.here.brief()))
                .collect(),
        });
        let mut columns = vec![Column::words("Consent", 1.4), Column::words("Report", 1.4)];
        columns.extend(self.here_column());
        let index = Index {
            columns,
            lines: lines.collect(),
            in_paper: listed.iter().map(|one| name(one.option)).collect(),
        };
        index.print(self.document(blocks, false), at)
    }

    fn index_of(&self, judged: &[Judged<'_>]) -> Index {
        let lines = judged.iter().map(|one| {
            let finding = law_words::finding(one.found.finding).to_owned();
            let here = self.asks_here().then(|| one.here.brief());
            IndexLine {
                name: name(one.option),
                cells: [finding].into_iter().chain(here).collect(),
            }
        });
        let order = [Finding::Competent, Finding::Depends, Finding::NotCompetent];
        let in_paper = order.into_iter().flat_map(|finding| {
            let of = judged
                .iter()
                .filter(move |one| one.found.finding == finding);
            of.map(|one| name(one.option))
        });
        let mut columns = vec![Column::words("Finding", 1.8)];
        columns.extend(self.here_column());
        Index {
            columns,
            lines: lines.collect(),
            in_paper: in_paper.collect(),
        }
    }

    fn here_column(&self) -> Option<Column> {
        self.asks_here()
            .then(|| Column::words("Services here", 1.8))
    }

    fn asks_here(&self) -> bool {
        !self.councils.is_empty()
    }

    fn law(&self) -> &Competence {
        &self.running.edition.competence
    }

    fn document(&self, blocks: Vec<Block>, of_a_case: bool) -> Document {
        let title = title(self.search.menu);
        let head = format!("{title} · {}", self.whose());
        Document {
            blocks,
            ..self.running.around(title, head, of_a_case)
        }
    }

    /// The court and the day.
    fn whose(&self) -> String {
        let day = format!("law as at {}", casework::date(self.search.as_at));
        match self.court {
            Some(court) => format!("{} · {day}", court.name),
            None => day,
        }
    }

    fn opening(&self, count: usize, judged: bool) -> Vec<Block> {
        let edition = self.running.edition;
        let basis = if judged {
            "It shows what the law allows on the facts that are recorded. It does not advise which \
             option to choose."
        } else {
            "It shows what each option asks. It says nothing of a case, and it does not advise \
             which option to choose."
        };
        let mut blocks = vec![
            Block::Title {
                text: title(self.search.menu).to_owned(),
                sub: Some(self.whose()),
            },
            Block::Paragraph(vec![
                Inline::strong(basis),
                Inline::text(format!(
                    " It has {count} of the {} options of the menu{}. Their order is that of the \
                     edition and ranks nothing.",
                    self.total,
                    self.narrowed(judged)
                )),
            ]),
            Block::paragraph(format!(
                "Edition {}. {}. The mark [?] stands after a datum that was not checked.",
                edition.label.name, edition.label.checked_to
            )),
        ];
        if judged {
            blocks.push(Block::paragraph(
                "Competent: no rule shuts the option out on these facts. Depends: it turns on \
                 something that is not recorded, or on a paper that is not there yet. Not \
                 competent: a rule shuts it out, whatever else may be recorded. A rule is cited by \
                 its number; where it has none, “its entry” is the entry of the option itself. The \
                 rules and notes that are cited stand in words at the end.",
            ));
        }
        blocks.push(Block::paragraph(self.what_here_means()));
        blocks
    }

    /// By what the menu was narrowed. Where it is judged, court and stage are among the facts.
    fn narrowed(&self, judged: bool) -> String {
        let search = self.search;
        let mut parts = Vec::new();
        let words = search.words.trim();
        if !words.is_empty() {
            parts.push(format!("those found for “{words}”"));
        }
        let family = search.family.as_ref();
        let family = family.and_then(|id| self.running.edition.family(id));
        parts.extend(family.map(|family| format!("family “{}”", family.title)));
        if !judged {
            parts.extend(search.court.map(|court| court.name().to_owned()));
            parts.extend(search.stage.map(|stage| stage.name().to_owned()));
        }
        if parts.is_empty() {
            String::new()
        } else {
            format!(" ({})", parts.join("; "))
        }
    }

    fn what_here_means(&self) -> String {
        if !self.asks_here() {
            return "No court or council was named for which services are known, so the paper does \
                    not say who provides an option."
                .to_owned();
        }
        format!(
            "“Here” is {}. What the directory records never changes what the law says. It holds no \
             telephone number for these services and no way to refer to them.",
            self.councils.join(", ")
        )
    }

    fn left_off(&self) -> Vec<Block> {
        if self.not_open.is_empty() {
            return Vec::new();
        }
        let names: Vec<String> = self.not_open.iter().map(|option| name(option)).collect();
        vec![
            Block::heading(1, format!("Not open on this day ({})", names.len())),
            Block::paragraph(format!(
                "These are on the menu for other days and are not set out here: {}.",
                names.join("; ")
            )),
        ]
    }
}
