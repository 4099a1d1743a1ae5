//! Documents made while someone looks at them: what is previewed, printed and saved is one file.

use std::collections::VecDeque;

use casework::IssueId;
use document::{Document, PageSize};
use press::Printed;

use crate::{Fault, Preview};

/// How many documents are kept at hand; the oldest goes first.
const KEPT: usize = 12;

/// The documents at hand.
#[derive(Default)]
pub(crate) struct Shelf {
    last: u32,
    documents: VecDeque<(Preview, Vec<u8>)>,
}

impl Shelf {
    /// Prints a document and keeps it at hand.
    pub(crate) fn print(&mut self, document: &Document) -> Result<Preview, Fault> {
        let printed = press::print(document).map_err(|_| Fault::PaperFailed)?;
        Ok(self.keep_printed(document, printed))
    }

    /// Keeps a document at hand that was printed already.
    pub(crate) fn keep_printed(&mut self, document: &Document, printed: Printed) -> Preview {
        let warnings = printed.warnings.iter().map(ToString::to_string).collect();
        let size = page_size(document.size);
        self.keep(
            &document.title,
            printed.pages,
            size,
            warnings,
            None,
            printed.bytes,
        )
    }

    /// Keeps the bytes of a document that was issued.
    pub(crate) fn keep_issued(
        &mut self,
        title: &str,
        pages: u32,
        issue: IssueId,
        bytes: Vec<u8>,
    ) -> Preview {
        let size = page_size(PageSize::A4);
        self.keep(title, pages, size, Vec::new(), Some(issue), bytes)
    }

    /// The document a token names.
    pub(crate) fn document(&self, token: u32) -> Result<(&Preview, &[u8]), Fault> {
        self.documents
            .iter()
            .find(|(preview, _)| preview.token == token)
            .map(|(preview, bytes)| (preview, bytes.as_slice()))
            .ok_or(Fault::NotFound)
    }

    fn keep(
        &mut self,
        title: &str,
        pages: u32,
        page_size: (u32, u32),
        warnings: Vec<String>,
        issue: Option<IssueId>,
        bytes: Vec<u8>,
    ) -> Preview {
        self.last = self.last.wrapping_add(1);
        let preview = Preview {
            token: self.last,
            title: title.to_owned(),
            pages,
            page_size,
            warnings,
            issue,
        };
        self.documents.push_back((preview.clone(), bytes));
        while self.documents.len() > KEPT {
            self.documents.pop_front();
        }
        preview
    }
}

/// Width and height in points.
fn page_size(size: PageSize) -> (u32, u32) {
    match size {
        PageSize::A4 => (595, 842),
        PageSize::A5 => (420, 595),
    }
}
