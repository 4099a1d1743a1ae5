//! A block's words as one string of spans, each with its manner and its place in the tree.

use document::Inline;

use crate::fonts::Face;
use crate::shaping::Shaper;
use crate::stylesheet::{Ink, Style};
use crate::tags::{ContentId, ElementId, LinkId, Tag, Target, Tree};

/// Words in one manner. A line feed is a break that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) face: Face,
    pub(crate) ink: Ink,
    pub(crate) content: Option<ContentId>,
    pub(crate) link: Option<LinkId>,
    /// Whether the words are English, and so may be parted as English words are.
    pub(crate) english: bool,
}

/// Flattens inline words under `parent`, growing the tree as it goes.
pub(crate) fn spans(
    inlines: &[Inline],
    style: &Style,
    parent: ElementId,
    tree: &mut Tree,
    shaper: &mut Shaper,
) -> Vec<Span> {
    let mut gathering = Gathering {
        parent,
        ink: style.ink,
        content: None,
        tree,
        shaper,
        spans: Vec::new(),
    };
    gathering.all(inlines, style.face);
    gathering.spans
}

/// Makes one span of words that are decoration, or that are only measured.
pub(crate) fn decoration(text: &str, style: &Style, shaper: &Shaper) -> Vec<Span> {
    vec![Span {
        text: shaper.substituted(style.face, text).replace('\n', " "),
        face: style.face,
        ink: style.ink,
        content: None,
        link: None,
        english: true,
    }]
}

struct Gathering<'a, 'f> {
    parent: ElementId,
    ink: Ink,
    /// The content that further plain words go on with.
    content: Option<ContentId>,
    tree: &'a mut Tree,
    shaper: &'a mut Shaper<'f>,
    spans: Vec<Span>,
}

impl Gathering<'_, '_> {
    fn all(&mut self, inlines: &[Inline], face: Face) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.plain(text, face),
                Inline::Strong(inner) => self.all(inner, face.strong()),
                Inline::Emphasis(inner) => self.all(inner, face.emphasised()),
                Inline::Foreign { language, text } => self.foreign(language, text, face),
                Inline::Link { address, text } => self.link(address, text, face),
                Inline::Break => self.line_break(face),
            }
        }
    }

    fn plain(&mut self, text: &str, face: Face) {
        let content = self.content();
        self.push(text, face, content, true);
    }

    fn foreign(&mut self, language: &str, text: &str, face: Face) {
        let element = self.tree.foreign(self.parent, language);
        let content = self.tree.content(element);
        self.content = None;
        self.push(text, face, content, language.starts_with("en"));
    }

    fn link(&mut self, address: &str, text: &str, face: Face) {
        let element = self.tree.element(self.parent, Tag::Link);
        let content = self.tree.content(element);
        let target = Target::Address(address.to_owned());
        let says = if text == address {
            address.to_owned()
        } else {
            format!("{text} ({address})")
        };
        let link = self.tree.link(element, target, says);
        self.content = None;
        self.push(text, face, content, false);
        if let Some(span) = self.spans.last_mut() {
            span.link = Some(link);
            span.ink = Ink::ACCENT;
        }
    }

    fn line_break(&mut self, face: Face) {
        let content = self.content();
        self.push(" ", face, content, true);
        if let Some(span) = self.spans.last_mut() {
            span.text.push('\n');
        }
    }

    fn content(&mut self) -> ContentId {
        let content = self
            .content
            .unwrap_or_else(|| self.tree.content(self.parent));
        self.content = Some(content);
        content
    }

    fn push(&mut self, text: &str, face: Face, content: ContentId, english: bool) {
        // A line feed inside words is white space; only `Break` parts lines.
        let text = self.shaper.printable(face, text).replace('\n', " ");
        self.spans.push(Span {
            text,
            face,
            ink: self.ink,
            content: Some(content),
            link: None,
            english,
        });
    }
}
