//! Files that are not to be trusted inside the program, read in a child process that can do nothing
//! else: no file, no network, little memory, little time.
//!
//! The child is the program itself, started with an argument. What is common to every such reading
//! is an [`Errand`]: [`serve`] is the child's side of it. Two things are read so: a table or open
//! data that somebody brings, and a page of a PDF that the program itself wrote, so that what is
//! looked at is what is sent.

mod asking;
mod confinement;
mod errand;
mod error;
mod page_reading;
mod picture;
mod request;
mod serving;
mod table;
mod words_of_page;

pub use errand::Errand;
pub use error::Error;
pub use picture::{PAGES, PagePicture, page_picture};
pub use serving::serve;
pub use table::{TABLES, open_table};
