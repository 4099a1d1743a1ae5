//! The program's side: start the child, ask for one page, take the picture.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::request::Request;
use crate::{CHILD_ARGUMENT, Error};

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
/// `program` is the executable that serves as the child; it is given nothing of the environment.
pub fn page_picture(
    program: &Path,
    file: &[u8],
    page: u32,
    width: u32,
) -> Result<PagePicture, Error> {
    let mut child = Command::new(program)
        .arg(CHILD_ARGUMENT)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let request = Request {
        page,
        width,
        file: file.to_vec(),
    };
    let mut input = child.stdin.take().ok_or(Error::Stopped)?;
    let sent = request.write(&mut input);
    drop(input);
    let mut answer = Vec::new();
    if let Some(mut output) = child.stdout.take() {
        output.read_to_end(&mut answer)?;
    }
    let ended = child.wait()?;
    sent?;
    match answer.split_first() {
        Some((1, shown)) if ended.success() => part(shown).ok_or(Error::Stopped),
        Some((0, _)) if ended.success() => Err(Error::Unreadable),
        _ => Err(Error::Stopped),
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
