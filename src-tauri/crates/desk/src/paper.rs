//! What the menus and the directory say on paper.

pub(crate) mod card;
pub(crate) mod directory_paper;
pub(crate) mod menu_paper;
mod option_facts;
