//! What a conference's papers say: the pack that goes out before it. The minute after is beside.

use chrono::{DateTime, Utc};
use document::{Block, Cell, Column, Document, Inline, PageSize, Row, Table};

use crate::civil_words::{date, long_date_time, short_date};
use crate::report_document::{invented_note, overprint};
use crate::{Capacity, Conference, MeetingType, Paper};

/// A conference to be put on paper.
#[derive(Clone, Copy, Debug)]
pub struct ConferencePaper<'c> {
    /// The conference.
    pub conference: &'c Conference,
    /// Its type.
    pub meeting_type: &'c MeetingType,
    /// The council's reference for the case.
    pub reference: &'c str,
    /// When the paper is made.
    pub produced: DateTime<Utc>,
    /// Whether the people in it are invented.
    pub demonstration: bool,
}

impl ConferencePaper<'_> {
    /// The pack: agenda, who is asked, and every paper. `paper` gives a paper's blocks, its
    /// headings beginning at level 2.
    pub fn pack(&self, edition: &str, paper: impl Fn(&Paper) -> Vec<Block>) -> Document {
        let starts = long_date_time(self.conference.starts);
        let what = format!("Papers for the conference, edition {edition}");
        let mut blocks = self.opening(&what, vec![("When", starts)]);
        blocks.push(Block::heading(1, "Agenda"));
        blocks.push(Block::List {
            ordered: true,
            items: self
                .conference
                .agenda
                .iter()
                .map(|item| vec![Block::paragraph(agenda_words(&item.title, item.restricted))])
                .collect(),
        });
        blocks.push(Block::heading(1, "People asked"));
        blocks.push(self.people_asked());
        blocks.push(Block::heading(1, "Index of papers"));
        blocks.push(self.index());
        for (number, item) in (1_u32..).zip(&self.conference.papers) {
            blocks.push(Block::PageBreak);
            blocks.push(Block::heading(1, format!("Paper {number}: {}", item.title)));
            let dated = item
                .dated
                .map_or_else(String::new, |day| format!(", {}", date(day)));
            blocks.push(Block::Paragraph(vec![Inline::Emphasis(vec![
                Inline::text(format!("{}{dated}", item.author)),
            ])]));
            blocks.extend(paper(item));
        }
        self.document(
            format!("Pack {} edition {edition}", self.reference),
            format!("Pack, edition {edition} · {}", self.reference),
            true,
            blocks,
        )
    }

    pub(crate) fn document(
        &self,
        title: String,
        running_head: String,
        contents: bool,
        blocks: Vec<Block>,
    ) -> Document {
        Document {
            title,
            language: "en-GB".into(),
            size: PageSize::A4,
            marking: self.conference.marking.clone(),
            overprint: overprint(self.demonstration, false),
            running_head,
            running_foot: self.meeting_type.name.clone(),
            contents,
            produced: self.produced,
            blocks,
        }
    }

    pub(crate) fn opening(&self, what: &str, when: Vec<(&str, String)>) -> Vec<Block> {
        let conference = self.conference;
        let mut blocks = vec![Block::Title {
            text: conference.title.clone(),
            sub: Some(what.to_owned()),
        }];
        if self.demonstration {
            blocks.push(invented_note());
        }
        let mut pairs = vec![("About", conference.about.clone())];
        pairs.extend(when);
        pairs.push(("Place", conference.place.clone()));
        pairs.push(("Reference", self.reference.to_owned()));
        blocks.push(Block::KeyValues(
            pairs
                .into_iter()
                .map(|(key, value)| (key.to_owned(), vec![Inline::text(value)]))
                .collect(),
        ));
        blocks
    }

    fn people_asked(&self) -> Block {
        let rows = self.conference.people.iter().map(|person| {
            Row(vec![
                Cell::text(&person.name),
                Cell::text(&person.role),
                Cell::text(&person.agency),
                Cell::text(capacity_words(person.capacity)),
            ])
        });
        Block::Table(Table {
            caption: "People asked to the conference".into(),
            columns: vec![
                Column::words("Name", 3.0),
                Column::words("Role", 3.0),
                Column::words("Agency", 3.0),
                Column::words("Capacity", 2.0),
            ],
            rows: rows.collect(),
            row_headers: true,
        })
    }

    fn index(&self) -> Block {
        let rows = (1_u32..)
            .zip(&self.conference.papers)
            .map(|(number, paper)| {
                Row(vec![
                    Cell::text(number.to_string()),
                    Cell::text(&paper.title),
                    Cell::text(&paper.author),
                    Cell::text(paper.dated.map_or_else(|| "Undated".to_owned(), short_date)),
                ])
            });
        Block::Table(Table {
            caption: "Papers in this pack".into(),
            columns: vec![
                Column::words("Paper", 1.0),
                Column::words("Title", 5.0),
                Column::words("From", 4.0),
                Column::words("Date", 2.0),
            ],
            rows: rows.collect(),
            row_headers: true,
        })
    }
}

pub(crate) fn agenda_words(title: &str, restricted: bool) -> String {
    if restricted {
        format!("{title} (restricted session)")
    } else {
        title.to_owned()
    }
}

pub(crate) fn capacity_words(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Chair => "Chair",
        Capacity::MinuteTaker => "Minute-taker",
        Capacity::Decides => "Decides",
        Capacity::Contributes => "Contributes",
        Capacity::Person => "The person",
        Capacity::Family => "Family",
        Capacity::Supports => "Supporter",
        Capacity::Interprets => "Interpreter",
        Capacity::Observes => "Observer",
    }
}
