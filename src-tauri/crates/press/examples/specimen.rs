//! Writes a specimen of everything the press can print: `specimen OUT.pdf [card]`.
//!
//! The person, court and case in it are invented.

use std::error::Error;
use std::path::PathBuf;

use chrono::{TimeZone as _, Utc};
use document::{
    Align, Block, Cell, Column, Document, Inline, NoteTone, PageSize, Row, SignatureBlock, Table,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let out = PathBuf::from(arguments.next().ok_or("name the file to write")?);
    let document = match arguments.next() {
        Some(_) => card(),
        None => report(),
    };
    let printed = press::print(&document)?;
    std::fs::write(out, &printed.bytes)?;
    Ok(())
}

fn report() -> Document {
    let mut blocks = vec![
        Block::Title {
            text: "Justice social work report".to_owned(),
            sub: Some("Sheriff Court at Strathmore · Diet of 14 December 2026".to_owned()),
        },
        Block::KeyValues(facts()),
    ];
    blocks.extend(offence());
    blocks.extend(circumstances());
    blocks.extend(options());
    blocks.extend(background());
    blocks.extend(ending());
    Document {
        title: "Justice social work report, SM/0412/26".to_owned(),
        language: "en-GB".to_owned(),
        size: PageSize::A4,
        marking: "OFFICIAL-SENSITIVE".to_owned(),
        overprint: Some("DEMONSTRATION".to_owned()),
        running_head: "Justice social work report · SM/0412/26 · as at 23 November 2026".to_owned(),
        running_foot: "Edition 2026.1 · prepared for the court and the person named".to_owned(),
        contents: true,
        produced: Utc
            .with_ymd_and_hms(2026, 11, 23, 14, 5, 0)
            .single()
            .unwrap_or_default(),
        blocks,
    }
}

fn card() -> Document {
    Document {
        title: "Bail conditions, SM/0412/26".to_owned(),
        size: PageSize::A5,
        overprint: None,
        contents: false,
        running_head: "Bail conditions · as at 23 November 2026".to_owned(),
        running_foot: "Edition 2026.1".to_owned(),
        blocks: vec![
            Block::Title {
                text: "Your bail conditions".to_owned(),
                sub: Some("Sheriff Court at Strathmore · 23 November 2026".to_owned()),
            },
            Block::KeyValues(facts().into_iter().take(3).collect()),
            Block::heading(1, "You must"),
            list(
                true,
                &[
                    "appear at every diet of which you are given notice;",
                    "not commit an offence while on bail;",
                    "not interfere with witnesses or otherwise obstruct the course of justice;",
                    "not behave in a manner which causes alarm or distress to witnesses.",
                ],
            ),
            Block::heading(1, "You must also"),
            list(
                false,
                &["remain at the address above between 7 pm and 7 am."],
            ),
            note(NoteTone::Warning, "Breaking any of these is an offence."),
        ],
        ..report()
    }
}

fn facts() -> Vec<(String, Vec<Inline>)> {
    let plain = |name: &str, value: &str| (name.to_owned(), vec![Inline::text(value)]);
    vec![
        plain("Name", "Łukasz Ștefan Ó Braonáin-Щербаков (Παπαδόπουλος)"),
        plain("Date of birth", "3 March 1994 (32)"),
        (
            "Address".to_owned(),
            vec![
                Inline::text("Flat 2/1, 17 Weavers’ Vennel"),
                Inline::Break,
                Inline::text("Strathmore"),
                Inline::Break,
                Inline::text("ZZ1 4QX"),
            ],
        ),
        plain(
            "Court and reference",
            "Sheriff Court at Strathmore, SM/0412/26",
        ),
        plain(
            "Report requested",
            "2 November 2026, under CP(S)A 1995 s.203 [?]",
        ),
        plain(
            "Sources",
            "Two interviews; the libel; a home visit; records of the social work service",
        ),
    ]
}

