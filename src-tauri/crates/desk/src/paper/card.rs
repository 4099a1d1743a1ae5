//! An option on one side of a card, and as words for the clipboard.

use chrono::NaiveDate;
use document::{Block, Document, Inline, NoteTone, PageSize};
use law::{Assessment, Checked, Facts, Finding, Menu, MenuOption};
use press::{Fonts, Layout, Printed, Stylesheet};

use super::bench_entries::broken;
use super::fact_words;
use super::here::Here;
use super::law_words::{self, LawWords, Notes, Words};
use super::option_facts;
use super::running::Running;
use crate::{Fault, OptionPage};

/// The entry as plain words.
pub(crate) fn wording(option: &MenuOption) -> String {
    let mut lines = vec![option.name.clone()];
    lines.extend(
        option_facts::pairs(option)
            .into_iter()
            .map(|(key, says)| format!("{key}: {says}")),
    );
    lines.extend(option.notes.iter().map(|note| format!("Note: {note}")));
    lines.join("\n")
}

/// What a card says.
pub(crate) struct Card<'e> {
    pub(crate) running: Running<'e>,
    pub(crate) page: &'e OptionPage,
    pub(crate) as_at: NaiveDate,
    /// The facts and what the law says on them, where there are any.
    pub(crate) found: Option<(&'e Facts, &'e Assessment)>,
    pub(crate) here: Here,
    /// A card has no notes: what it says, it says in full or not at all.
    pub(crate) notes: Notes,
}

/// What may be left off a card that is too long for one side. The finding, what it waits for, who
/// may take the option, consent, report and authority never are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Optional {
    /// What replaced it, what it may stand beside, when it is looked at again.
    Neighbours,
    /// Who runs it and what follows a breach.
    Running,
    /// The words of the rules that bind the court if it takes the option: they are then cited.
    Duties,
    /// The words of the rules by which it waits: they are then cited.
    Waits,
    /// What each service here is called.
    Services,
    /// The words of the rules that set the figures: the figures and the rules stay.
    Figures,
    /// The facts that are recorded as no.
    Noes,
    /// What the entry says of when the option is open and of its limits.
    Entry,
    /// The notes.
    Notes,
}

/// The order in which things are left off to keep the notes.
const BEFORE_THE_NOTES: [Optional; 5] = [
    Optional::Neighbours,
    Optional::Running,
    Optional::Duties,
    Optional::Waits,
    Optional::Services,
];

/// The order in which things are left off once the notes are.
const AFTER_THE_NOTES: [Optional; 9] = [
    Optional::Notes,
    Optional::Neighbours,
    Optional::Running,
    Optional::Duties,
    Optional::Waits,
    Optional::Services,
    Optional::Figures,
    Optional::Noes,
    Optional::Entry,
];

impl Optional {
    fn name(self) -> &'static str {
        match self {
            Self::Neighbours => "what it may stand beside, shuts out or replaced, and its reviews",
            Self::Duties => "the words of the duties",
            Self::Waits => "the words of the rules that it waits by",
            Self::Services => "the names of the services here",
            Self::Figures => "the words of the rules that set the figures",
            Self::Noes => "the facts that are recorded as no",
            Self::Entry => "when the entry is open and its limits",
            Self::Running => "who runs it and what follows a breach",
            Self::Notes => "the notes",
        }
    }
}

