//! What each way of reckoning needs: the inputs it asks for, and the figures that fill its sentences.

use law::{FactId, FactKind};
use reckoning::{Entry, Method, Template};

/// A sentence: its field, itself, and the figures that may stand in it.
pub(crate) type Sentence<'m> = (&'static str, &'m Template, &'static [&'static str]);

/// The inputs without which a way of reckoning cannot work, with their kinds.
pub(crate) fn inputs_of(entry: &Entry) -> Vec<(FactId, FactKind)> {
    let own = |name: &str| FactId(format!("{}-{name}", entry.id.0));
    let law = FactId::from;
    match &entry.method {
        Method::ReportNeeded(_) => vec![(own("considers"), FactKind::List)],
        Method::TimeLimits(_) => vec![
            (own("for"), FactKind::Choice),
            (own("from"), FactKind::Date),
        ],
        Method::UnpaidWork(_) => vec![
            (law("sentence_date"), FactKind::Date),
            (own("hours"), FactKind::Count),
            (own("specified"), FactKind::Term),
        ],
        Method::Compensation(_) => vec![
            (law("sentence_date"), FactKind::Date),
            (own("supervision"), FactKind::Term),
            (own("supervision-ends"), FactKind::Date),
        ],
        Method::Surcharge(_) => vec![
            (law("offence_date"), FactKind::Date),
            (own("restitution"), FactKind::Flag),
            (own("fine-1"), FactKind::Amount),
        ],
        Method::DefaultCustody(_) => vec![
            (law("court"), FactKind::Choice),
            (law("age_now"), FactKind::Age),
            (law("amount_in_default"), FactKind::Amount),
            (own("fine-1"), FactKind::Amount),
        ],
        Method::TaggedBail(_) => vec![
            (own("hours"), FactKind::Count),
            (own("monitored"), FactKind::Flag),
            (own("from"), FactKind::Date),
            (own("ended"), FactKind::Date),
            (own("days"), FactKind::Count),
            (own("disregarded"), FactKind::Count),
        ],
        Method::Powers(_) => vec![
            (law("court"), FactKind::Choice),
            (law("common_law"), FactKind::Flag),
        ],
        Method::StandardScale(_) => vec![
            (law("offence_date"), FactKind::Date),
            (own("level"), FactKind::Choice),
        ],
        Method::WorkingDays(_) => vec![
            (own("question"), FactKind::Choice),
            (own("from"), FactKind::Date),
            (own("number"), FactKind::Count),
            (own("to"), FactKind::Date),
        ],
        Method::ReportDue(_) => vec![
            (own("hearing"), FactKind::Date),
            (own("court-set"), FactKind::Date),
            (own("days-before"), FactKind::Count),
            (own("received"), FactKind::Date),
        ],
        Method::PeriodEnd(_) => vec![
            (own("from"), FactKind::Date),
            (own("length"), FactKind::Term),
        ],
        Method::AgeOn(_) => vec![
            (law("date_of_birth"), FactKind::Date),
            (law("offence_date"), FactKind::Date),
        ],
    }
}

/// The sentences of a way of reckoning.
pub(crate) fn places_of(method: &Method) -> Vec<Sentence<'_>> {
    match method {
        Method::ReportNeeded(m) => vec![
            ("report", &m.report, &["report", "by", "basis"]),
            ("turns-on", &m.turns_on, &["name", "facts"]),
        ],
        Method::TimeLimits(m) => vec![
            ("counted", &m.counted, &["length", "from", "day"]),
            ("not-working", &m.not_working, &["why", "working"]),
        ],
        Method::UnpaidWork(m) => {
            let mut all: Vec<Sentence<'_>> = vec![
                ("specified", &m.specified, &["period"]),
                ("counted", &m.counted, &["period", "from", "day"]),
                ("shorter", &m.shorter, &["specified", "period"]),
                ("no-level", &m.no_level, &["hours"]),
            ];
            let levels = m.levels.iter();
            all.extend(levels.map(|level| ("says", &level.says, &["hours"] as &[_])));
            all
        }
        Method::Compensation(m) => vec![
            ("by-term", &m.by_term, &["term", "from", "day"]),
            (
                "supervision-ends",
                &m.supervision_ends,
                &["term", "from", "day"],
            ),
            ("by-end", &m.by_end, &["months", "end", "day"]),
            ("earlier", &m.earlier, &["day"]),
            ("differ", &m.differ, &["day", "entered"]),
            ("no-time", &m.no_time, &["day"]),
        ],
        Method::Surcharge(m) => vec![
            ("added", &m.added, &["sum"]),
            ("falls", &m.falls, &["band", "surcharge"]),
            ("share", &m.share, &["share", "total", "surcharge"]),
        ],
        Method::DefaultCustody(m) => vec![
            ("added", &m.added, &["sum"]),
            ("unpaid", &m.unpaid, &["unpaid", "total", "paid"]),
            (
                "reduced",
                &m.reduced,
                &["longest", "unpaid", "total", "period"],
            ),
            ("not-open", &m.not_open, &["says"]),
            ("too-much", &m.too_much, &["unpaid", "total"]),
        ],
        Method::TaggedBail(m) => vec![
            ("qualifies", &m.qualifies, &["hours"]),
            ("too-few-hours", &m.too_few_hours, &["hours", "least"]),
            ("period", &m.period, &["from", "eve", "days"]),
            ("entered", &m.entered, &["days"]),
            ("left", &m.left, &["days", "disregarded", "left"]),
            ("share", &m.share, &["left", "half", "credit"]),
            ("rounded", &m.rounded, &["left", "half", "credit"]),
            ("differ", &m.differ, &["days", "entered"]),
            ("too-many", &m.too_many, &["days", "disregarded"]),
        ],
        Method::Powers(m) => vec![
            ("between", &m.between, &["least", "most"]),
            ("at-most", &m.at_most, &["most"]),
            ("at-least", &m.at_least, &["least"]),
            ("or-the-statute", &m.or_the_statute, &["figures"]),
            ("not-open", &m.not_open, &["option", "says"]),
            ("turns-on", &m.turns_on, &["option", "says", "facts"]),
            ("bound", &m.bound, &["option", "says"]),
        ],
        Method::StandardScale(m) => vec![
            ("level", &m.level, &["level"]),
            ("says", &m.says, &["day", "from", "until"]),
            ("says-now", &m.says_now, &["day", "from"]),
            ("too-old", &m.too_old, &["from"]),
        ],
        Method::WorkingDays(m) => vec![
            ("after", &m.after, &["days", "from"]),
            ("before", &m.before, &["days", "from"]),
            ("elapsed", &m.elapsed, &["from", "to"]),
            ("is-one", &m.is_one, &["from"]),
        ],
        Method::ReportDue(m) => vec![
            ("rule", &m.rule, &["hour", "days"]),
            ("court-set", &m.court_set, &["day", "reckoned"]),
            ("reminder", &m.reminder, &["days"]),
            ("late", &m.late, &["received", "due"]),
        ],
        Method::PeriodEnd(m) => vec![
            ("says", &m.says, &["length", "from", "day"]),
            ("says-counted", &m.says_counted, &["day"]),
        ],
        Method::AgeOn(m) => vec![
            ("now", &m.now, &["day"]),
            ("at-offence", &m.at_offence, &["day"]),
            ("reaches", &m.reaches, &["age"]),
            ("says", &m.says, &["born", "day", "age"]),
            ("not-born", &m.not_born, &["day"]),
            ("too-old", &m.too_old, &["day"]),
        ],
    }
}