fn offence() -> Vec<Block> {
    vec![
        Block::heading(1, "The offence"),
        Block::heading(2, "The libel and the person’s account"),
        Block::Paragraph(vec![
            Inline::text("The person pleaded guilty to "),
            Inline::strong("one charge of theft by housebreaking"),
            Inline::text(" committed on 9 September 2026. The account given at interview was "),
            Inline::Emphasis(vec![Inline::text("broadly consistent")]),
            Inline::text(
                " with the summary of evidence, and responsibility was accepted without minimisation. The person calls the village by its Gaelic name, ",
            ),
            Inline::Foreign {
                language: "gd".to_owned(),
                text: "Baile na Coille".to_owned(),
            },
            Inline::text(", and was born in "),
            Inline::Foreign {
                language: "pl".to_owned(),
                text: "Łódź".to_owned(),
            },
            Inline::text(". Guidance is published at "),
            Inline::Link {
                address: "https://www.example.org/guidance".to_owned(),
                text: "the national guidance page".to_owned(),
            },
            Inline::text("."),
        ]),
        Block::Quotation(vec![
            Block::paragraph(
                "I knew it was wrong when I was doing it. I had been up for two days and I was not thinking about the folk that lived there. I would like to say sorry to them if that is allowed.",
            ),
            Block::paragraph("I have not been back to that part of the town since."),
        ]),
        Block::heading(2, "Attitude to the victim"),
        Block::paragraph(
            "Victim awareness was limited at first interview and had deepened by the second. The person was able to describe, unprompted, the effect of the housebreaking on an older couple living alone, and asked about restorative justice. A referral has been discussed with the local service, which can accept it once sentence has been passed.",
        ),
        note(
            NoteTone::Plain,
            "Restorative justice is voluntary for everybody concerned and is not a requirement of any order.",
        ),
    ]
}

fn circumstances() -> Vec<Block> {
    vec![
        Block::heading(1, "Personal and family circumstances"),
        Block::paragraph(
            "The person lives alone in a housing association tenancy and has done so for four years. Rent is paid directly. There are two children, aged six and nine, who live with their mother and see the person on alternate weekends under an informal arrangement that both parents describe as working well.",
        ),
        Block::List {
            ordered: false,
            items: vec![
                vec![Block::paragraph(
                    "Accommodation is settled and would be at risk from a period in custody of more than thirteen weeks.",
                )],
                vec![
                    Block::paragraph("Employment has been seasonal:"),
                    list(
                        false,
                        &[
                            "forestry contractor, March to August 2026;",
                            "distillery warehouse, winters of 2023 to 2025.",
                        ],
                    ),
                ],
                vec![
                    Block::paragraph("The following are in place."),
                    list(
                        true,
                        &[
                            "A general practitioner.",
                            "A prescription, reviewed monthly.",
                            "A named worker in the alcohol and drug service.",
                        ],
                    ),
                ],
            ],
        },
        Block::heading(2, "Health"),
        Block::heading(3, "Alcohol and other drugs"),
        Block::paragraph(
            "Use of street benzodiazepines began in 2021. The person has been abstinent, by self-report and by three negative tests, since 20 September 2026.",
        ),
        note(
            NoteTone::Warning,
            "The test results were reported by telephone. Written confirmation was not available when this report was signed.",
        ),
    ]
}

fn ledger() -> Vec<Row> {
    let mut rows = Vec::new();
    let options = [
        (
            "Community payback order: offender supervision",
            "Competent",
            "Proposed. It would address each of the needs set out above, and gives the court reviews at intervals.",
            "12",
        ),
        (
            "Community payback order: unpaid work or other activity",
            "Competent",
            "Proposed, at level 1. The person is fit for work and has transport.",
            "100",
        ),
        (
            "Community payback order: programme requirement",
            "Competent with supervision",
            "Not proposed: the assessment found the person outside the programme’s range.",
            "–",
        ),
        (
            "Community payback order: drug treatment",
            "Competent",
            "Not proposed. Voluntary engagement is established and the person does not meet the susceptibility test at present.",
            "–",
        ),
        (
            "Drug treatment and testing order",
            "Depends on a suitability assessment",
            "Waiting on the assessment of the DTTO team, which is due on 4 December 2026.",
            "–",
        ),
        (
            "Restriction of liberty order",
            "Competent",
            "Suitable as an alternative to custody; the householder consents.",
            "6",
        ),
        (
            "Structured deferred sentence",
            "Competent",
            "Available locally; offered as a lower tariff alternative.",
            "6",
        ),
        (
            "Fine",
            "Competent",
            "Not proposed: existing fines of £640 are being repaid at £10 a fortnight.",
            "–",
        ),
        (
            "Compensation order",
            "Competent",
            "The value of property not recovered is £385.50. Payment by instalments would be realistic.",
            "18",
        ),
        (
            "Imprisonment",
            "Competent",
            "The court will wish to have regard to the presumption against short sentences.",
            "12",
        ),
    ];
    for round in 1..=2 {
        for (option, finding, why, figure) in options {
            let option = if round == 1 {
                option.to_owned()
            } else {
                format!("{option} (second charge)")
            };
            rows.push(Row(vec![
                Cell::text(option),
                Cell::text(finding),
                Cell(
                    why.split_inclusive(". ")
                        .map(|part| vec![Inline::text(part.trim())])
                        .collect(),
                ),
                Cell::text(figure),
            ]));
        }
    }
    rows
}

