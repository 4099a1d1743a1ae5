//! The text that every program in the comparison sets: about twenty pages of a fictional report.
//!
//! It is put together from fixed sentences by fixed arithmetic, so that it is the same each time.

use std::fmt::Write as _;

const SECTIONS: &[&str] = &[
    "Basis of the report",
    "The offence",
    "Personal and social circumstances",
    "Accommodation",
    "Education, training and employment",
    "Family and other relationships",
    "Health",
    "Alcohol and other drugs",
    "Previous orders",
    "Assessment of risk and needs",
    "Options considered",
    "Conclusion",
];

const SENTENCES: &[&str] = &[
    "He was interviewed twice at the office and once at home, where his mother was present for part of the time.",
    "He accepts what the libel says and adds that he had been drinking since the afternoon.",
    "Records confirm the address, and the tenancy is in good standing.",
    "She says that she left the shop without paying because she had no money for the week.",
    "The information about his health comes from him alone and could not be checked in the time allowed.",
    "He has worked on and off in warehouses since leaving school and hopes to take up an apprenticeship in the spring.",
    "An earlier order was completed in full, and the supervising officer spoke well of his attendance.",
    "Her sister looks after the younger child on the days when she travels to appointments.",
    "The assessment places the likelihood of further offending as moderate; the reasons are given below.",
    "There is a vacancy in the group that begins in the second week of the month, and he has met its leader.",
    "He described the effect on the person harmed without being prompted and without excusing himself.",
    "Bus services from the village make a morning start before nine o’clock impractical.",
    "She has agreed to a referral, and the service has confirmed that it will see her within ten working days.",
    "No contact with the complainer is proposed, and none has taken place since the date of the offence.",
    "The tag would have to take account of his shifts, which end at half past ten three evenings a week.",
    "Unpaid work of the kind available locally would be within her capacity.",
];

/// The number of words that fill about twenty pages with headings at eleven points.
const WORDS: usize = 9_300;

/// A piece of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Heading(String),
    Paragraph(String),
    List(Vec<&'static str>),
}

/// The whole report, ready to be written in each program's own manner.
#[derive(Debug, Clone)]
pub(crate) struct ReportText(Vec<Piece>);

impl ReportText {
    pub(crate) fn of_twenty_pages() -> Self {
        let mut draw = Draw(1);
        let mut pieces = Vec::new();
        let (mut words, mut number) = (0, 0);
        while words < WORDS {
            let section = SECTIONS.get(number % SECTIONS.len()).unwrap_or(&"");
            number += 1;
            pieces.push(Piece::Heading(format!("{number}. {section}")));
            for _ in 0..4 {
                let paragraph: Vec<_> = (0..6).map(|_| draw.sentence()).collect();
                let paragraph = paragraph.join(" ");
                words += paragraph.split(' ').count();
                pieces.push(Piece::Paragraph(paragraph));
            }
            let list: Vec<_> = (0..3).map(|_| draw.sentence()).collect();
            words += list
                .iter()
                .map(|line| line.split(' ').count())
                .sum::<usize>();
            pieces.push(Piece::List(list));
        }
        Self(pieces)
    }

    /// Plain text: `## ` begins a heading, `- ` a list item, and an empty line parts the pieces.
    pub(crate) fn plain(&self) -> String {
        let pieces: Vec<String> = self
            .0
            .iter()
            .map(|piece| match piece {
                Piece::Heading(words) => format!("## {words}\n"),
                Piece::Paragraph(words) => format!("{words}\n"),
                Piece::List(lines) => lines.iter().fold(String::new(), |mut list, line| {
                    let _ = writeln!(list, "- {line}");
                    list
                }),
            })
            .collect();
        pieces.join("\n")
    }

    /// A page for Chromium, `LibreOffice` and `WeasyPrint`.
    pub(crate) fn html(&self) -> String {
        let mut page = String::from(
            "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Report</title>\n\
             <style>@page { size: A4; margin: 25mm } body { font: 11pt/1.4 sans-serif }</style></head><body>\n",
        );
        for piece in &self.0 {
            match piece {
                Piece::Heading(words) => {
                    let _ = writeln!(page, "<h2>{words}</h2>");
                }
                Piece::Paragraph(words) => {
                    let _ = writeln!(page, "<p>{words}</p>");
                }
                Piece::List(lines) => {
                    let lines: Vec<_> = lines.iter().map(|l| format!("<li>{l}</li>")).collect();
                    let _ = writeln!(page, "<ul>{}</ul>", lines.join("\n"));
                }
            }
        }
        page.push_str("</body></html>\n");
        page
    }

    /// A source file for Typst. The text holds none of the signs that Typst reads as commands.
    pub(crate) fn typst(&self) -> String {
        let head = "#set page(paper: \"a4\", margin: 25mm)\n\
                    #set text(size: 11pt, lang: \"en\", region: \"gb\")\n\n";
        let body = self.plain().replace("## ", "== ");
        format!("{head}{body}")
    }
}

/// Draws sentences in a fixed order that has no plain pattern.
struct Draw(u32);

impl Draw {
    fn sentence(&mut self) -> &'static str {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let at = (self.0 >> 16) as usize % SENTENCES.len();
        SENTENCES.get(at).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_the_same_each_time() {
        let (one, two) = (ReportText::of_twenty_pages(), ReportText::of_twenty_pages());

        assert_eq!(one.plain(), two.plain());
    }

    #[test]
    fn the_sentences_need_no_escaping_anywhere() {
        let signs = ['<', '>', '&', '#', '*', '_', '$', '@', '`', '\\'];

        let needing = SENTENCES.iter().chain(SECTIONS).find(|s| s.contains(signs));

        assert_eq!(needing, None);
    }

    #[test]
    fn every_manner_carries_the_same_sentences() {
        let text = ReportText::of_twenty_pages();

        for sentence in SENTENCES {
            let times = text.plain().matches(sentence).count();
            assert!(times > 0);
            assert_eq!(text.html().matches(sentence).count(), times);
            assert_eq!(text.typst().matches(sentence).count(), times);
        }
    }
}
