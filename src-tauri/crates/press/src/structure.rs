//! The tree of tags, as a PDF holds it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::error::Error;
use crate::lay_out::Layout;
use crate::marks::{LinkArea, Marks};
use crate::outline;
use crate::tags::{ContentId, Element, Kid, LinkId, Tag, Target};
use crate::text_string::text_string;

/// Adds the tree, the links and what ties both to the pages.
pub(crate) fn add(
    file: &mut Document,
    layout: &Layout,
    marks: &Marks,
    pages: &[ObjectId],
) -> Result<(), Error> {
    let elements: Vec<ObjectId> = layout
        .tree
        .elements
        .iter()
        .map(|_| file.new_object_id())
        .collect();
    let writing = Writing {
        layout,
        pages,
        places: places(marks),
        links: add_links(file, layout, marks, pages),
        elements,
        root: file.new_object_id(),
    };
    for (element, id) in layout.tree.elements.iter().zip(&writing.elements) {
        let written = writing.element(element);
        file.set_object(*id, written);
    }
    let parents = writing.parents(marks);
    let next = i64::try_from(parents.len() / 2).unwrap_or(i64::MAX);
    let parents = file.add_object(dictionary! { "Nums" => parents });
    let first = writing.elements.first().copied().unwrap_or(writing.root);
    file.set_object(
        writing.root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => first,
            "ParentTree" => parents,
            "ParentTreeNextKey" => next,
        },
    );
    for (number, page) in pages.iter().enumerate() {
        let links = writing.links.iter().filter(|placed| placed.page == number);
        let links: Vec<Object> = links.map(|placed| placed.annotation.into()).collect();
        let page = file.get_dictionary_mut(*page)?;
        page.set("StructParents", integer(number));
        page.set("Tabs", "S");
        page.remove(b"Annots");
        if !links.is_empty() {
            page.set("Annots", links);
        }
    }
    file.catalog_mut()?.set("StructTreeRoot", writing.root);
    Ok(())
}

/// A piece of a link as an annotation.
struct PlacedLink {
    page: usize,
    link: LinkId,
    annotation: ObjectId,
}

struct Writing<'a> {
    layout: &'a Layout,
    pages: &'a [ObjectId],
    /// The marks of each content: page and number.
    places: BTreeMap<ContentId, Vec<(usize, usize)>>,
    links: Vec<PlacedLink>,
    elements: Vec<ObjectId>,
    root: ObjectId,
}

impl Writing<'_> {
    fn element(&self, element: &Element) -> Dictionary {
        let parent = element
            .parent
            .and_then(|parent| self.elements.get(parent.0));
        let mut written = dictionary! {
            "S" => name(element.tag),
            "P" => parent.copied().unwrap_or(self.root),
        };
        let page = self.first_page(element);
        if let Some(page) = page.and_then(|page| self.pages.get(page)) {
            written.set("Pg", *page);
        }
        let kids: Vec<Object> = element
            .kids
            .iter()
            .flat_map(|kid| self.kid(*kid, page))
            .collect();
        match <[Object; 1]>::try_from(kids) {
            Ok([only]) => written.set("K", only),
            Err(kids) if kids.is_empty() => {}
            Err(kids) => written.set("K", kids),
        }
        if let Some(attributes) = attributes(element.tag) {
            written.set("A", attributes);
        }
        if let Some(language) = &element.language {
            written.set("Lang", text_string(language));
        }
        written
    }

    fn first_page(&self, element: &Element) -> Option<usize> {
        element.kids.iter().find_map(|kid| match kid {
            Kid::Content(content) => {
                let place = self.places.get(content).and_then(|places| places.first());
                place.map(|(page, _)| *page)
            }
            Kid::Element(_) | Kid::Link(_) => None,
        })
    }

    fn kid(&self, kid: Kid, page: Option<usize>) -> Vec<Object> {
        match kid {
            Kid::Element(element) => {
                let id = self.elements.get(element.0);
                id.map(|id| Object::Reference(*id)).into_iter().collect()
            }
            Kid::Content(content) => {
                let places = self.places.get(&content).into_iter().flatten();
                places.map(|place| self.mark(*place, page)).collect()
            }
            Kid::Link(link) => {
                let placed = self.links.iter().filter(|placed| placed.link == link);
                placed.filter_map(|placed| self.object(placed)).collect()
            }
        }
    }

    fn mark(&self, (on, number): (usize, usize), page: Option<usize>) -> Object {
        match self.pages.get(on) {
            Some(id) if Some(on) != page => Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => *id,
                "MCID" => integer(number),
            }),
            Some(_) | None => integer(number),
        }
    }

    fn object(&self, placed: &PlacedLink) -> Option<Object> {
        let page = self.pages.get(placed.page)?;
        Some(Object::Dictionary(dictionary! {
            "Type" => "OBJR",
            "Obj" => placed.annotation,
            "Pg" => *page,
        }))
    }

    /// Gives the way back from marks and links to elements.
    fn parents(&self, marks: &Marks) -> Vec<Object> {
        let mut numbers = Vec::new();
        for (page, contents) in marks.contents.iter().enumerate() {
            let owners = contents.iter().filter_map(|content| {
                let owner = self.layout.tree.owners.get(content.0)?;
                self.elements.get(owner.0).map(|id| Object::Reference(*id))
            });
            numbers.push(integer(page));
            numbers.push(Object::Array(owners.collect()));
        }
        for (number, placed) in self.links.iter().enumerate() {
            let link = self.layout.tree.links.get(placed.link.0);
            let element = link.and_then(|link| self.elements.get(link.element.0));
            if let Some(element) = element {
                numbers.push(integer(marks.contents.len() + number));
                numbers.push(Object::Reference(*element));
            }
        }
        numbers
    }
}

