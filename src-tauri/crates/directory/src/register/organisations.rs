//! Who runs the entries of the register.

use crate::{Entry, Organisation, OrganisationId, Register};

impl Register {
    /// The organisation with an id.
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        let at = self.organisation_at.get(id)?;
        self.around.organisations.get(*at)
    }

    /// Puts an organisation in the place of the one with its id, or last where there is none. What
    /// names it is found by its name from then on.
    pub fn put_organisation(&mut self, body: Organisation) {
        let id = body.id.clone();
        let at = self.organisation_at.get(&id).copied();
        if let Some(held) = at.and_then(|at| self.around.organisations.get_mut(at)) {
            *held = body;
        } else {
            let last = self.around.organisations.len();
            self.organisation_at.insert(id.clone(), last);
            self.around.organisations.push(body);
        }
        self.say_again(&id);
    }

    /// Takes the organisation with an id out.
    pub fn remove_organisation(&mut self, id: &OrganisationId) {
        let Some(at) = self.organisation_at.remove(id) else {
            return;
        };
        self.around.organisations.swap_remove(at);
        if let Some(moved) = self.around.organisations.get(at) {
            self.organisation_at.insert(moved.id.clone(), at);
        }
        self.say_again(id);
    }

    /// The entries that an organisation runs.
    pub fn run_by(&self, id: &OrganisationId) -> impl Iterator<Item = &Entry> {
        let entries = self.entries.iter();
        entries.filter(move |entry| entry.service.providers.contains(id))
    }

    /// Writes the words of what an organisation runs again.
    fn say_again(&mut self, id: &OrganisationId) {
        let runs: Vec<Entry> = self.run_by(id).cloned().collect();
        for entry in runs {
            self.put(entry);
        }
    }

    /// The organisations.
    pub fn organisations(&self) -> &[Organisation] {
        &self.around.organisations
    }
}
