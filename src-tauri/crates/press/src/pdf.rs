//! Sheets to a tagged PDF (PDF/UA-1).

use lopdf::{Document as File, Object, ObjectId, SaveOptions};
use printpdf::{PdfDocument, PdfSaveOptions, PdfWarnMsg};

use crate::embedding::Embedded;
use crate::error::Error;
use crate::fonts::Fonts;
use crate::lay_out::{self, Layout};
use crate::marks::Marks;
use crate::stylesheet::Stylesheet;
use crate::warning::Warning;
use crate::{metadata, outline, overprint, structure};

/// A printed document.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// What a person should know before it is issued.
    pub warnings: Vec<Warning>,
}

/// Prints a document with the bundled fonts and the stylesheet for its size.
pub fn print(document: &document::Document) -> Result<Printed, Error> {
    let fonts = Fonts::bundled()?;
    let stylesheet = Stylesheet::for_size(document.size);
    let layout = lay_out::lay_out(document, fonts, &stylesheet);
    let bytes = pdf(&layout, fonts)?;
    Ok(Printed {
        bytes,
        pages: u32::try_from(layout.sheets.len()).unwrap_or(u32::MAX),
        warnings: layout.warnings,
    })
}

/// Writes a layout as a tagged PDF. Same layout, same bytes.
pub fn pdf(layout: &Layout, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let embedded = Embedded::of(&layout.sheets, fonts)?;
    let mut marks = Marks::default();
    let mut drawn = PdfDocument::new(&layout.title);
    for (id, font) in embedded.fonts() {
        drawn.resources.fonts.map.insert(id, font);
    }
    for sheet in &layout.sheets {
        drawn
            .pages
            .push(marks.page(sheet, &layout.stylesheet, &embedded));
    }
    let mut file = converted(&drawn)?;
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    add_overprint(&mut file, layout, fonts, &pages)?;
    structure::add(&mut file, layout, &marks, &pages)?;
    outline::add(&mut file, layout, &pages)?;
    metadata::add(&mut file, layout)?;
    saved(file)
}

/// Hands the pages to the PDF writer, and accepts nothing it complains of.
fn converted(drawn: &PdfDocument) -> Result<File, Error> {
    let mut complaints: Vec<PdfWarnMsg> = Vec::new();
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let file = drawn.to_lopdf_document(&options, &mut complaints);
    match complaints.first() {
        Some(complaint) => Err(Error::Writer(complaint.msg.clone())),
        None => Ok(file),
    }
}

fn add_overprint(
    file: &mut File,
    layout: &Layout,
    fonts: &Fonts,
    pages: &[ObjectId],
) -> Result<(), Error> {
    let words = layout
        .sheets
        .iter()
        .find_map(|sheet| sheet.overprint.as_deref());
    let Some(words) = words else {
        return Ok(());
    };
    let shapes = overprint::shapes(words, &layout.stylesheet, fonts);
    let shapes = file.add_object(shapes);
    for page in pages {
        let resources = file
            .get_dictionary(*page)?
            .get(b"Resources")?
            .as_reference()?;
        let forms = file
            .get_dictionary(resources)?
            .get(b"XObject")?
            .as_reference()?;
        file.get_dictionary_mut(forms)?.set(overprint::NAME, shapes);
    }
    Ok(())
}

/// Saves the file once, its objects packed and its streams compressed.
fn saved(mut file: File) -> Result<Vec<u8>, Error> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
        {
            stream.compress()?;
        }
    }
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(400)
        .compression_level(9)
        .build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}
