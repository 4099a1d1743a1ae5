//! What the words are: the tree of tags that a reader who cannot see the page goes by.
//!
//! Layout grows the tree in reading order; each run of words on a sheet names its place in it.

/// An element of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ElementId(pub(crate) usize);

/// A stretch of words belonging to one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ContentId(pub(crate) usize);

/// A link, printed in one or more pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LinkId(pub(crate) usize);

/// What kind of element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    Section,
    Heading(u8),
    Paragraph,
    List { ordered: bool },
    Item,
    Label,
    ItemBody,
    Quotation,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    Contents,
    ContentsItem,
    Reference,
    Link,
    Span,
}

/// What an element holds, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kid {
    Element(ElementId),
    Content(ContentId),
    Link(LinkId),
}

/// An element and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<ElementId>,
    pub(crate) kids: Vec<Kid>,
    /// The language of its words, where it is not the document's.
    pub(crate) language: Option<String>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A heading of this document, by its number in order.
    Heading(usize),
    /// An address outside.
    Address(String),
}

/// A link: its element, where it leads and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LinkTo {
    pub(crate) element: ElementId,
    pub(crate) target: Target,
    pub(crate) says: String,
}

/// The tree of tags.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tree {
    pub(crate) elements: Vec<Element>,
    /// The element each content belongs to, by content number.
    pub(crate) owners: Vec<ElementId>,
    /// By link number.
    pub(crate) links: Vec<LinkTo>,
}

impl Tree {
    /// The element that holds all others.
    pub(crate) const ROOT: ElementId = ElementId(0);

    /// Gives a tree that holds nothing but a document.
    pub(crate) fn new() -> Self {
        let root = Element {
            tag: Tag::Document,
            parent: None,
            kids: Vec::new(),
            language: None,
        };
        Self {
            elements: vec![root],
            owners: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Adds an element after what `parent` already holds.
    pub(crate) fn element(&mut self, parent: ElementId, tag: Tag) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(Element {
            tag,
            parent: Some(parent),
            kids: Vec::new(),
            language: None,
        });
        self.add(parent, Kid::Element(id));
        id
    }

    /// Adds an element whose words are in another language.
    pub(crate) fn foreign(&mut self, parent: ElementId, language: &str) -> ElementId {
        let id = self.element(parent, Tag::Span);
        if let Some(element) = self.elements.get_mut(id.0) {
            element.language = Some(language.to_owned());
        }
        id
    }

    /// Adds words after what `parent` already holds.
    pub(crate) fn content(&mut self, parent: ElementId) -> ContentId {
        let id = ContentId(self.owners.len());
        self.owners.push(parent);
        self.add(parent, Kid::Content(id));
        id
    }

    /// Makes `element` a link.
    pub(crate) fn link(&mut self, element: ElementId, target: Target, says: String) -> LinkId {
        let id = LinkId(self.links.len());
        self.links.push(LinkTo {
            element,
            target,
            says,
        });
        self.add(element, Kid::Link(id));
        id
    }

    fn add(&mut self, parent: ElementId, kid: Kid) {
        if let Some(element) = self.elements.get_mut(parent.0) {
            element.kids.push(kid);
        }
    }
}
