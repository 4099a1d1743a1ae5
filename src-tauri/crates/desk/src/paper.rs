//! What the menus and the directory say on paper.

pub(crate) mod bench;
pub(crate) mod bench_entries;
mod bench_index;
pub(crate) mod bench_tables;
mod bound_words;
pub(crate) mod card;
pub(crate) mod directory_paper;
mod fact_words;
pub(crate) mod here;
pub(crate) mod law_words;
pub(crate) mod map_paper;
pub(crate) mod menu_paper;
pub(crate) mod option_facts;
mod rule_citing;
pub(crate) mod running;
pub(crate) mod service_sheet;