fn places(marks: &Marks) -> BTreeMap<ContentId, Vec<(usize, usize)>> {
    let mut places: BTreeMap<ContentId, Vec<(usize, usize)>> = BTreeMap::new();
    for (page, contents) in marks.contents.iter().enumerate() {
        for (number, content) in contents.iter().enumerate() {
            places.entry(*content).or_default().push((page, number));
        }
    }
    places
}

fn add_links(
    file: &mut Document,
    layout: &Layout,
    marks: &Marks,
    pages: &[ObjectId],
) -> Vec<PlacedLink> {
    let mut links = Vec::with_capacity(marks.links.len());
    for (number, placed) in marks.links.iter().enumerate() {
        let parent = integer(marks.contents.len() + number);
        if let Some(annotation) = annotation(layout, placed, pages, parent) {
            links.push(PlacedLink {
                page: placed.page,
                link: placed.link,
                annotation: file.add_object(annotation),
            });
        }
    }
    links
}

fn annotation(
    layout: &Layout,
    placed: &LinkArea,
    pages: &[ObjectId],
    parent: Object,
) -> Option<Dictionary> {
    let link = layout.tree.links.get(placed.link.0)?;
    let area: Vec<Object> = placed.area.iter().map(|edge| Object::Real(*edge)).collect();
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => area,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "P" => *pages.get(placed.page)?,
        "Contents" => text_string(&link.says),
        "StructParent" => parent,
    };
    match &link.target {
        Target::Heading(heading) => annotation.set("Dest", outline::name(*heading)),
        Target::Address(address) => annotation.set(
            "A",
            dictionary! { "S" => "URI", "URI" => Object::string_literal(address.as_str()) },
        ),
    }
    Some(annotation)
}

fn name(tag: Tag) -> Object {
    let name = match tag {
        Tag::Document => "Document",
        Tag::Section => "Sect",
        Tag::Heading(1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(3) => "H3",
        Tag::Heading(4) => "H4",
        Tag::Heading(5) => "H5",
        Tag::Heading(_) => "H6",
        Tag::Paragraph => "P",
        Tag::List { .. } => "L",
        Tag::Item => "LI",
        Tag::Label => "Lbl",
        Tag::ItemBody => "LBody",
        Tag::Quotation => "BlockQuote",
        Tag::Table => "Table",
        Tag::Caption => "Caption",
        Tag::TableHead => "THead",
        Tag::TableBody => "TBody",
        Tag::Row => "TR",
        Tag::ColumnHeader | Tag::RowHeader => "TH",
        Tag::Cell => "TD",
        Tag::Contents => "TOC",
        Tag::ContentsItem => "TOCI",
        Tag::Reference => "Reference",
        Tag::Link => "Link",
        Tag::Span => "Span",
    };
    Object::Name(name.as_bytes().to_vec())
}

fn attributes(tag: Tag) -> Option<Dictionary> {
    let scope = |scope: &str| dictionary! { "O" => "Table", "Scope" => scope };
    let numbering = |kind: &str| dictionary! { "O" => "List", "ListNumbering" => kind };
    match tag {
        Tag::ColumnHeader => Some(scope("Column")),
        Tag::RowHeader => Some(scope("Row")),
        Tag::List { ordered: true } => Some(numbering("Decimal")),
        Tag::List { ordered: false } => Some(numbering("Disc")),
        Tag::Document
        | Tag::Section
        | Tag::Heading(_)
        | Tag::Paragraph
        | Tag::Item
        | Tag::Label
        | Tag::ItemBody
        | Tag::Quotation
        | Tag::Table
        | Tag::Caption
        | Tag::TableHead
        | Tag::TableBody
        | Tag::Row
        | Tag::Cell
        | Tag::Contents
        | Tag::ContentsItem
        | Tag::Reference
        | Tag::Link
        | Tag::Span => None,
    }
}

fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
