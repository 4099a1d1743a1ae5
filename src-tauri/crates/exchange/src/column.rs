//! The columns of our own table, in one place: their headings, the other headings people use for
//! them, how much they hold, and how each is carried from one service to another.

use directory::Service;

/// A column of our own table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// What other tables call it, in small letters.
    pub aliases: &'static [&'static str],
    /// The most characters it holds.
    pub room: usize,
    /// Whether it may hold several lines.
    pub lines: bool,
    /// Carries the part from one service to another. A confirmation, and what a feed says of
    /// itself, are never carried.
    pub(crate) carry: fn(&Service, &mut Service),
}

impl Column {
    /// The part of a service as a cell of our own table has it; nothing for what is no part of one.
    pub fn text(&self, service: &Service) -> String {
        crate::csv_writing::part(service, self.heading)
    }

    /// Carries the part from one service to another. A confirmation, and what a feed says of itself,
    /// are never carried.
    pub fn carry(&self, from: &Service, to: &mut Service) {
        (self.carry)(from, to);
    }
}

const CODES: usize = 2_000;
const LINE: usize = 1_000;
const TEXT: usize = 32 * 1024;

macro_rules! columns {
    ($($heading:literal $aliases:tt $room:ident $lines:literal $($field:ident).*;)*) => {
        /// Every column, in the order in which they are written.
        pub const COLUMNS: &[Column] = &[$(Column {
            heading: $heading,
            aliases: &$aliases,
            room: $room,
            lines: $lines,
            carry: |_from, _to| { $(columns!(@ _from _to $field);)* },
        },)*];
    };
    (@ $from:ident $to:ident age_from) => { $to.eligibility.age_from = $from.eligibility.age_from };
    (@ $from:ident $to:ident age_to) => { $to.eligibility.age_to = $from.eligibility.age_to };
    (@ $from:ident $to:ident sex) => { $to.eligibility.sex.clone_from(&$from.eligibility.sex) };
    (@ $from:ident $to:ident offence) => { $to.eligibility.offence.clone_from(&$from.eligibility.offence) };
    (@ $from:ident $to:ident risk) => { $to.eligibility.risk.clone_from(&$from.eligibility.risk) };
    (@ $from:ident $to:ident order_needed) => { $to.eligibility.order_needed.clone_from(&$from.eligibility.order_needed) };
    (@ $from:ident $to:ident residence) => { $to.eligibility.residence.clone_from(&$from.eligibility.residence) };
    (@ $from:ident $to:ident not_for) => { $to.eligibility.not_for.clone_from(&$from.eligibility.not_for) };
    (@ $from:ident $to:ident intake) => { $to.referrals.intake = $from.referrals.intake };
    (@ $from:ident $to:ident weeks) => { $to.referrals.weeks = $from.referrals.weeks };
    (@ $from:ident $to:ident next_start) => { $to.referrals.next_start = $from.referrals.next_start };
    (@ $from:ident $to:ident places) => { $to.referrals.places = $from.referrals.places };
    (@ $from:ident $to:ident told_on) => { $to.referrals.told_on = $from.referrals.told_on };
    (@ $from:ident $to:ident $field:ident) => { $to.$field.clone_from(&$from.$field) };
}

const NAME: usize = 300;

