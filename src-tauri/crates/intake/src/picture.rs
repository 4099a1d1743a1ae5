//! A page of a PDF as a picture with its words, made in a child process.

use std::path::Path;
use std::time::Duration;

use crate::asking::ask;
use crate::page_reading::read;
use crate::request::{LARGEST, Request};
use crate::{Errand, Error};

/// Making a picture of a page.
pub const PAGES: Errand = Errand {
    argument: "--read-one-page",
    memory: 1024 * 1024 * 1024,
    seconds: 10,
    patience: Duration::from_mins(1),
    request: LARGEST + 8,
    // The widest picture, not packed at all, and as many words as a page never has.
    answer: 256 * 1024 * 1024,
    read,
};

/// One page to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// The words of the page in reading order; headers and footers are not among them.
    pub words: String,
}

/// One page (from 1) of a PDF, its picture `width` pixels wide.
///
/// `program` is the executable that serves as the child.
pub fn page_picture(
    program: &Path,
    file: &[u8],
    page: u32,
    width: u32,
) -> Result<PagePicture, Error> {
    let request = Request {
        page,
        width,
        file: file.to_vec(),
    };
    let answer = ask(program, &PAGES, request.bytes(), &|| false)?;
    match answer.split_first() {
        Some((1, shown)) => part(shown).ok_or(Error::Stopped),
        Some((0, _)) => Err(Error::Unreadable),
        Some(_) | None => Err(Error::Stopped),
    }
}

fn part(shown: &[u8]) -> Option<PagePicture> {
    let (length, rest) = shown.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (words, png) = rest.split_at_checked(length)?;
    Some(PagePicture {
        png: png.to_vec(),
        words: String::from_utf8(words.to_vec()).ok()?,
    })
}
