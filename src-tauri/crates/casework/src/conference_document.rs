//! What a conference's papers say: the pack that goes out before it, and the minute after.

use chrono::{DateTime, Utc};
use document::{Block, Cell, Column, Document, Inline, PageSize, Row, SignatureBlock, Table};

use crate::civil_words::{date, long_date, long_date_time, short_date};
use crate::report_document::{invented_note, overprint};
use crate::{
    Action, ActionState, Attendance, Attendee, Capacity, Conference, MeetingType, Method, Paper,
};

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

    /// The minute: sederunt, what was said under each item, decisions, actions, the next date.
    pub fn minute(&self) -> Document {
        let conference = self.conference;
        let mut held = vec![("Held", self.held())];
        held.extend(
            conference
                .quorate
                .map(|quorate| ("Quorate", if quorate { "Yes" } else { "No" }.to_owned())),
        );
        let mut blocks = self.opening("Minute", held);
        blocks.push(Block::heading(1, "Sederunt"));
        blocks.extend(self.sederunt());
        if !conference.facts.is_empty() {
            blocks.push(Block::heading(1, "Facts"));
            blocks.push(Block::KeyValues(
                conference
                    .facts
                    .iter()
                    .map(|(key, value)| (key.clone(), vec![Inline::text(value)]))
                    .collect(),
            ));
        }
        blocks.push(Block::heading(1, "Discussion"));
        for (number, item) in (1_u32..).zip(&conference.agenda) {
            let title = format!("{number} {}", agenda_words(&item.title, item.restricted));
            blocks.push(Block::heading(2, title));
            if item.discussion.is_blank() {
                blocks.push(Block::paragraph("Nothing was minuted under this item."));
            } else {
                blocks.extend(item.discussion.blocks(3));
            }
        }
        blocks.push(Block::heading(1, "Decisions"));
        blocks.push(self.decisions());
        blocks.push(Block::heading(1, "Actions"));
        blocks.push(actions(&conference.actions));
        if let Some(words) = &conference.persons_comments {
            blocks.push(Block::heading(1, "The person’s comments"));
            blocks.push(Block::Quotation(vec![Block::paragraph(words)]));
        }
        blocks.push(Block::heading(1, "Next conference"));
        let next = conference
            .next
            .map_or_else(|| "Not fixed".to_owned(), long_date);
        blocks.push(Block::paragraph(format!("{next}.")));
        blocks.extend(self.chair_signs());
        self.document(
            format!("Minute {}", self.reference),
            format!("Minute · {}", self.reference),
            false,
            blocks,
        )
    }

    fn document(
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

    fn opening(&self, what: &str, when: Vec<(&str, String)>) -> Vec<Block> {
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

    fn held(&self) -> String {
        let starts = long_date_time(self.conference.starts);
        self.conference.ended.map_or_else(
            || starts.clone(),
            |ended| format!("{starts} to {}", ended.format("%H:%M")),
        )
    }

    fn people_asked(&self) -> Block {
        let rows = self.conference.people.iter().map(|person| {
            Row(vec![
                Cell::text(&person.name),
                Cell::text(&person.role),
                Cell::text(&person.agency),
                Cell::text(capacity(person.capacity)),
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

    /// In the order a Scottish minute prints it: sederunt, in attendance, apologies, absent.
    fn sederunt(&self) -> Vec<Block> {
        let group = |wanted: fn(&Attendee) -> bool| -> Vec<&Attendee> {
            self.conference
                .people
                .iter()
                .filter(|p| wanted(p))
                .collect()
        };
        let groups = [
            ("Sederunt", group(|p| came(p) && sits(p.capacity))),
            ("In attendance", group(|p| came(p) && !sits(p.capacity))),
            (
                "Apologies",
                group(|p| p.attendance == Attendance::Apologies),
            ),
            (
                "Absent without apology",
                group(|p| p.attendance == Attendance::Absent),
            ),
        ];
        groups
            .into_iter()
            .flat_map(|(title, people)| sederunt_group(title, &people))
            .collect()
    }

    fn decisions(&self) -> Block {
        if self.conference.decisions.is_empty() {
            return Block::paragraph("No decisions were recorded.");
        }
        let rows = (1_u32..)
            .zip(&self.conference.decisions)
            .map(|(number, decision)| {
                Row(vec![
                    Cell::text(format!("D{number}")),
                    Cell::text(&decision.decided),
                    Cell::text(decision.reasons.as_deref().unwrap_or("–")),
                    Cell::text(decision.dissent.as_deref().unwrap_or("None")),
                ])
            });
        Block::Table(Table {
            caption: "Decisions".into(),
            columns: vec![
                Column::words("No.", 1.0),
                Column::words("Decision", 6.0),
                Column::words("Reasons", 3.5),
                Column::words("Dissent", 2.0),
            ],
            rows: rows.collect(),
            row_headers: true,
        })
    }

    fn chair_signs(&self) -> Option<Block> {
        let chair = self
            .conference
            .people
            .iter()
            .find(|p| p.capacity == Capacity::Chair)?;
        Some(Block::Signature(SignatureBlock {
            capacity: "Chair".into(),
            name: chair.name.clone(),
            lines: vec![chair.role.clone(), chair.agency.clone()],
            date: None,
        }))
    }
}

fn agenda_words(title: &str, restricted: bool) -> String {
    if restricted {
        format!("{title} (restricted session)")
    } else {
        title.to_owned()
    }
}

fn came(person: &Attendee) -> bool {
    person.attendance == Attendance::Present
}

fn sits(capacity: Capacity) -> bool {
    match capacity {
        Capacity::Chair
        | Capacity::Decides
        | Capacity::Contributes
        | Capacity::Person
        | Capacity::Family => true,
        Capacity::MinuteTaker | Capacity::Supports | Capacity::Interprets | Capacity::Observes => {
            false
        }
    }
}

fn sederunt_group(title: &str, people: &[&Attendee]) -> Vec<Block> {
    let said = if people.is_empty() {
        Block::paragraph("None.")
    } else {
        Block::List {
            ordered: false,
            items: people
                .iter()
                .map(|p| vec![Block::paragraph(line(p))])
                .collect(),
        }
    };
    vec![Block::heading(2, title), said]
}

fn line(person: &Attendee) -> String {
    let mut words = person.name.clone();
    for part in [&person.role, &person.agency] {
        if !part.trim().is_empty() {
            words = format!("{words}, {part}");
        }
    }
    words = format!("{words} ({})", capacity(person.capacity).to_lowercase());
    if came(person) {
        let method = match person.method {
            Method::InPerson => None,
            Method::Video => Some("by video"),
            Method::Phone => Some("by telephone"),
        };
        words = method.map_or(words.clone(), |method| format!("{words}, {method}"));
        let from = person.from_item.unwrap_or(1);
        if let Some(to) = person.to_item {
            words = format!("{words}, items {from} to {to}");
        } else if from > 1 {
            words = format!("{words}, from item {from}");
        }
    }
    if let Some(note) = &person.note {
        words = format!("{words}; {note}");
    }
    words
}

fn capacity(capacity: Capacity) -> &'static str {
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

fn actions(actions: &[Action]) -> Block {
    if actions.is_empty() {
        return Block::paragraph("No actions were agreed.");
    }
    let rows = (1_u32..).zip(actions).map(|(number, action)| {
        let state = match action.state {
            ActionState::Open => "Open",
            ActionState::Done => "Done",
            ActionState::Cancelled => "Cancelled",
        };
        let what = action.note.as_ref().map_or_else(
            || action.what.clone(),
            |note| format!("{} ({note})", action.what),
        );
        Row(vec![
            Cell::text(format!("A{number}")),
            Cell::text(what),
            Cell::text(&action.owner),
            Cell::text(short_date(action.due)),
            Cell::text(state),
        ])
    });
    Block::Table(Table {
        caption: "Actions".into(),
        columns: vec![
            Column::words("No.", 1.0),
            Column::words("Action", 5.5),
            Column::words("Owner", 3.0),
            Column::words("Due", 2.0),
            Column::words("Stands", 1.4),
        ],
        rows: rows.collect(),
        row_headers: true,
    })
}
