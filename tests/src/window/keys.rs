//! Keys as the protocol writes them.

/// A key that is not a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Enter,
    Tab,
    Escape,
    Space,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Backspace,
    Function(u8),
    Character(char),
}

/// A key held while another is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Shift,
    Control,
    Alt,
}

impl Key {
    /// The character that stands for it in the protocol.
    pub(super) fn code(self) -> String {
        let code = match self {
            Self::Enter => '\u{E007}',
            Self::Tab => '\u{E004}',
            Self::Escape => '\u{E00C}',
            Self::Space => ' ',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
            Self::Left => '\u{E012}',
            Self::Right => '\u{E014}',
            Self::Home => '\u{E011}',
            Self::End => '\u{E010}',
            Self::PageUp => '\u{E00E}',
            Self::PageDown => '\u{E00F}',
            Self::Backspace => '\u{E003}',
            Self::Function(number) => {
                char::from_u32(0xE030 + u32::from(number)).expect("a function key")
            }
            Self::Character(character) => character,
        };
        code.to_string()
    }
}

impl Held {
    pub(super) fn code(self) -> String {
        let code = match self {
            Self::Shift => '\u{E008}',
            Self::Control => '\u{E009}',
            Self::Alt => '\u{E00A}',
        };
        code.to_string()
    }
}