fn options() -> Vec<Block> {
    vec![
        Block::heading(1, "The options open to the court"),
        Block::paragraph(
            "No option is left out without a reason. Each is competent, not competent, or waiting on a named fact; each is proposed, or not, for the reason stated.",
        ),
        Block::Table(Table {
            caption: "Table 1. The option ledger, as at 23 November 2026".to_owned(),
            columns: vec![
                Column::words("Option", 3.0),
                Column::words("Finding", 2.0),
                Column::words("Proposed, and why", 4.5),
                Column {
                    heading: "Months or hours".to_owned(),
                    share: 1.0,
                    align: Align::End,
                },
            ],
            rows: ledger(),
            row_headers: true,
        }),
        Block::Table(narrow()),
    ]
}

fn narrow() -> Table {
    Table {
        caption: "Table 2. Narrow columns".to_owned(),
        columns: vec![
            Column::words("Area", 1.0),
            Column::words("Interdepartmental", 1.0),
            Column::words("Measure", 1.0),
            Column::words("Remarks", 1.0),
            Column::words("Notes", 1.0),
            Column::words("Further notes", 1.0),
        ],
        rows: vec![Row(vec![
            Cell::text("Uncharacteristically"),
            Cell::text("Misrepresentation of circumstances"),
            Cell::text("Notwithstanding interdepartmental correspondence"),
            Cell::text("Responsibility, unaccountability and counterproductiveness"),
            Cell::text("Disproportionately institutionalised"),
            Cell::text("www.example.org/a/very/long/address/that/has/to/be/parted/somewhere"),
        ])],
        row_headers: false,
    }
}

fn background() -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "Background to the assessment")];
    for (number, subject) in [
        "Education",
        "Employment",
        "Finances",
        "Relationships",
        "Associates",
        "Previous orders",
    ]
    .iter()
    .enumerate()
    {
        blocks.push(Block::heading(2, *subject));
        for _ in 0..=number % 3 {
            blocks.push(Block::paragraph("The assessment draws on a structured professional judgement tool, completed on 18 November 2026 and countersigned by the team leader. It identifies misrepresentation of circumstances as unlikely, and notwithstanding the interdepartmental correspondence the person’s engagement has been consistent throughout the period of supervision. Attendance has been recorded at eleven of twelve appointments, the exception being explained and rearranged within the same week."));
        }
    }
    blocks
}

fn ending() -> Vec<Block> {
    vec![
        Block::heading(1, "Conclusion"),
        Block::paragraph(
            "A community payback order with supervision for twelve months and unpaid work of 100 hours is proposed. The person understands what each requirement would ask and is willing to comply.",
        ),
        Block::Signature(SignatureBlock {
            capacity: "Author".to_owned(),
            name: "Eilidh Examplar, social worker".to_owned(),
            lines: vec![
                "Justice social work, Strathmore Council".to_owned(),
                "Registration 0000000".to_owned(),
            ],
            date: None,
        }),
        Block::Signature(SignatureBlock {
            capacity: "Team leader".to_owned(),
            name: "R. Modell".to_owned(),
            lines: Vec::new(),
            date: Some("23 November 2026".to_owned()),
        }),
    ]
}

fn list(ordered: bool, items: &[&str]) -> Block {
    let item = |words: &&str| vec![Block::paragraph(*words)];
    Block::List {
        ordered,
        items: items.iter().map(item).collect(),
    }
}

fn note(tone: NoteTone, words: &str) -> Block {
    Block::Note {
        tone,
        blocks: vec![Block::paragraph(words)],
    }
}
