//! What the minute of a conference says.

use document::{Block, Cell, Column, Document, Inline, Row, SignatureBlock, Table};

use crate::civil_words::{long_date, long_date_time, short_date};
use crate::conference_document::{ConferencePaper, agenda_words, capacity_words};
use crate::{Action, ActionState, Attendance, Attendee, Capacity, Method};

impl ConferencePaper<'_> {
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

    fn held(&self) -> String {
        let starts = long_date_time(self.conference.starts);
        self.conference.ended.map_or_else(
            || starts.clone(),
            |ended| format!("{starts} to {}", ended.format("%H:%M")),
        )
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
    words = format!(
        "{words} ({})",
        capacity_words(person.capacity).to_lowercase()
    );
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
