//! People, cases, reports and conferences: what they are, when a report is complete, and what the
//! documents made of them say.
//!
//! This crate touches no disk, no clock and no window. Where things go on paper is `press`'s
//! business; what a document contains is decided here, redactions included.

mod answer;
mod case;
mod case_facts;
mod case_file;
mod civil_words;
mod completeness;
mod conference;
mod conference_document;
mod form;
mod ids;
mod lack;
mod law_facts;
mod meeting_type;
mod minute_document;
mod person;
mod report;
mod report_document;
mod report_table;
#[cfg(test)]
mod sample;

pub use answer::{Answer, Answers, TableRow};
pub use case::{Case, CaseRecord, Charge, PersonStanding, Plea, PreviousConviction, Procedure};
pub use case_file::{CaseFile, ConferenceFile, PaperFile, ReportFile};
pub use civil_words::{date, long_date, long_date_time, short_date};
pub use completeness::{Completeness, Flaw, SectionProgress, SectionStanding, is_asked};
pub use conference::{
    Action, ActionState, AgendaItem, Attendance, Attendee, BuiltPack, Capacity, Conference,
    ConferenceRecord, Decision, Method, Paper, PaperContent,
};
pub use conference_document::ConferencePaper;
pub use form::{
    AnswerKind, AskedIf, CaseFacts, CellKind, Choice, Form, FormId, Question, QuestionId,
    QuestionRole, Section, TableColumn, Wanted,
};
pub use ids::{CaseId, ConferenceId, IssueId, PaperId, ReportId, Rev, UserId};
pub use lack::Lack;
pub use law_facts::FromRecord;
pub use meeting_type::{AgendaTemplate, MeetingType, MeetingTypeId};
pub use person::Person;
pub use report::{Author, Draft, Issued, IssuedCase, Saved};
pub use report_document::{Recipient, ReportPaper};
