//! One issue of the content, typed.

use casework::{CaseFile, Form, FormId, MeetingType, MeetingTypeId};
use directory::{
    CodeListEntry, Council, CouncilId, Court, CourtId, Entry, EverydayWord, Organisation,
    OrganisationId, Prison, Register, Service, ServiceId, Surroundings, Term,
};
use law::{BailCondition, Competence, Family, Menu, MenuOption, OptionId};
use reckoning::Calculators;
use serde::{Deserialize, Serialize};

/// What an edition is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Label {
    /// Its number; a newer edition has a higher one.
    pub number: u32,
    /// Its name, such as `2026-11`.
    pub name: String,
    /// The day to which the law in it was checked, in words.
    pub checked_to: String,
}

/// One dated issue of the content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Edition {
    /// What it is called.
    pub label: Label,
    /// The families of options, in the legal order of the menus.
    pub families: Vec<Family>,
    /// The options, family by family, in order.
    pub options: Vec<MenuOption>,
    /// The conditions of bail, in order.
    pub conditions: Vec<BailCondition>,
    /// The law of competence: facts, meanings and rules. An edition packed before there were rules
    /// has none.
    #[serde(default)]
    pub competence: Competence,
    /// The calculators. An edition packed before there were any has none.
    #[serde(default)]
    pub calculators: Calculators,
    /// The councils.
    pub councils: Vec<Council>,
    /// The courts.
    pub courts: Vec<Court>,
    /// The prisons.
    pub prisons: Vec<Prison>,
    /// The organisations.
    pub organisations: Vec<Organisation>,
    /// The programmes and services.
    pub services: Vec<Service>,
    /// The words for codes.
    pub code_lists: Vec<CodeListEntry>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// The words that people use for what the directory calls otherwise. An edition packed before
    /// there were any has none.
    #[serde(default)]
    pub everyday_words: Vec<EverydayWord>,
    /// The report forms.
    pub forms: Vec<Form>,
    /// The types of meeting.
    pub meeting_types: Vec<MeetingType>,
    /// The invented cases of the demonstration.
    pub demonstration: Vec<CaseFile>,
}

impl Edition {
    /// The options of a menu, in the edition's order.
    pub fn menu(&self, menu: Menu) -> impl Iterator<Item = &MenuOption> {
        self.options
            .iter()
            .filter(move |option| self.menu_of(option) == Some(menu))
    }

    /// The menu an option stands on.
    pub fn menu_of(&self, option: &MenuOption) -> Option<Menu> {
        self.family(&option.family).map(|family| family.menu)
    }

    /// The family with an id.
    pub fn family(&self, id: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.id == id)
    }

    /// The option with an id.
    pub fn option(&self, id: &OptionId) -> Option<&MenuOption> {
        self.options.iter().find(|option| option.id == *id)
    }

    /// The service with an id.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id)
    }

    /// The organisation with an id.
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|body| body.id == *id)
    }

    /// The council with a code.
    pub fn council(&self, id: &CouncilId) -> Option<&Council> {
        self.councils.iter().find(|council| council.id == *id)
    }

    /// The court with an id.
    pub fn court(&self, id: &CourtId) -> Option<&Court> {
        self.courts.iter().find(|court| court.id == *id)
    }

    /// What a directory of this edition stands on beside its entries.
    pub fn surroundings(&self) -> Surroundings {
        Surroundings {
            organisations: self.organisations.clone(),
            councils: self.councils.clone(),
            courts: self.courts.clone(),
            prisons: self.prisons.clone(),
            code_lists: self.code_lists.clone(),
            everyday_words: self.everyday_words.clone(),
        }
    }

    /// The directory as this edition has it, before anything was changed or added.
    pub fn register(&self) -> Register {
        let services = self.services.iter().cloned();
        Register::new(services.map(Entry::of_edition), self.surroundings())
    }

    /// The form with an id.
    pub fn form(&self, id: &FormId) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == *id)
    }

    /// The type of meeting with an id.
    pub fn meeting_type(&self, id: &MeetingTypeId) -> Option<&MeetingType> {
        self.meeting_types.iter().find(|kind| kind.id == *id)
    }

    /// The words for a code of a list; the code itself where the list does not hold it.
    pub fn words_for<'a>(&'a self, list: &str, code: &'a str) -> &'a str {
        let found = self
            .code_lists
            .iter()
            .find(|entry| entry.list == list && entry.code == code);
        found.map_or(code, |entry| entry.label.as_str())
    }
}