impl Card<'_> {
    /// The card on one side: of A5, of A4 where it is long, set closer where it is longer, and
    /// without what can be looked up where it is longer still.
    pub(crate) fn print(&self) -> Result<(Document, Printed), Fault> {
        let whole = self.document(&[]);
        let sheets = [
            (PageSize::A5, Stylesheet::card()),
            (PageSize::A4, Stylesheet::report()),
            (PageSize::A4, Stylesheet::bench()),
        ];
        for (size, stylesheet) in sheets {
            let document = Document {
                size,
                ..whole.clone()
            };
            if let Some(printed) = on_one_side(&document, &stylesheet)? {
                return Ok((document, printed));
            }
        }
        for order in [&BEFORE_THE_NOTES[..], &AFTER_THE_NOTES[..]] {
            for gone in 1..=order.len() {
                let gone = order.get(..gone).unwrap_or(order);
                if on_one_side(&self.document(gone), &Stylesheet::bench())?.is_some() {
                    return self.with_what_fits(gone);
                }
            }
        }
        // More facts than any case has: better on two sides than not at all.
        let document = self.document(&AFTER_THE_NOTES);
        let fonts = Fonts::bundled().map_err(|_| Fault::PaperFailed)?;
        let layout = press::lay_out(&document, fonts, &Stylesheet::bench());
        Ok((document, printed(layout)?))
    }

    /// The card with as much as it holds of what was to be left off, the last of it first.
    fn with_what_fits(&self, gone: &[Optional]) -> Result<(Document, Printed), Fault> {
        let mut gone = gone.to_vec();
        let mut kept = None;
        for kind in gone.clone().into_iter().rev() {
            let without: Vec<Optional> = gone.iter().copied().filter(|one| *one != kind).collect();
            let document = self.document(&without);
            if let Some(printed) = on_one_side(&document, &Stylesheet::bench())? {
                gone = without;
                kept = Some((document, printed));
            }
        }
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let document = self.document(&gone);
        let printed = on_one_side(&document, &Stylesheet::bench())?.ok_or(Fault::PaperFailed)?;
        Ok((document, printed))
    }

    fn document(&self, gone: &[Optional]) -> Document {
        let option = &self.page.option;
        let menu = match self.page.menu {
            Menu::Bail => "Bail option",
            Menu::Disposals => "Disposal",
        };
        let mut blocks = vec![Block::Title {
            text: option.name.clone(),
            sub: Some(format!("{menu} · law as at {}", casework::date(self.as_at))),
        }];
        if option.checked == Checked::Unverified {
            blocks.push(warning(
                "This entry was not checked against an official text.",
            ));
        }
        if let Some(says) = option_facts::closed(&option.in_force, self.as_at) {
            blocks.push(warning(says));
        }
        blocks.extend(self.finding(gone));
        blocks.extend(self.entry(gone));
        blocks.extend(self.services(gone));
        if !option.notes.is_empty() && !gone.contains(&Optional::Notes) {
            blocks.push(Block::heading(1, "Notes"));
            blocks.push(list(
                option.notes.iter().map(|note| vec![Inline::text(note)]),
            ));
        }
        blocks.push(Block::paragraph(self.closing(gone)));
        let title = format!("{menu}: {}", option.name);
        Document {
            blocks,
            ..self
                .running
                .around(&title, menu.to_owned(), self.found.is_some())
        }
    }

    /// What the law says on the facts, and the facts.
    fn finding(&self, gone: &[Optional]) -> Vec<Block> {
        let Some((facts, found)) = self.found else {
            return Vec::new();
        };
        let law = self.law();
        let says = match found.finding {
            Finding::Competent => "No rule shuts it out on the facts recorded.",
            Finding::Depends => "It turns on what is not recorded or not there yet.",
            Finding::NotCompetent => "It is shut out, whatever else may be recorded.",
        };
        let competence = &self.running.edition.competence;
        let noes = !gone.contains(&Optional::Noes);
        let used = fact_words::line(competence, facts, self.as_at, noes);
        let mut pairs: Vec<(String, Words)> = vec![(
            "Finding".into(),
            vec![
                Inline::strong(law_words::finding(found.finding)),
                Inline::text(format!(". {says}")),
            ],
        )];
        let mut pair = |name: &str, lines: Vec<Words>| {
            if !lines.is_empty() {
                pairs.push((name.to_owned(), broken(lines)));
            }
        };
        pair("Why", law.bars(&found.bars));
        let waits = if gone.contains(&Optional::Waits) {
            law.awaits_cited(&found.awaits)
        } else {
            law.awaits(&found.option, &found.awaits)
        };
        pair("Waits for", waits);
        if found.finding != Finding::NotCompetent {
            let limits = if gone.contains(&Optional::Figures) {
                law_words::figures_alone(&found.limits)
            } else {
                law.limits(&found.limits)
            };
            pair("Limits here", limits);
            let duties = if gone.contains(&Optional::Duties) {
                law_words::duties_by_number(&found.duties)
            } else {
                law.duties(&found.duties)
            };
            pair("Duties", duties);
        }
        pair("Facts used", vec![vec![Inline::text(used)]]);
        vec![
            Block::heading(1, "On the facts recorded"),
            Block::KeyValues(pairs),
        ]
    }

    fn entry(&self, gone: &[Optional]) -> Vec<Block> {
        let left_off = |key: &str| {
            let kind = match key {
                "May stand beside" | "Shuts out" | "Reviews" | "Replaces or replaced by" => {
                    Some(Optional::Neighbours)
                }
                "On breach" | "Run or supervised by" => Some(Optional::Running),
                "When" | "Limits" => Some(Optional::Entry),
                _ => None,
            };
            kind.is_some_and(|kind| gone.contains(&kind))
        };
        let pairs = option_facts::pairs(&self.page.option).into_iter();
        let pairs = pairs.filter(|(key, _)| !left_off(key));
        let pairs = pairs.map(|(key, says)| (key.to_owned(), vec![Inline::text(says)]));
        let mut blocks = Vec::new();
        if self.found.is_some() {
            blocks.push(Block::heading(1, "The entry"));
        }
        blocks.push(Block::KeyValues(pairs.collect()));
        blocks
    }

    fn services(&self, gone: &[Optional]) -> Vec<Block> {
        let option = &self.page.option;
        let lines = if gone.contains(&Optional::Services) {
            vec![format!("{}.", self.here.brief())]
        } else {
            self.here.lines(option)
        };
        if lines.is_empty() || matches!(self.here, Here::NotAsked) {
            return Vec::new();
        }
        let lines = lines.into_iter().map(|line| vec![Inline::text(line)]);
        vec![Block::heading(1, "Recorded here"), list(lines)]
    }

    /// What the card does not do, how far it was checked, and what had no room on it.
    fn closing(&self, gone: &[Optional]) -> String {
        let checked = &self.running.edition.label.checked_to;
        let mut words = format!("{checked}. This card does not advise which option to choose.");
        let option = &self.page.option;
        let here = matches!(self.here, Here::Recorded(_));
        let found = self.found.map(|(_, found)| found);
        let held = |kind: &&Optional| match kind {
            Optional::Neighbours | Optional::Running | Optional::Entry => true,
            Optional::Noes => found.is_some(),
            Optional::Figures => found.is_some_and(|found| !found.limits.is_empty()),
            Optional::Duties => found.is_some_and(|found| !found.duties.is_empty()),
            Optional::Waits => found.is_some_and(|found| !found.awaits.is_empty()),
            Optional::Services => here,
            Optional::Notes => !option.notes.is_empty(),
        };
        let names: Vec<&str> = gone.iter().filter(held).map(|kind| kind.name()).collect();
        if !names.is_empty() {
            words.push_str(" Left out for want of room: ");
            words.push_str(&names.join("; "));
            words.push_str(". See the program.");
        }
        words
    }

    fn law(&self) -> LawWords<'_> {
        LawWords {
            edition: self.running.edition,
            as_at: self.as_at,
            notes: &self.notes,
        }
    }
}

