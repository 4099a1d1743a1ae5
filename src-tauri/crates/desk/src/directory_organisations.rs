//! The organisations that no edition names: written and changed here, and taken back.

use std::collections::HashMap;

use directory::{
    Area, ChangeId, Deed, Entry, EntryChange, Organisation, OrganisationChange, OrganisationId,
    PartChange, ServiceId,
};
use law::Checked;

use crate::directory_editing::text::{self, bad, tidy};
use crate::{Act, Desk, Fault, HistoryLine, OrganisationRow, OrganisationSaved, SaveOrganisation};

/// The list of the kinds of organisations.
const KINDS: &str = "organisation_kind";

impl Desk {
    /// Keeps an organisation that was written here, or a new one. What the edition has stays the
    /// edition's.
    pub fn save_organisation(
        &mut self,
        wanted: &SaveOrganisation,
    ) -> Result<OrganisationSaved, Fault> {
        let mut audit = self.leave(Act::SaveOrganisation, &[])?;
        let mut after = Organisation {
            // What is written here was checked against no source.
            checked: Checked::Unverified,
            ..self.fitting_organisation(wanted.organisation.clone())?
        };
        let held = self.organisation_here(&after.id)?;
        let rev = self.store.organisation_rev(&after.id)?;
        let deed = match &held {
            Some(_) => Deed::Edited,
            None if wanted.rev == 0 && self.register.organisation(&after.id).is_none() => {
                after.id = self.new_organisation_id(&after.name)?;
                Deed::Added
            }
            None => return Err(Fault::NotFound),
        };
        if held.is_some() && wanted.rev != rev {
            let theirs = Box::new(self.organisation_row(&after.id)?);
            return Ok(OrganisationSaved::Conflict { theirs });
        }
        if self.is_named_already(&after) {
            return Err(bad("organisation-name"));
        }
        let change = self.an_organisation_change(deed, held, Some(after))?;
        let (id, made) = (change.organisation.clone(), change.id);
        audit.records = vec![id.0.clone(), made.0.to_string()];
        self.store.put_organisation_change(&change, &audit)?;
        self.show_organisations(vec![change]);
        Ok(OrganisationSaved::Done {
            row: Box::new(self.organisation_row(&id)?),
            change: made,
        })
    }

    /// What was done to an organisation here, the newest first.
    pub fn organisation_history(&self, id: &OrganisationId) -> Result<Vec<HistoryLine>, Fault> {
        self.leave(Act::ReadOrganisationHistory, &[])?;
        let changes = self.store.organisation_history(id)?;
        let lines = changes
            .into_iter()
            .enumerate()
            .map(|(place, change)| HistoryLine {
                id: change.id,
                deed: change.deed,
                at: change.at,
                parts: self.organisation_parts(&change),
                can_be_taken_back: place == 0 && self.can_be_undone(&change),
                by: change.by,
            });
        Ok(lines.collect())
    }

    /// Takes the last change of an organisation back; none is left of one that was added. One that
    /// an entry names is not taken away.
    pub fn take_back_organisation(
        &mut self,
        change: ChangeId,
    ) -> Result<Option<OrganisationRow>, Fault> {
        let mut audit = self.leave(Act::TakeBackOrganisation, &[])?;
        let wanted = self.store.organisation_change(change)?;
        let id = wanted.ok_or(Fault::NotFound)?.organisation;
        let last = self.store.organisation_history(&id)?.into_iter().next();
        let last = last.filter(|last| last.id == change && self.can_be_undone(last));
        let last = last.ok_or_else(|| bad("change"))?;
        let undone = self.an_organisation_change(Deed::TakenBack, last.after, last.before)?;
        audit.records = vec![id.0.clone(), undone.id.0.to_string()];
        let stays = undone.after.is_some();
        self.store.put_organisation_change(&undone, &audit)?;
        self.show_organisations(vec![undone]);
        stays.then(|| self.organisation_row(&id)).transpose()
    }

