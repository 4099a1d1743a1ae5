//! Bookmarks, named places and page labels.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::error::Error;
use crate::lay_out::Layout;
use crate::text_string::text_string;

/// Gives the name of the place where a heading stands.
pub(crate) fn name(heading: usize) -> Object {
    // Padded, so that names are in order as a name tree must be.
    Object::string_literal(format!("heading-{:05}", heading + 1))
}

/// Adds bookmarks for the headings, a named place for each, and page labels.
pub(crate) fn add(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Result<(), Error> {
    let labels = dictionary! {
        "Nums" => vec![0.into(), dictionary! { "S" => "D" }.into()],
    };
    file.catalog_mut()?.set("PageLabels", labels);
    if layout.headings.is_empty() {
        return Ok(());
    }
    add_places(file, layout, pages)?;
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = layout
        .headings
        .iter()
        .map(|_| file.new_object_id())
        .collect();
    let levels: Vec<u8> = layout
        .headings
        .iter()
        .map(|heading| heading.level)
        .collect();
    let shape = Shape::new(&levels, &ids, root);
    for (number, (heading, id)) in layout.headings.iter().zip(&ids).enumerate() {
        let mut bookmark = dictionary! {
            "Title" => text_string(&heading.text),
            "Dest" => name(number),
        };
        shape.join(number, &mut bookmark);
        file.set_object(*id, bookmark);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    shape.hold(None, &mut outlines);
    file.set_object(root, outlines);
    let catalog = file.catalog_mut()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

fn add_places(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Result<(), Error> {
    let mut names = Vec::new();
    for (number, place) in layout.places.iter().enumerate() {
        if let Some(page) = pages.get(place.page) {
            let top = layout.stylesheet.height - place.top;
            names.push(name(number));
            names.push(Object::Array(vec![
                (*page).into(),
                "XYZ".into(),
                Object::Null,
                Object::Real((top.0 + 4.0).round()),
                Object::Null,
            ]));
        }
    }
    let places = file.add_object(dictionary! { "Names" => names });
    file.catalog_mut()?
        .set("Names", dictionary! { "Dests" => places });
    Ok(())
}

/// How bookmarks hang together, read from the levels of the headings.
struct Shape<'a> {
    levels: &'a [u8],
    ids: &'a [ObjectId],
    root: ObjectId,
    parents: Vec<Option<usize>>,
    /// The bookmarks below each bookmark, and those below none.
    below: BTreeMap<Option<usize>, Vec<usize>>,
}

impl<'a> Shape<'a> {
    fn new(levels: &'a [u8], ids: &'a [ObjectId], root: ObjectId) -> Self {
        let mut parents = Vec::with_capacity(levels.len());
        let mut below: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        let mut open: Vec<(usize, u8)> = Vec::new();
        for (number, level) in levels.iter().enumerate() {
            while open.last().is_some_and(|(_, above)| above >= level) {
                open.pop();
            }
            let parent = open.last().map(|(above, _)| *above);
            parents.push(parent);
            below.entry(parent).or_default().push(number);
            open.push((number, *level));
        }
        Self {
            levels,
            ids,
            root,
            parents,
            below,
        }
    }

    /// Ties a bookmark to the one it belongs to, and to those beside and below it.
    fn join(&self, number: usize, bookmark: &mut Dictionary) {
        let parent = self.parents.get(number).copied().flatten();
        bookmark.set("Parent", self.id(parent).unwrap_or(self.root));
        let beside = self.below(parent);
        let at = beside.binary_search(&number).ok();
        let before = at.and_then(|at| at.checked_sub(1));
        let before = before.and_then(|at| beside.get(at).copied());
        let after = at.and_then(|at| beside.get(at + 1).copied());
        if let Some(before) = self.id(before) {
            bookmark.set("Prev", before);
        }
        if let Some(after) = self.id(after) {
            bookmark.set("Next", after);
        }
        self.hold(Some(number), bookmark);
    }

    /// Ties a bookmark, or the root, to those below it.
    fn hold(&self, parent: Option<usize>, holder: &mut Dictionary) {
        let below = self.below(parent);
        let first = self.id(below.first().copied());
        let last = self.id(below.last().copied());
        if let (Some(first), Some(last)) = (first, last) {
            holder.set("First", first);
            holder.set("Last", last);
            let shown = i64::try_from(self.shown(parent)).unwrap_or(i64::MAX);
            let open = parent.is_none_or(|number| self.is_open(number));
            holder.set("Count", if open { shown } else { -shown });
        }
    }

    /// Titles show what is below them; other bookmarks are closed at first.
    fn is_open(&self, number: usize) -> bool {
        self.levels.get(number) == Some(&1)
    }

    fn shown(&self, parent: Option<usize>) -> usize {
        let below = self.below(parent);
        let open = below.iter().filter(|number| self.is_open(**number));
        below.len() + open.map(|number| self.shown(Some(*number))).sum::<usize>()
    }

    fn below(&self, parent: Option<usize>) -> &[usize] {
        self.below.get(&parent).map_or(&[], Vec::as_slice)
    }

    fn id(&self, number: Option<usize>) -> Option<ObjectId> {
        number.and_then(|number| self.ids.get(number).copied())
    }
}
