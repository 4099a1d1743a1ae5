//! Files that are not to be trusted inside the program, read in a child process that can do
//! nothing else: no network use, little memory, little time.
//!
//! Today it makes page pictures of the PDF files that the program itself wrote, so that what is
//! looked at is what is sent. Foreign files come through the same door.

mod child;
mod error;
mod picture;
mod request;
mod words_of_page;

pub use child::{CHILD_ARGUMENT, serve};
pub use error::Error;
pub use picture::{PagePicture, page_picture};