    /// The organisations, those of the edition first.
    pub(crate) fn organisation_rows(&self) -> Result<Vec<OrganisationRow>, Fault> {
        let revs = self.organisation_revs()?;
        let mut entries: HashMap<&OrganisationId, u32> = HashMap::new();
        for entry in self.register.entries() {
            for id in &entry.service.providers {
                *entries.entry(id).or_default() += 1;
            }
        }
        let rows = self.register.organisations().iter().map(|body| {
            let named = entries.get(&body.id).copied().unwrap_or_default();
            self.row_of(body, revs.get(&body.id).copied(), named)
        });
        Ok(rows.collect())
    }

    /// The organisations written or brought here.
    pub(crate) fn organisations_here(&self) -> Result<Vec<Organisation>, Fault> {
        let held = self.store.directory_organisations()?.into_iter();
        let held = held.map(|held| held.organisation);
        Ok(held.filter(|body| !self.is_of_edition(&body.id)).collect())
    }

    /// A change of an organisation by the signed-in person, now.
    pub(crate) fn an_organisation_change(
        &self,
        deed: Deed,
        before: Option<Organisation>,
        after: Option<Organisation>,
    ) -> Result<OrganisationChange, Fault> {
        let body = before.as_ref().or(after.as_ref());
        Ok(OrganisationChange {
            id: ChangeId(self.surroundings.new_id()),
            organisation: body.map(|body| body.id.clone()).ok_or(Fault::Unforeseen)?,
            deed,
            at: self.now(),
            by: self.by(),
            before,
            after,
        })
    }

    /// Shows changes of organisations that the store holds.
    pub(crate) fn show_organisations(&mut self, changes: Vec<OrganisationChange>) {
        self.printed.take();
        for change in changes {
            match change.after {
                Some(body) => self.register.put_organisation(body),
                None => self.register.remove_organisation(&change.organisation),
            }
        }
    }

    /// Gives an organisation as it could be kept: the first field at fault is named as the page
    /// names it.
    pub(crate) fn fitting_organisation(
        &self,
        mut body: Organisation,
    ) -> Result<Organisation, Fault> {
        text::needed("organisation-name", &mut body.name, text::NAME)?;
        let mut kinds = self.register.codes(KINDS);
        if !kinds.any(|entry| entry.code == body.kind) {
            return Err(bad("organisation-kind"));
        }
        tidy("organisation-website", &mut body.website)?;
        tidy("organisation-note", &mut body.note)?;
        tidy("organisation-source", &mut body.source)?;
        if body
            .website
            .as_deref()
            .is_some_and(|site| !is_address(site))
        {
            return Err(bad("organisation-website"));
        }
        if !self.area_stands(&body.area) {
            return Err(bad("organisation-area"));
        }
        Ok(body)
    }

    /// The changes that take back what a file brought of organisations: all that nobody changed
    /// after and that no entry names but those that go with it.
    pub(crate) fn organisations_taken_back(
        &self,
        batch: uuid::Uuid,
        entries: &[EntryChange],
    ) -> Result<Vec<OrganisationChange>, Fault> {
        let undoing: HashMap<&ServiceId, &EntryChange> = entries
            .iter()
            .map(|change| (&change.service, change))
            .collect();
        let mut undone = Vec::new();
        for change in self.store.organisations_of_batch(batch)? {
            let id = &change.organisation;
            let standing = self.register.organisation(id);
            let mut named = self.register.run_by(id);
            let stays = named.any(|entry| {
                let after = undoing.get(entry.id()).map(|change| &change.after);
                let runs = |entry: &Entry| entry.service.providers.contains(id);
                after.is_none_or(|after| after.as_ref().is_some_and(runs))
            });
            if standing == change.after.as_ref() && (change.before.is_some() || !stays) {
                undone.push(self.an_organisation_change(
                    Deed::TakenBack,
                    change.after,
                    change.before,
                )?);
            }
        }
        Ok(undone)
    }

    fn area_stands(&self, area: &Area) -> bool {
        match area {
            Area::National => true,
            Area::Councils { councils } => {
                let known = |id| self.register.council(id).is_some();
                !councils.is_empty() && councils.iter().all(known)
            }
            Area::Elsewhere { says } => !says.trim().is_empty(),
        }
    }

