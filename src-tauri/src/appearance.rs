//! How the window looks: kept in one small plain file, since the lock screen is dressed before any
//! store opens. Nothing of anybody's work is in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use desk::Fault;
use serde::{Deserialize, Serialize};
use tauri::utils::config::Color;

const FILE: &str = "appearance.json";

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Theme {
    /// Light or dark, as the computer is set.
    #[default]
    System,
    /// Dark words on white.
    Light,
    /// Light words on dark grey.
    Dark,
    /// Black, white and one yellow.
    Contrast,
}

/// How closely rows and buttons are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Density {
    /// More on the screen.
    #[default]
    Compact,
    /// Taller rows and buttons.
    Comfortable,
}

/// How the page looks and answers to single letters, for everyone at this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", default)]
pub(crate) struct Appearance {
    /// The colours.
    pub theme: Theme,
    /// The size of the text, in hundredths of the usual.
    pub text_size: u16,
    /// How closely it is set.
    pub density: Density,
    /// Whether single letters act inside a focused list.
    pub single_keys: bool,
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: 100,
            density: Density::default(),
            single_keys: true,
        }
    }
}

impl Appearance {
    /// The colour of the window before the page paints; where the computer decides, the window's
    /// own.
    pub(crate) fn ground(&self) -> Option<Color> {
        match self.theme {
            Theme::System => None,
            Theme::Light => Some(Color(0xff, 0xff, 0xff, 0xff)),
            Theme::Dark => Some(Color(0x14, 0x18, 0x1d, 0xff)),
            Theme::Contrast => Some(Color(0x00, 0x00, 0x00, 0xff)),
        }
    }

    /// The script that dresses the page before it is first painted.
    pub(crate) fn first_look(&self) -> String {
        let kept = serde_json::to_string(self).unwrap_or_else(|_| "{}".into());
        format!("({})({kept});", include_str!("first-look.js").trim_end())
    }

    fn within_bounds(mut self) -> Self {
        self.text_size = self.text_size.clamp(80, 400);
        self
    }
}

/// Where the appearance is kept. One change is written at a time.
pub(crate) struct Wardrobe {
    file: Mutex<Option<PathBuf>>,
}

impl Wardrobe {
    /// The appearance kept in `folder`; without a folder it lasts until the window closes.
    pub(crate) fn new(folder: Option<&Path>) -> Self {
        Self {
            file: Mutex::new(folder.map(|folder| folder.join(FILE))),
        }
    }

    /// What was kept; the usual appearance where nothing was, or nothing that can be read.
    pub(crate) fn appearance(&self) -> Appearance {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = file.as_ref().and_then(|path| fs::read(path).ok());
        kept.and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .map(Appearance::within_bounds)
            .unwrap_or_default()
    }

    /// Keeps an appearance: a crash leaves the one before or this one whole.
    pub(crate) fn keep(&self, appearance: Appearance) -> Result<(), Fault> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let path = file.as_ref().ok_or(Fault::FileNotWritten)?;
        let bytes =
            serde_json::to_vec(&appearance.within_bounds()).map_err(|_| Fault::FileNotWritten)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|_| Fault::FileNotWritten)?;
        }
        vault::write_durably(path, &bytes).map_err(|_| Fault::FileNotWritten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_dark_one() -> Appearance {
        Appearance {
            theme: Theme::Dark,
            text_size: 150,
            density: Density::Comfortable,
            single_keys: false,
        }
    }

    #[test]
    fn what_was_kept_is_there_at_the_next_start() {
        let made = tempfile::tempdir().unwrap();
        let folder = made.path().join("not there yet");

        Wardrobe::new(Some(&folder)).keep(a_dark_one()).unwrap();

        assert_eq!(Wardrobe::new(Some(&folder)).appearance(), a_dark_one());
    }

    #[test]
    fn a_missing_file_gives_the_usual_appearance() {
        let made = tempfile::tempdir().unwrap();

        let worn = Wardrobe::new(Some(made.path())).appearance();

        assert_eq!(worn, Appearance::default());
    }

    #[test]
    fn a_damaged_file_gives_the_usual_appearance_and_can_be_replaced() {
        let made = tempfile::tempdir().unwrap();
        let wardrobe = Wardrobe::new(Some(made.path()));
        let damaged: [&[u8]; 5] = [
            b"",
            b"{\"theme\":\"da",
            b"{\"theme\":\"purple\"}",
            b"[1,2]",
            &[0xff, 0x00, 0xfe],
        ];

        for bytes in damaged {
            fs::write(made.path().join(FILE), bytes).unwrap();
            assert_eq!(wardrobe.appearance(), Appearance::default());
        }

        wardrobe.keep(a_dark_one()).unwrap();
        assert_eq!(wardrobe.appearance(), a_dark_one());
    }

    #[test]
    fn a_file_of_an_older_program_keeps_what_it_says() {
        let made = tempfile::tempdir().unwrap();
        fs::write(made.path().join(FILE), r#"{"theme":"contrast"}"#).unwrap();

        let worn = Wardrobe::new(Some(made.path())).appearance();

        assert_eq!(worn.theme, Theme::Contrast);
        assert_eq!(worn.text_size, 100);
    }

    #[test]
    fn a_size_out_of_bounds_is_brought_within_them() {
        let made = tempfile::tempdir().unwrap();
        fs::write(made.path().join(FILE), r#"{"text-size":9000}"#).unwrap();

        let worn = Wardrobe::new(Some(made.path())).appearance();

        assert_eq!(worn.text_size, 400);
    }

    #[test]
    fn a_place_that_takes_no_file_is_said_and_leaves_the_usual_appearance() {
        let made = tempfile::tempdir().unwrap();
        let taken = made.path().join("a file, not a folder");
        fs::write(&taken, "").unwrap();
        let nowhere = Wardrobe::new(Some(&taken));

        let kept = nowhere.keep(a_dark_one());

        assert!(matches!(kept, Err(Fault::FileNotWritten)));
        assert_eq!(nowhere.appearance(), Appearance::default());
        assert!(Wardrobe::new(None).keep(a_dark_one()).is_err());
    }

    #[test]
    fn the_first_look_is_one_call_with_what_was_kept() {
        let script = a_dark_one().first_look();

        assert!(
            script.ends_with(
                r#"({"theme":"dark","text-size":150,"density":"comfortable","single-keys":false});"#
            ),
            "{script}"
        );
    }
}