columns! {
    "id" ["identifier", "entry id", "service id", "ref", "reference"] LINE false ;
    "name" ["service name", "programme", "programme name", "service", "title"] NAME false name;
    "kind" ["type", "type of service", "service type", "category", "programme kind"] LINE false kind;
    "description" ["what it involves", "summary", "about", "details", "local detail"] TEXT true description;
    "provider" ["provided by", "organisation", "organization", "agency", "delivered by", "provider name"] LINE false provider;
    "provider_org_ids" ["provider ids", "organisation ids"] CODES false providers;
    "areas_served" ["area", "areas", "area served", "council", "councils", "local authority", "local authorities", "gss code", "gss codes", "areas served"] TEXT false area;
    "setting" ["where delivered", "community or custody"] LINE false setting;
    "offender_groups" ["groups", "group", "client group", "groups of people"] CODES false groups;
    "outcomes" ["needs", "need", "outcome", "needs supported"] CODES false outcomes;
    "elig_sex" ["sex", "gender"] LINE false sex;
    "elig_age_min" ["age from", "minimum age", "min age", "youngest age", "youngest"] LINE false age_from;
    "elig_age_max" ["age to", "maximum age", "max age", "oldest age", "oldest"] LINE false age_to;
    "elig_offence" ["offence", "offences", "type of offence"] TEXT true offence;
    "elig_risk" ["risk", "level of risk", "risk level"] TEXT true risk;
    "order_needed" ["order needed", "needs an order", "court order needed"] LINE false order_needed;
    "disposal_ids" ["disposals", "disposal", "orders", "order", "disposal codes"] CODES false options;
    "active_from" ["began", "start date", "started", "from"] LINE false active_from;
    "active_to" ["ended", "end date", "closed on", "until"] LINE false active_to;
    "parent_id" ["parent", "family", "national programme"] LINE false parent;
    "state" ["programme state", "running"] LINE false state;
    "jurisdiction" ["country"] LINE false jurisdiction;
    "source" ["link", "web page", "source address"] TEXT false source;
    "source_date" ["last updated", "source date", "published"] LINE false source_date;
    "unverified_fields" ["unverified fields", "not checked"] CODES false unverified;
    "status" ["verification", "checked"] LINE false checked;
    "other_names" ["also known as", "aliases", "other names", "alternate name"] CODES false other_names;
    "court_ids" ["court", "courts", "primary courts of relevance"] CODES false courts;
    "prison_ids" ["prison", "prisons"] CODES false prisons;
    "elig_residence" ["residence", "where people must live"] TEXT true residence;
    "not_for" ["not for", "exclusions", "excluded", "not suitable for"] TEXT true not_for;
    "how_to_refer" ["referral", "referral route", "how to refer", "referral process", "application process"] TEXT true how_to_refer;
    "contact" ["contact information", "contact details", "telephone", "phone", "e-mail", "email"] TEXT true contact;
    "length" ["duration", "how long"] TEXT true length;
    "times" ["opening times", "opening hours", "schedule", "when and where"] TEXT true times;
    "cost" ["fees", "charges", "price"] TEXT true cost;
    "evidence" ["evaluation", "does it work"] TEXT true evidence;
    "access" ["accessibility", "access needs"] TEXT true access;
    "languages" ["language"] CODES false languages;
    "intake" ["taking referrals", "referrals", "availability"] LINE false intake;
    "intake_weeks" ["waiting time", "weeks waiting", "waiting weeks", "wait in weeks"] LINE false weeks;
    "intake_next_start" ["next start", "next group starts"] LINE false next_start;
    "intake_places" ["places", "free places"] LINE false places;
    "intake_told_on" ["told on", "availability as at"] LINE false told_on;
    "assured_on" ["assured date", "confirmed on", "last confirmed", "assured_date", "last_reviewed"] LINE false ;
    "assured_by" ["confirmed by", "assured by"] LINE false ;
    "feed_assured_on" [] LINE false ;
    "feed_assured_by" [] LINE false ;
    "foreign_ids" ["foreign id", "feed id"] CODES false ;
}

/// The column with a heading of ours.
pub(crate) fn column(heading: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.heading == heading)
}

/// The column that a heading of somebody's table names, by ours or by an alias. Capitals, lines
/// under and ends do not matter.
pub(crate) fn column_for(heading: &str) -> Option<&'static Column> {
    let wanted = folded(heading);
    COLUMNS.iter().find(|column| {
        folded(column.heading) == wanted
            || column.aliases.iter().any(|alias| folded(alias) == wanted)
    })
}

fn folded(heading: &str) -> String {
    let letters = heading.chars().map(|letter| match letter {
        '_' | '-' => ' ',
        other => other,
    });
    let text: String = letters.collect::<String>().to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_columns_answer_to_one_heading() {
        let mut seen = BTreeSet::new();
        for column in COLUMNS {
            let mut names: BTreeSet<_> = column.aliases.iter().map(|alias| folded(alias)).collect();
            names.insert(folded(column.heading));
            for name in names {
                assert!(seen.insert(name.clone()), "{name}");
            }
        }
    }

    #[test]
    fn a_heading_is_known_by_its_aliases() {
        for heading in ["Service name", " NAME ", "Programme-Name"] {
            assert_eq!(column_for(heading).unwrap().heading, "name");
        }
        assert_eq!(column_for("areas_served").unwrap().heading, "areas_served");
        assert!(column_for("Our own notes").is_none());
    }
}