    fn can_be_undone(&self, last: &OrganisationChange) -> bool {
        let named = self.register.run_by(&last.organisation).next().is_some();
        let again = last
            .before
            .as_ref()
            .is_some_and(|body| last.after.is_none() && self.is_named_already(body));
        (last.before.is_some() || !named) && !again
    }

    /// Whether another organisation has the same name: two of one name cannot be told apart where
    /// one is chosen.
    fn is_named_already(&self, body: &Organisation) -> bool {
        let name = body.name.to_lowercase();
        let mut others = self.register.organisations().iter();
        others.any(|other| other.id != body.id && other.name.to_lowercase() == name)
    }

    fn is_of_edition(&self, id: &OrganisationId) -> bool {
        self.edition.organisations.iter().any(|body| body.id == *id)
    }

    fn organisation_here(&self, id: &OrganisationId) -> Result<Option<Organisation>, Fault> {
        let mut here = self.organisations_here()?.into_iter();
        Ok(here.find(|body| body.id == *id))
    }

    fn organisation_revs(&self) -> Result<HashMap<OrganisationId, u32>, Fault> {
        let held = self.store.directory_organisations()?.into_iter();
        let here = held.filter(|held| !self.is_of_edition(&held.organisation.id));
        Ok(here.map(|held| (held.organisation.id, held.rev)).collect())
    }

    fn organisation_row(&self, id: &OrganisationId) -> Result<OrganisationRow, Fault> {
        let body = self.register.organisation(id).ok_or(Fault::NotFound)?;
        let rev = self.organisation_revs()?.get(id).copied();
        let entries = u32::try_from(self.register.run_by(id).count()).unwrap_or(u32::MAX);
        Ok(self.row_of(body, rev, entries))
    }

    fn row_of(&self, body: &Organisation, rev: Option<u32>, entries: u32) -> OrganisationRow {
        OrganisationRow {
            kind_label: self.register.words_for(KINDS, &body.kind).to_owned(),
            organisation: body.clone(),
            here: rev.is_some(),
            rev: rev.unwrap_or_default(),
            entries,
        }
    }

    fn new_organisation_id(&self, name: &str) -> Result<OrganisationId, Fault> {
        let taken = |id: &str| {
            let id = OrganisationId(id.to_owned());
            let here = self.register.organisation(&id).is_some();
            Ok(here || self.store.organisation_rev(&id)? > 0)
        };
        crate::directory_editing::naming::unused(name, taken).map(OrganisationId)
    }

    /// What a change changed, in words.
    fn organisation_parts(&self, change: &OrganisationChange) -> Vec<PartChange> {
        let before = change.before.as_ref().map(|body| self.said_of(body));
        let after = change.after.as_ref().map(|body| self.said_of(body));
        let nothing = || [const { String::new() }; 5];
        let (before, after) = (
            before.unwrap_or_else(nothing),
            after.unwrap_or_else(nothing),
        );
        let parts = ["Name", "Kind", "Where it works", "Website", "Note"].into_iter();
        parts
            .zip(before.into_iter().zip(after))
            .filter(|(_, (before, after))| before != after)
            .map(|(part, (before, after))| PartChange {
                part: part.to_owned(),
                before,
                after,
            })
            .collect()
    }

    fn said_of(&self, body: &Organisation) -> [String; 5] {
        [
            body.name.clone(),
            self.register.words_for(KINDS, &body.kind).to_owned(),
            self.register.area_label(&body.area),
            body.website.clone().unwrap_or_default(),
            body.note.clone().unwrap_or_default(),
        ]
    }
}

/// An address on the web, and nothing that a reader could mistake for one.
fn is_address(site: &str) -> bool {
    let rest = site
        .strip_prefix("https://")
        .or_else(|| site.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next());
    let whole = !site.contains(|letter: char| letter.is_whitespace() || letter == '@');
    whole && host.is_some_and(|host| host.contains('.') && !host.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_no_spaces() {
        for site in ["https://example.org", "http://example.org/a?b=c"] {
            assert!(is_address(site), "{site}");
        }
        for site in [
            "example.org",
            "javascript:alert(1)",
            "https://localhost",
            "https://a b.org",
            "https://me@example.org",
            "https://.org",
        ] {
            assert!(!is_address(site), "{site}");
        }
    }
}
