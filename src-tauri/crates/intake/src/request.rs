//! What the program and the child say to each other over their pipe.
//!
//! A request: page (from 1), width in pixels, length of the file, each four bytes big-endian, then
//! the file. An answer: one byte, 0 where there is no such page; else 1, the length of the words in
//! four bytes, the words, and the picture as PNG.

use std::io::{self, Read, Write};

/// The largest file that is passed: 50 MiB.
pub(crate) const LARGEST: u32 = 50 * 1024 * 1024;

/// A page asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub page: u32,
    pub width: u32,
    pub file: Vec<u8>,
}

impl Request {
    pub(crate) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let length = u32::try_from(self.file.len()).map_err(|_| too_large())?;
        for number in [self.page, self.width, length] {
            to.write_all(&number.to_be_bytes())?;
        }
        to.write_all(&self.file)
    }

    pub(crate) fn read(from: &mut impl Read) -> io::Result<Self> {
        let (page, width, length) = (number(from)?, number(from)?, number(from)?);
        if length > LARGEST {
            return Err(too_large());
        }
        let mut file = Vec::new();
        from.take(u64::from(length)).read_to_end(&mut file)?;
        Ok(Self { page, width, file })
    }
}

fn number(from: &mut impl Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_be_bytes(bytes))
}

fn too_large() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "larger than is read")
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
        let mut pipe = Vec::new();

        request.write(&mut pipe).unwrap();

        assert_eq!(Request::read(&mut pipe.as_slice()).unwrap(), request);
    }

    #[test]
    fn a_length_above_the_limit_is_refused_before_anything_is_read() {
        let mut pipe = Vec::new();
        for number in [1_u32, 800, LARGEST + 1] {
            pipe.extend(number.to_be_bytes());
        }

        assert!(Request::read(&mut pipe.as_slice()).is_err());
    }
}
