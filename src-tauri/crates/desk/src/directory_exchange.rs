//! Taking files into the directory, and writing it out.

use directory::DirectorySearch;
use uuid::Uuid;

use crate::{
    Act, ColumnChoice, Desk, ExportFormat, Exported, Fault, ImportBatch, ImportPreview,
    ImportTaken, TextEncoding,
};

impl Desk {
    /// Reads a file and says what it would do. Nothing reaches the directory.
    pub fn read_import(
        &mut self,
        name: &str,
        bytes: &[u8],
        encoding: TextEncoding,
    ) -> Result<ImportPreview, Fault> {
        self.leave(Act::ReadImport, &[])?;
        let _ = (name, bytes, encoding);
        Err(Fault::NotFound)
    }

    /// Reads a held file again with other columns, which are remembered for the next like it.
    pub fn choose_columns(
        &mut self,
        token: u32,
        columns: &[ColumnChoice],
    ) -> Result<ImportPreview, Fault> {
        self.leave(Act::ChooseColumns, &[])?;
        let _ = (token, columns);
        Err(Fault::NotFound)
    }

    /// Takes a held file in, all of it or nothing. Where it changes what was changed here too, what
    /// is here stands unless `theirs` is set.
    pub fn take_import(&mut self, token: u32, theirs: bool) -> Result<ImportTaken, Fault> {
        self.leave(Act::TakeImport, &[])?;
        let _ = (token, theirs);
        Err(Fault::NotFound)
    }

    /// Takes a file back out, but for entries that were changed after it.
    pub fn undo_import(&mut self, batch: Uuid) -> Result<ImportTaken, Fault> {
        self.leave(Act::UndoImport, &[])?;
        let _ = batch;
        Err(Fault::NotFound)
    }

    /// The files that were taken in, the newest first.
    pub fn imports(&self) -> Result<Vec<ImportBatch>, Fault> {
        self.leave(Act::ListImports, &[])?;
        Err(Fault::NotFound)
    }

    /// What a search leaves, written in a format: its bytes, and what they do not carry.
    pub fn export_directory(
        &mut self,
        search: &DirectorySearch,
        format: ExportFormat,
    ) -> Result<(Exported, Vec<u8>), Fault> {
        self.leave(Act::ExportDirectory, &[])?;
        let _ = (search, format);
        Err(Fault::NotFound)
    }
}
