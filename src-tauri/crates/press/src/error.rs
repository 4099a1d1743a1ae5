//! Why a document could not be printed.

/// What stopped the press.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The bundled fonts could not be read; the program was built wrongly.
    #[error("the bundled fonts could not be read")]
    Fonts,
    /// The glyphs in use could not be cut out of a font.
    #[error("could not cut the glyphs in use out of {face}: {reason}")]
    Subset {
        /// The face.
        face: &'static str,
        /// What the cutter said.
        reason: String,
    },
    /// The PDF writer dropped or changed something.
    #[error("the PDF writer reported: {0}")]
    Writer(String),
    /// The file's structure could not be completed.
    #[error("the structure of the PDF could not be written")]
    Structure(#[from] lopdf::Error),
    /// The finished file could not be put into memory.
    #[error("the PDF could not be saved")]
    Save(#[from] std::io::Error),
}
