//! What parsing cannot see: ids used twice, references to nothing, windows out of order, answers
//! that fit no question.

use std::collections::BTreeSet;

use casework::{Answer, AnswerKind, CaseFile, CellKind, Form};
use directory::{Area, CouncilId, PrisonId};
use law::{Checked, Menu, OptionId};

use crate::check_codes::{Undeclared, undeclared};
use crate::{ContentFault, Edition, Sources, check_calculators, check_competence};

/// Every fault of an edition that parsed.
pub(crate) fn faults(edition: &Edition, sources: &Sources) -> Vec<ContentFault> {
    let mut found = Check {
        edition,
        sources,
        faults: Vec::new(),
    };
    found.options();
    found.competence();
    found.calculators();
    found.places();
    found.services();
    found.codes();
    found.everyday_words();
    found.forms();
    found.demonstration();
    found.faults
}

struct Check<'e> {
    edition: &'e Edition,
    sources: &'e Sources,
    faults: Vec<ContentFault>,
}

impl Check<'_> {
    fn fault(&mut self, prefix: &str, needle: &str, field: &str, says: impl Into<String>) {
        let (file, line) = self.sources.locate(prefix, needle);
        // A needle that begins a row is found at the end of the row before it.
        let line = line.map(|line| line + usize::from(needle.starts_with('\n')));
        self.faults.push(ContentFault {
            file,
            line,
            field: field.to_owned(),
            says: says.into(),
        });
    }

    fn unique<'a>(&mut self, prefix: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(prefix, &format!("\"{id}\""), id, "this id is used twice");
            }
        }
    }

    fn options(&mut self) {
        let edition = self.edition;
        self.unique(
            "",
            edition.options.iter().map(|option| option.id.0.as_str()),
        );
        self.unique("", edition.families.iter().map(|family| family.id.as_str()));
        self.unique("bail/", edition.conditions.iter().map(|c| c.id.as_str()));
        for option in &edition.options {
            let needle = format!("id = \"{}\"", option.id.0);
            let menu = edition.menu_of(option);
            let prefix = match menu {
                Some(Menu::Bail) => "bail/",
                Some(Menu::Disposals) => "disposals/",
                None => "",
            };
            let mut fault = |field: &str, says: &str| self.fault(prefix, &needle, field, says);
            if menu.is_none() {
                fault("family", "there is no family of this id");
            }
            if !option.in_force.in_order() {
                fault("in-force", "the last day comes before the first");
            }
            if option.authority.trim().is_empty() {
                fault("authority", "an option must name its authority");
            }
            if option.what.trim().is_empty() || option.who.trim().is_empty() {
                fault("what", "an option must say what it is and who may grant it");
            }
            if option.checked == Checked::Verified && option.authority.contains("No statute [?]") {
                fault("checked", "an unchecked authority cannot be verified");
            }
        }
    }

    fn competence(&mut self) {
        for (needle, field, says) in check_competence::faults(self.edition) {
            self.fault("competence/", &needle, &field, says);
        }
    }

    fn calculators(&mut self) {
        for (needle, field, says) in check_calculators::faults(self.edition) {
            self.fault("calculators/", &needle, &field, says);
        }
    }

    fn council_known(&self, id: &CouncilId) -> bool {
        self.edition.council(id).is_some()
    }

    fn places(&mut self) {
        let edition = self.edition;
        self.unique(
            "directory/local",
            edition.councils.iter().map(|c| c.id.0.as_str()),
        );
        self.unique(
            "directory/courts",
            edition.courts.iter().map(|c| c.id.0.as_str()),
        );
        self.unique(
            "directory/prisons",
            edition.prisons.iter().map(|p| p.id.0.as_str()),
        );
        if edition.councils.len() != 32 {
            self.fault(
                "directory/local",
                "gss_code",
                "gss_code",
                "Scotland has 32 councils",
            );
        }
        let mut tiles = BTreeSet::new();
        for council in &edition.councils {
            if !tiles.insert((council.tile_column, council.tile_row)) {
                self.fault(
                    "directory/local",
                    &council.id.0,
                    "tile_col",
                    "two councils share a tile",
                );
            }
            for other in council.neighbours.iter().chain(&council.links) {
                if !self.council_known(other) {
                    self.fault(
                        "directory/local",
                        &council.id.0,
                        "neighbours_gss",
                        unknown(&other.0),
                    );
                }
            }
        }
        for court in &edition.courts {
            for council in &court.councils {
                if !self.council_known(council) {
                    self.fault(
                        "directory/courts",
                        &court.id.0,
                        "areas_served",
                        unknown(&council.0),
                    );
                }
            }
        }
        for prison in &edition.prisons {
            if let Some(council) = prison.council.as_ref().filter(|c| !self.council_known(c)) {
                self.fault(
                    "directory/prisons",
                    &prison.id.0,
                    "local_authority",
                    unknown(&council.0),
                );
            }
        }
    }

    fn services(&mut self) {
        let edition = self.edition;
        self.unique(
            "directory/prog",
            edition.services.iter().map(|s| s.id.0.as_str()),
        );
        self.unique(
            "directory/org",
            edition.organisations.iter().map(|o| o.id.0.as_str()),
        );
        for service in &edition.services {
            let mut wrong: Vec<(&str, String)> = Vec::new();
            if let Some(parent) = service
                .parent
                .as_ref()
                .filter(|id| edition.service(id).is_none())
            {
                wrong.push(("parent_id", unknown(&parent.0)));
            }
            for body in &service.providers {
                if edition.organisation(body).is_none() {
                    wrong.push(("provider_org_ids", unknown(&body.0)));
                }
            }
            if let Area::Councils { councils } = &service.area {
                let strangers = councils.iter().filter(|id| !self.council_known(id));
                wrong.extend(strangers.map(|id| ("areas_served", unknown(&id.0))));
            }
            let options = service.options.iter().filter(|id| !self.hangs_on(id));
            wrong.extend(options.map(|id| ("disposal_ids", unknown(&id.0))));
            let courts = service
                .courts
                .iter()
                .filter(|id| edition.court(id).is_none());
            wrong.extend(courts.map(|id| ("court_ids", unknown(&id.0))));
            let held = |id: &PrisonId| edition.prisons.iter().any(|prison| prison.id == *id);
            let prisons = service.prisons.iter().filter(|id| !held(id));
            wrong.extend(prisons.map(|id| ("prison_ids", unknown(&id.0))));
            let ages = (service.eligibility.age_from, service.eligibility.age_to);
            if let (Some(from), Some(to)) = ages
                && from > to
            {
                wrong.push((
                    "elig_age_max",
                    "the oldest age is below the youngest".into(),
                ));
            }
            for (field, says) in wrong {
                self.fault("directory/prog", &service.id.0, field, says);
            }
        }
    }

    /// Every code that an entry uses is one that the lists declare.
    fn codes(&mut self) {
        for Undeclared {
            file,
            id,
            field,
            code,
        } in undeclared(self.edition)
        {
            let says = format!("there is no code \"{code}\" in the list of this field");
            self.fault(file, &id, field, says);
        }
    }

    /// An everyday word stands once, and leads to an entry.
    fn everyday_words(&mut self) {
        let edition = self.edition;
        let file = "directory/everyday";
        let mut seen = BTreeSet::new();
        for row in &edition.everyday_words {
            if !seen.insert(row.word.to_lowercase()) {
                let says = "this word stands twice";
                self.fault(file, &format!("\n{},", row.word), "word", says);
            }
        }
        let register = edition.register();
        for row in &edition.everyday_words {
            if !row.means.iter().any(|words| register.says(words)) {
                let says = "no entry of the directory uses any of these words";
                self.fault(file, &format!("\n{},", row.word), "means", says);
            }
        }
    }

    /// An entry hangs on an option of a menu, or on one of the directory's own codes.
    fn hangs_on(&self, id: &OptionId) -> bool {
        let own = |entry: &directory::CodeListEntry| entry.list == "disposal" && entry.code == id.0;
        self.edition.option(id).is_some() || self.edition.code_lists.iter().any(own)
    }

    fn forms(&mut self) {
        let edition = self.edition;
        self.unique(
            "forms/",
            edition.forms.iter().map(|form| form.id.0.as_str()),
        );
        self.unique(
            "conferences/",
            edition.meeting_types.iter().map(|m| m.id.0.as_str()),
        );
        for form in &edition.forms {
            let file = format!("forms/{}", form.id.0);
            self.unique(&file, form.questions().map(|(_, q)| q.id.0.as_str()));
            self.unique(&file, form.sections.iter().map(|s| s.id.as_str()));
            for (_, question) in form.questions() {
                let needle = format!("id = \"{}\"", question.id.0);
                if let Some(condition) = &question.asked_if
                    && form.question(&condition.question).is_none()
                {
                    self.fault(&file, &needle, "asked-if", unknown(&condition.question.0));
                }
                if let AnswerKind::Table { columns } = &question.answer
                    && columns.is_empty()
                {
                    self.fault(&file, &needle, "columns", "a table must have columns");
                }
                if let Some(says) = column_fault(&question.answer) {
                    self.fault(&file, &needle, "keeps-from-person", says);
                }
            }
            self.roles(&file, form);
        }
    }

    /// A form has each role at most once, on a question that can have it.
    fn roles(&mut self, file: &str, form: &Form) {
        let mut seen = BTreeSet::new();
        for (_, question) in form.questions() {
            let Some(role) = question.role else {
                continue;
            };
            let needle = format!("id = \"{}\"", question.id.0);
            if !seen.insert(role) {
                self.fault(file, &needle, "role", "the form has this role twice");
            }
            if !role.fits(&question.answer) {
                let says = "a question with this answer cannot have the role";
                self.fault(file, &needle, "role", says);
            }
        }
    }

    fn demonstration(&mut self) {
        for file in &self.edition.demonstration {
            for (field, says) in case_file_faults(file, self.edition) {
                self.fault("demonstration/", &file.reference, &field, says);
            }
        }
    }
}

