//! What the law says of every option of a menu on the facts of a case, and what stands ready here.

use chrono::NaiveDate;
use directory::{Assurance, CouncilId, Entry, ServiceId};
use edition::Edition;
use law::{
    Assessment, Checked, Fact, FactFault, Facts, FactsFile, Menu, OptionId, Proposal,
    ProposalFinding, Week,
};
use serde::{Deserialize, Serialize};

use crate::{Act, Desk, Fault};

/// Facts put to a menu.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LawQuestion {
    /// The menu.
    pub menu: Menu,
    /// What is recorded.
    pub facts: Facts,
    /// The sentence or orders that are thought of.
    pub proposal: Option<Proposal>,
    /// The person's week, which the parts of a proposal are held against.
    #[serde(default)]
    pub week: Week,
    /// The day for which the law is asked.
    pub as_at: NaiveDate,
    /// The council for which availability is asked, by GSS code.
    pub council: Option<String>,
}

/// The answer: every option of the menu, in the edition's order, none left out.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct LawAnswer {
    /// What in the facts cannot stand together. While there is any, nothing is assessed.
    pub contradictions: Vec<FactFault>,
    /// One finding for each option.
    pub options: Vec<OptionFinding>,
    /// What the law says of the proposal, where there is one.
    pub proposal: Option<ProposalFinding>,
}

/// The finding on one option.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct OptionFinding {
    /// Its name.
    pub name: String,
    /// Whether its entry was checked.
    pub checked: Checked,
    /// What the law says.
    pub assessment: Assessment,
    /// What the directory says. It never changes what the law says (R-84, B-17).
    pub available: Availability,
}

/// Whether an option is offered in an area.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Availability {
    /// No area was named.
    NotAsked,
    /// Nothing that delivers the option is recorded anywhere: the directory cannot tell.
    NotRecorded,
    /// Services elsewhere are recorded for it, and none here: no local arrangement is recorded.
    NoneHere,
    /// Services here are recorded for it.
    Recorded {
        /// The services, and how sure the directory is of each.
        services: Vec<Offered>,
    },
}

/// A service that delivers an option here.
#[derive(Clone, Debug, PartialEq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Offered {
    /// The service.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// How sure the directory is of it.
    pub assurance: Assurance,
    /// The day on which a named post last confirmed it.
    pub assured_on: Option<NaiveDate>,
}

impl Desk {
    /// Puts facts to a menu; facts that contradict each other are told and not assessed.
    pub fn assess_options(&self, question: &LawQuestion) -> Result<LawAnswer, Fault> {
        self.leave(Act::AssessOptions, &[])?;
        let law = &self.edition.competence;
        let contradictions = law::contradictory(&question.facts, law, question.as_at);
        if !contradictions.is_empty() {
            return Ok(LawAnswer {
                contradictions,
                options: Vec::new(),
                proposal: None,
            });
        }
        let proposal = self.tried(question)?;
        let council = question.council.clone().map(CouncilId);
        let options: Vec<_> = self.edition.menu(question.menu).collect();
        let found = law.assess_all(options.iter().copied(), &question.facts, question.as_at);
        let options = options
            .into_iter()
            .zip(found)
            .map(|(option, assessment)| OptionFinding {
                name: option.name.clone(),
                checked: option.checked,
                available: self.availability(&option.id, council.as_ref(), question.as_at),
                assessment,
            })
            .collect();
        Ok(LawAnswer {
            contradictions,
            options,
            proposal,
        })
    }

    /// Tries the proposal of a question; a figure that its part does not take is bad input.
    fn tried(&self, question: &LawQuestion) -> Result<Option<ProposalFinding>, Fault> {
        let Some(proposal) = &question.proposal else {
            return Ok(None);
        };
        let Edition {
            competence,
            options,
            ..
        } = self.edition.as_ref();
        let tried = competence.try_proposal(proposal, options, &question.facts, question.as_at);
        let mut tried = tried.map_err(|faults| Fault::BadInput {
            field: faults.first().map_or_else(
                || "proposal".to_owned(),
                |fault| format!("proposal.{}", fault.field()),
            ),
        })?;
        tried.in_week = self.in_week(&question.week, proposal, question.as_at);
        Ok(Some(tried))
    }

    /// The facts that may be recorded, in the order in which a person is asked for them.
    pub fn facts_asked(&self) -> Result<Vec<Fact>, Fault> {
        self.leave(Act::ListFacts, &[])?;
        Ok(self.edition.competence.facts.clone())
    }

    /// Reads a facts file, or says which field of it is wrong.
    pub fn read_facts(
        &self,
        value: &serde_json::Value,
        today: NaiveDate,
    ) -> Result<FactsFile, Vec<law::FactFault>> {
        let file = FactsFile::read(value, &self.edition.competence, today)?;
        let mut faults = Vec::new();
        for part in file.proposal.iter().flat_map(|proposal| &proposal.parts) {
            if self.edition.option(&part.option).is_none() {
                faults.push(law::FactFault {
                    field: "proposal.option".to_owned(),
                    says: format!("there is no option \"{}\"", part.option.0),
                });
            }
        }
        if let Some(code) = &file.area
            && self.edition.council(&CouncilId(code.clone())).is_none()
        {
            faults.push(law::FactFault {
                field: "area".to_owned(),
                says: format!("\"{code}\" is not the GSS code of a council"),
            });
        }
        if faults.is_empty() {
            Ok(file)
        } else {
            Err(faults)
        }
    }

    fn availability(
        &self,
        option: &OptionId,
        council: Option<&CouncilId>,
        as_at: NaiveDate,
    ) -> Availability {
        let Some(council) = council else {
            return Availability::NotAsked;
        };
        let here = self.running_in(option, council);
        let anywhere = self.register.hanging_on(option).next().is_some();
        if !here.is_empty() {
            let services = here.into_iter().map(|Entry { service, .. }| Offered {
                id: service.id.clone(),
                name: service.name.clone(),
                assurance: self.register.assurance_of(service, as_at),
                assured_on: service.assured_on,
            });
            Availability::Recorded {
                services: services.collect(),
            }
        } else if anywhere {
            Availability::NoneHere
        } else {
            Availability::NotRecorded
        }
    }
}
