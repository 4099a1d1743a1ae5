//! Keeping entries true: changing, confirming and closing them, and taking a change back.

use chrono::NaiveDate;
use directory::{ChangeId, ServiceId};

use crate::{
    Act, ConfirmServices, Desk, Fault, HistoryLine, SaveService, ServiceNote, ServicePage,
    ServiceSaved,
};

impl Desk {
    /// Keeps a service that was changed or written here.
    pub fn save_service(&mut self, wanted: &SaveService) -> Result<ServiceSaved, Fault> {
        self.leave(Act::SaveService, &[])?;
        let _ = wanted;
        Err(Fault::NotFound)
    }

    /// Notes that a post confirmed entries as they stand, today.
    pub fn confirm_services(&mut self, wanted: &ConfirmServices) -> Result<Vec<ChangeId>, Fault> {
        self.leave(Act::ConfirmServices, &[])?;
        let _ = wanted;
        Err(Fault::NotFound)
    }

    /// Marks a service as ended on a day. Nothing is deleted.
    pub fn close_service(
        &mut self,
        id: &ServiceId,
        rev: u32,
        on: NaiveDate,
    ) -> Result<ServiceSaved, Fault> {
        self.leave(Act::CloseService, &[])?;
        let _ = (id, rev, on);
        Err(Fault::NotFound)
    }

    /// Keeps what stays here beside a service.
    pub fn keep_service_note(&mut self, note: &ServiceNote) -> Result<ServicePage, Fault> {
        self.leave(Act::KeepServiceNote, &[])?;
        let _ = note;
        Err(Fault::NotFound)
    }

    /// What was done to an entry, the newest first.
    pub fn service_history(&self, id: &ServiceId) -> Result<Vec<HistoryLine>, Fault> {
        self.leave(Act::ReadServiceHistory, &[])?;
        let _ = id;
        Err(Fault::NotFound)
    }

    /// Takes one change back, where nothing changed the same parts after it.
    pub fn take_back_change(&mut self, change: ChangeId) -> Result<ServicePage, Fault> {
        self.leave(Act::TakeBackChange, &[])?;
        let _ = change;
        Err(Fault::NotFound)
    }
}