/// A column that keeps rows from the person holds a yes or no, and may be left empty.
fn column_fault(answer: &AnswerKind) -> Option<&'static str> {
    let AnswerKind::Table { columns } = answer else {
        return None;
    };
    let mut keeping = columns.iter().filter(|column| column.keeps_from_person);
    keeping
        .any(|column| column.cell != CellKind::YesNo || !column.optional)
        .then_some("a column that keeps rows from the person is an optional yes or no")
}

fn unknown(id: &str) -> String {
    format!("there is no entry \"{id}\"")
}

/// What is wrong with a case file against the edition's forms and meeting types.
fn case_file_faults(file: &CaseFile, edition: &Edition) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for report in &file.reports {
        match edition.form(&report.form) {
            Some(form) => wrong.extend(report_faults(&report.all_answers(), form)),
            None => wrong.push(("form".to_owned(), unknown(&report.form.0))),
        }
    }
    for conference in &file.conferences {
        let kind = &conference.conference.meeting_type;
        if edition.meeting_type(kind).is_none() {
            wrong.push(("meeting-type".to_owned(), unknown(&kind.0)));
        }
    }
    wrong
}

fn report_faults(answers: &casework::Answers, form: &Form) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for (id, answer) in answers {
        match form.question(id) {
            None => wrong.push((id.0.clone(), "the form has no such question".to_owned())),
            Some(question) if !answer.fits(&question.answer) => {
                wrong.push((id.0.clone(), "the answer is of another kind".to_owned()));
            }
            Some(question) => {
                if let (AnswerKind::Table { columns }, Answer::Table { rows }) =
                    (&question.answer, answer)
                {
                    let known = |cell: &&String| columns.iter().any(|column| column.id == **cell);
                    let strangers = rows.iter().flat_map(|row| row.keys()).filter(|c| !known(c));
                    wrong.extend(
                        strangers
                            .map(|cell| (id.0.clone(), format!("there is no column \"{cell}\""))),
                    );
                }
            }
        }
    }
    wrong
}
