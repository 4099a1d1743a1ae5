//! "Nothing suitable": noting it, and counting it.

use directory::GapId;

use crate::{Act, Desk, Fault, GapSearch, Gaps, NewGap};

impl Desk {
    /// Notes that nothing suitable was there.
    pub fn note_gap(&mut self, gap: &NewGap) -> Result<GapId, Fault> {
        self.leave(Act::NoteGap, &[])?;
        let _ = gap;
        Err(Fault::NotFound)
    }

    /// Gaps by need and council, and their lines; the cases only to those who may see them.
    pub fn gaps(&self, search: &GapSearch) -> Result<Gaps, Fault> {
        self.leave(Act::ReadGaps, &[])?;
        let _ = search;
        Err(Fault::NotFound)
    }
}
