//! Letters that ask a provider to confirm what the directory says of its services.
//!
//! What is kept here beside an entry is no fact of the provider's and is never in a letter.

use chrono::{Days, NaiveDate};
use directory::{Entry, Part, ServiceId, parts};

use crate::directory_editing::text::bad;
use crate::{Act, Desk, Fault, Letter};

/// How many days a provider has to answer.
const TO_ANSWER: Days = Days::new(14);

impl Desk {
    /// Words that ask the provider of entries to confirm them. The entries are of one provider.
    pub fn confirmation_letter(&self, ids: &[ServiceId]) -> Result<Letter, Fault> {
        self.leave(Act::WriteLetter, &[])?;
        let mut entries: Vec<&Entry> = Vec::new();
        for id in ids {
            let entry = self.register.entry(id).ok_or(Fault::NotFound)?;
            if !entries.iter().any(|other| other.id() == id) {
                entries.push(entry);
            }
        }
        let mut providers = entries.iter().map(|entry| self.provider_of(entry));
        let to = providers.next().ok_or_else(|| bad("ids"))?;
        if providers.any(|other| other != to) {
            return Err(bad("ids"));
        }
        let services: Vec<String> = entries
            .iter()
            .zip(1..)
            .map(|(entry, number)| self.asked_of(entry, number))
            .collect();
        let text = [self.opening(&to), services.join("\n\n"), self.closing()];
        Ok(Letter {
            subject: match entries.as_slice() {
                [entry] => format!("Is this still right? {}", entry.service.name),
                several => format!("Is this still right? {} of your services", several.len()),
            },
            text: text.join("\n\n"),
            to,
        })
    }

    fn opening(&self, to: &str) -> String {
        let today = self.today_date();
        let answer = today.checked_add_days(TO_ANSWER).unwrap_or(today);
        format!(
            "{}\n\n{to}\n\nWe keep a directory of services that courts and social workers use to \
             find help for people. This is what it says of yours. Mark each line as right, or write \
             what it should say, and send this back to us by {}.\n\nAn entry that nobody has \
             confirmed is shown as not confirmed. Do not write the name of anybody who uses your \
             service.",
            in_words(today),
            in_words(answer),
        )
    }

    fn asked_of(&self, entry: &Entry, number: usize) -> String {
        let confirmed = entry.service.assured_on.map_or_else(
            || "Nobody has confirmed this entry to us yet.".to_owned(),
            |day| format!("Last confirmed on {}.", in_words(day)),
        );
        let told: Vec<(Part, String)> = parts(entry, &self.register)
            .into_iter()
            .filter(|(part, _)| is_asked(*part))
            .collect();
        let mut lines = vec![format!("{number}. {}", entry.service.name), confirmed];
        for (part, words) in told.iter().filter(|(_, words)| !words.is_empty()) {
            lines.push(format!(
                "\n{}: {words}\n[ ] Right   [ ] It should say: ____________________",
                part.name()
            ));
        }
        let blank = told.iter().filter(|(_, words)| words.is_empty());
        let blank: Vec<&str> = blank.map(|(part, _)| part.name()).collect();
        if !blank.is_empty() {
            lines.push(format!(
                "\nWe hold nothing under these. Add what you can.\n{}",
                blank
                    .iter()
                    .map(|name| format!("{name}: ____________________"))
                    .collect::<Vec<_>>()
                    .join("\n")
            ));
        }
        lines.push(
            "\n[ ] All of it is right   [ ] The service ended on ____________________".into(),
        );
        lines.join("\n")
    }

    fn closing(&self) -> String {
        let author = &self.session.profile.author;
        let from = [&author.name, &author.role]
            .into_iter()
            .chain(&author.office);
        let from: Vec<&str> = from
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        let who = "Confirmed by (your post): ____________________   Date: ____________________";
        format!("{who}\n\n{}", from.join("\n"))
    }
}

fn in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Whether a part is a fact of the provider's: not how we came to know it, nor what we keep beside it.
fn is_asked(part: Part) -> bool {
    !matches!(
        part,
        Part::Jurisdiction
            | Part::Source
            | Part::SourceDate
            | Part::Confirmed
            | Part::Unverified
            | Part::Checked
            | Part::HowConfirmed
            | Part::FeedConfirmed
            | Part::Note
            | Part::Reviewer
            | Part::Deputy
            | Part::ForeignIds
    )
}
