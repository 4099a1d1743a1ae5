//! A page that is asked for, as it goes to the child.
//!
//! A request: page (from 1) and width in pixels, each four bytes big-endian, then the file. An
//! answer: one byte, 0 where there is no such page; else 1, the length of the words in four bytes,
//! the words, and the picture as PNG.

/// The largest file that is passed: 50 MiB.
pub(crate) const LARGEST: u64 = 50 * 1024 * 1024;

/// A page asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub page: u32,
    pub width: u32,
    pub file: Vec<u8>,
}

impl Request {
    pub(crate) fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.file.len() + 8);
        bytes.extend(self.page.to_be_bytes());
        bytes.extend(self.width.to_be_bytes());
        bytes.extend(self.file);
        bytes
    }

    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let (page, rest) = bytes.split_first_chunk::<4>()?;
        let (width, file) = rest.split_first_chunk::<4>()?;
        Some(Self {
            page: u32::from_be_bytes(*page),
            width: u32::from_be_bytes(*width),
            file: file.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_as_it_was_written() {
        let request = Request {
            page: 3,
            width: 800,
            file: b"%PDF-1.7".to_vec(),
        };

        let read = Request::of(&request.clone().bytes());

        assert_eq!(read, Some(request));
    }

    #[test]
    fn a_request_cut_short_is_none() {
        assert_eq!(Request::of(&[0, 0, 0, 1, 0, 0]), None);
    }
}