/// Prints a document if it takes one side.
pub(crate) fn on_one_side(
    document: &Document,
    stylesheet: &Stylesheet,
) -> Result<Option<Printed>, Fault> {
    let fonts = Fonts::bundled().map_err(|_| Fault::PaperFailed)?;
    let layout = press::lay_out(document, fonts, stylesheet);
    if layout.sheets.len() != 1 {
        return Ok(None);
    }
    printed(layout).map(Some)
}

/// Writes a layout as it is.
pub(crate) fn printed(layout: Layout) -> Result<Printed, Fault> {
    let fonts = Fonts::bundled().map_err(|_| Fault::PaperFailed)?;
    let bytes = press::pdf(&layout, fonts).map_err(|_| Fault::PaperFailed)?;
    Ok(Printed {
        bytes,
        pages: u32::try_from(layout.sheets.len()).unwrap_or(u32::MAX),
        warnings: layout.warnings,
    })
}

fn list(lines: impl Iterator<Item = Words>) -> Block {
    Block::List {
        ordered: false,
        items: lines.map(|line| vec![Block::Paragraph(line)]).collect(),
    }
}

/// A note that the reader must not miss.
pub(crate) fn warning(words: &str) -> Block {
    Block::Note {
        tone: NoteTone::Warning,
        blocks: vec![Block::paragraph(words)],
    }
}
