//! The finished file, read by poppler and qpdf, which must be installed.

use std::io::Write as _;
use std::process::{Command, Stdio};

use document::{Block, Document, Inline};

use super::{a_report, a_signature, a_table};
use crate::print;

fn everything() -> Document {
    let mut document = a_report(vec![
        Block::Title {
            text: "Report on Łukasz".to_owned(),
            sub: Some("Strathmore".to_owned()),
        },
        Block::KeyValues(vec![(
            "Name".to_owned(),
            vec![Inline::text("Łukasz Ó Braonáin")],
        )]),
        Block::heading(1, "The offence"),
        Block::Paragraph(vec![
            Inline::text("Words in "),
            Inline::Foreign {
                language: "gd".to_owned(),
                text: "Gàidhlig".to_owned(),
            },
            Inline::text(" and "),
            Inline::Link {
                address: "https://www.example.org/".to_owned(),
                text: "a link".to_owned(),
            },
            Inline::text(". Щербаков, Παπαδόπουλος, Ὀδυσσεύς, Ștefănescu, Nguyễn."),
        ]),
        Block::heading(2, "Detail"),
        Block::List {
            ordered: true,
            items: vec![vec![Block::paragraph("One")], vec![Block::paragraph("Two")]],
        },
        Block::Quotation(vec![Block::paragraph("I am sorry.")]),
        Block::Table(a_table(40)),
        Block::Signature(a_signature()),
    ]);
    document.contents = true;
    document.overprint = Some("DEMONSTRATION".to_owned());
    document
}

/// Runs a reader on a PDF given on its standard input.
fn read(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    let mut input = child.stdin.take().unwrap();
    input.write_all(pdf).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} failed");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = everything();

    let (first, second) = (print(&document).unwrap(), print(&document).unwrap());

    assert_eq!(first, second);
}

#[test]
fn the_file_is_written_once_and_says_little_of_itself() {
    let printed = print(&everything()).unwrap();

    let text = String::from_utf8_lossy(&printed.bytes);
    assert_eq!(text.matches("%%EOF").count(), 1);
    assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"));
    for word in [
        "Author",
        "Creator",
        "JavaScript",
        "EmbeddedFile",
        "AcroForm",
    ] {
        assert!(!text.contains(word), "{word}");
    }
    let about = read("pdfinfo", &["-"], &printed.bytes);
    assert!(about.contains("Title:           A report"));
    assert!(about.contains("CreationDate:    Mon Nov 23 14:05:00 2026"));
    assert!(about.contains("Tagged:          yes"));
    assert!(about.contains(&format!("Pages:           {}\n", printed.pages)));
}

#[test]
fn words_are_copied_as_they_were_typed() {
    let printed = print(&everything()).unwrap();

    let text = read("pdftotext", &["-layout", "-", "-"], &printed.bytes);

    for words in [
        "Łukasz Ó Braonáin",
        "Gàidhlig",
        "Щербаков, Παπαδόπουλος",
        "Ὀδυσσεύς",
        "Nguyễn",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains('\u{FFFD}'));
}

#[test]
fn a_reader_hears_the_structure_in_order() {
    let printed = print(&everything()).unwrap();

    let heard = read("pdfinfo", &["-struct-text", "-"], &printed.bytes);

    let mut rest = heard.as_str();
    for part in [
        "H1 (block)",
        "Report on Łukasz",
        "Table (block)",
        "/Scope /Row",
        "Name",
        "TD",
        "H2 (block)",
        "Contents",
        "TOC",
        "TOCI",
        "Link",
        "The offence 2",
        "H2 (block)",
        "The offence",
        "P (block)",
        "Words in",
        "Span",
        "Gàidhlig",
        "Link",
        "a link",
        "H3 (block)",
        "L (block)",
        "Lbl",
        "1.",
        "LBody",
        "One",
        "BlockQuote",
        "I am sorry.",
        "Table (block)",
        "Caption",
        "The options",
        "THead",
        "/Scope /Column",
        "TBody",
        "/Scope /Row",
        "Option 1",
        "Option 40",
        "Signed:",
    ] {
        let at = rest
            .find(part)
            .unwrap_or_else(|| panic!("{part} is not heard in its place"));
        rest = &rest[at + part.len()..];
    }
    assert_eq!(
        heard.matches("/Scope /Column").count(),
        2,
        "repeated headings are not heard again"
    );
}

#[test]
fn the_file_is_sound() {
    let printed = print(&everything()).unwrap();

    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&printed.bytes).unwrap();
    let output = Command::new("qpdf")
        .arg("--check")
        .arg(file.path())
        .output()
        .unwrap();

    assert!(output.status.success(), "{output:?}");
}

#[test]
fn twenty_pages_stay_small() {
    let mut blocks = Vec::new();
    for part in 1..16 {
        blocks.push(Block::heading(1, format!("Part {part}")));
        for _ in 0..10 {
            blocks.push(Block::paragraph("The assessment draws on two interviews, the libel, a home visit and the records of the service, and was read over to the person before it was signed. ".repeat(3)));
        }
        blocks.push(Block::Table(a_table(5)));
    }

    let printed = print(&a_report(blocks)).unwrap();

    assert!(printed.pages >= 20, "{}", printed.pages);
    assert!(printed.bytes.len() < 150_000, "{}", printed.bytes.len());
}
