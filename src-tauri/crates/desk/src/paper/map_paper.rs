//! The tile map on paper: a table, which holds all that the picture on the screen does.

use chrono::NaiveDate;
use directory::{Cover, Tile, TileMap};
use document::{Align, Block, Cell, Column, Document, Row, Table};

use super::running::Running;

/// The map as a document.
pub(crate) fn document(running: &Running<'_>, map: &TileMap, as_at: NaiveDate) -> Document {
    let day = casework::date(as_at);
    let mut blocks = vec![
        Block::Title {
            text: "Coverage by council".into(),
            sub: Some(format!("As at {day}")),
        },
        Block::paragraph(&map.filter),
        Block::paragraph(
            "Covered: a local service that was confirmed lately takes people now. Partly covered: a \
             local service was confirmed lately, and has a waiting list, is paused, or has not said \
             whether it takes people. Not checked: local services are recorded, and nobody has \
             confirmed one lately. None: no local service is recorded, which is not to say that \
             there is none.",
        ),
        Block::paragraph(summary(&map.tiles)),
        table(&map.tiles),
    ];
    blocks.push(Block::paragraph(
        "National programmes are counted beside the local services: whether they are delivered in \
         the council has still to be asked. A council outside the person's own is outside the area, \
         however near.",
    ));
    Document {
        blocks,
        ..running.around(
            "Coverage by council",
            format!("Coverage by council · as at {day}"),
            false,
        )
    }
}

fn summary(tiles: &[Tile]) -> String {
    let states = [Cover::Full, Cover::Part, Cover::NotChecked, Cover::Nothing];
    let counts = states.map(|cover| {
        let many = tiles.iter().filter(|tile| tile.cover == cover).count();
        format!("{}: {many}", says(cover))
    });
    format!("Of {} councils: {}.", tiles.len(), counts.join("; "))
}

fn table(tiles: &[Tile]) -> Block {
    let figures = |heading: &str| Column {
        align: Align::End,
        ..Column::words(heading, 1.1)
    };
    let rows = tiles.iter().map(|tile| {
        let figures = [
            tile.local,
            tile.taking,
            tile.waiting,
            tile.not_checked,
            tile.national,
            tile.gaps,
        ];
        let named = Cell::text(format!("{} ({})", tile.name, tile.letters));
        let cover = Cell::text(says(tile.cover));
        let figures = figures.map(|figure| Cell::text(figure.to_string()));
        Row([named, cover].into_iter().chain(figures).collect())
    });
    Block::Table(Table {
        caption: "Every council, with how it is covered".into(),
        columns: vec![
            Column::words("Council", 3.0),
            Column::words("Covered", 2.0),
            figures("Local services"),
            figures("Taking people"),
            figures("Waiting list"),
            figures("Not confirmed"),
            figures("National"),
            figures("Gaps noted"),
        ],
        rows: rows.collect(),
        row_headers: true,
    })
}

fn says(cover: Cover) -> &'static str {
    match cover {
        Cover::Full => "Covered",
        Cover::Part => "Partly covered",
        Cover::NotChecked => "Not checked",
        Cover::Nothing => "None",
    }
}
