//! What stands on the screen of a display of our own: Xvfb keeps its picture in a file.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::trouble::Trouble;

/// The file that Xvfb keeps the picture of its first screen in.
const PICTURE: &str = "Xvfb_screen0";

/// Bytes of a pixel.
const PIXEL: u64 = 4;

/// Bytes of an entry of the colour table that stands before the pixels.
const COLOUR: u64 = 12;

/// Rows between two that are looked at: no text is so small that it falls between.
const EVERY: u64 = 3;

/// The picture of a screen, read while it changes.
pub(crate) struct Screen {
    file: File,
    /// Where the first pixel is.
    start: u64,
    /// Bytes of a row.
    row: u64,
}

/// A part of a screen, in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region {
    pub(crate) left: u64,
    pub(crate) top: u64,
    pub(crate) right: u64,
    pub(crate) bottom: u64,
}

impl Screen {
    /// Opens the picture that Xvfb keeps in a folder.
    pub(crate) fn open(folder: &Path) -> Result<Self, Trouble> {
        let path = folder.join(PICTURE);
        let unread = |e: std::io::Error| Trouble::new(format!("The screen cannot be read ({e})."));
        let mut file = File::open(path).map_err(unread)?;
        let mut head = [0_u8; 100];
        file.read_exact(&mut head).map_err(unread)?;
        let (start, row) =
            layout(&head).ok_or_else(|| Trouble::new("The screen is not as Xvfb keeps it."))?;
        Ok(Self { file, start, row })
    }

    /// Reads a part of what is shown now.
    pub(crate) fn look(&mut self, region: Region) -> Result<Vec<u8>, Trouble> {
        let width = usize::try_from((region.right - region.left) * PIXEL).unwrap_or_default();
        let mut seen = Vec::new();
        let mut y = region.top;
        while y < region.bottom {
            let at = self.start + y * self.row + region.left * PIXEL;
            let begun = seen.len();
            seen.resize(begun + width, 0);
            let row = seen.get_mut(begun..).unwrap_or_default();
            let read = self.file.seek(SeekFrom::Start(at));
            read.and_then(|_| self.file.read_exact(row))
                .map_err(|e| Trouble::new(format!("The screen cannot be read ({e}).")))?;
            y += EVERY;
        }
        Ok(seen)
    }
}

/// Where the first pixel is and how long a row is, from the head of an X window dump.
fn layout(head: &[u8]) -> Option<(u64, u64)> {
    let number = |at: usize| {
        let bytes = head.get(at * 4..at * 4 + 4)?;
        Some(u64::from(u32::from_be_bytes(bytes.try_into().ok()?)))
    };
    let (size, bits, row, colours) = (number(0)?, number(11)?, number(12)?, number(19)?);
    (bits == PIXEL * 8).then_some((size + colours * COLOUR, row))
}

/// A folder that is there while something is kept in it.
pub(crate) struct Folder(std::path::PathBuf);

impl Folder {
    /// Makes it below another.
    pub(crate) fn below(parent: &Path) -> Result<Self, Trouble> {
        Self::named(parent, &format!("screen-{}", std::process::id()))
    }

    /// Makes one with a name, empty.
    pub(crate) fn named(parent: &Path, name: &str) -> Result<Self, Trouble> {
        let path = parent.join(name);
        // What an errand that was broken off left behind.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path)
            .map_err(|e| Trouble::new(format!("{} cannot be made ({e}).", path.display())))?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind is of the demonstration, in the folder of built things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(bits: u32) -> Vec<u8> {
        let mut head = vec![0; 100];
        for (at, number) in [(0, 160_u32), (11, bits), (12, 5120), (19, 256)] {
            head[at * 4..at * 4 + 4].copy_from_slice(&number.to_be_bytes());
        }
        head
    }

    #[test]
    fn the_pixels_begin_after_the_head_and_the_colours() {
        assert_eq!(layout(&head(32)), Some((160 + 256 * 12, 5120)));
        assert_eq!(layout(&head(8)), None);
    }
}
