//! The real window, driven as a person drives it: by keys, and by the names and words on it.

mod client;
mod driver;
mod finding;
mod keys;
mod wait;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::places::root;
use driver::Driver;

pub use client::Refusal;
pub use finding::Element;
pub use keys::{Held, Key};
pub use wait::{PATIENCE, until, within};

/// A window of the program on a store, ended when dropped.
pub struct Window {
    driver: Driver,
    session: String,
    _home: TempDir,
}

impl Window {
    /// Opens the window on the store in `folder`.
    pub fn open(folder: &Path) -> Self {
        Self::with(&["--store", &folder.to_string_lossy()])
    }

    /// Opens the window on the demonstration, which is kept in `folder`.
    pub fn demonstration(folder: &Path) -> Self {
        Self::with(&["--demonstration", "--store", &folder.to_string_lossy()])
    }

    fn with(arguments: &[&str]) -> Self {
        let program = driver::window_program();
        let home = tempfile::tempdir().expect("a temporary folder");
        let driver = Driver::start(home.path());
        let options = json!({ "binary": program, "args": arguments });
        let wanted = json!({ "capabilities": {
            "alwaysMatch": { "webkitgtk:browserOptions": options }
        } });
        let begun = client::ask(driver.port, "POST", "/session", Some(&wanted));
        let begun = begun.unwrap_or_else(|refusal| {
            panic!(
                "the window did not open: {refusal}. It said: {}",
                driver.said()
            )
        });
        let session = begun["sessionId"].as_str().expect("a session").to_owned();
        let window = Self {
            driver,
            session,
            _home: home,
        };
        until("the page is there", || {
            let drawn = window.run(
                "return document.body !== null && document.body.innerText !== ''",
                &[],
            );
            (drawn == true).then_some(())
        });
        window
    }

    /// Ends the program at once, as a power cut does; nothing is told to it.
    pub fn kill(self) {
        driver::end_group(self.driver.leader());
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        let title = self.ask("GET", "/title", None);
        title.as_str().unwrap_or_default().to_owned()
    }

    /// Every word that can be seen.
    pub fn words(&self) -> String {
        let words = self.run("return document.body.innerText", &[]);
        words.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until words can be seen. Case counts; the breaks of lines do not.
    pub fn await_words(&self, words: &str) {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = flat(words);
        let mut seen = String::new();
        let found = within(PATIENCE, || {
            seen = flat(&self.words());
            seen.contains(&wanted).then_some(())
        });
        assert!(found.is_some(), "“{wanted}” never came. There was: {seen}");
    }

    /// Presses a key, with others held.
    pub fn press(&self, held: &[Held], key: Key) {
        let mut actions: Vec<Value> = held.iter().map(|key| down(&key.code())).collect();
        actions.extend([down(&key.code()), up(&key.code())]);
        actions.extend(held.iter().rev().map(|key| up(&key.code())));
        self.act(&actions);
    }

    /// Presses a key alone.
    pub fn key(&self, key: Key) {
        self.press(&[], key);
    }

    /// Types, a key at a time, into whatever has the keyboard.
    pub fn type_words(&self, words: &str) {
        // In pieces, since one long chain of actions is one request that can run out of time.
        let letters: Vec<char> = words.chars().collect();
        for piece in letters.chunks(40) {
            let pressed = piece.iter().map(|letter| match letter {
                '\n' => Key::Enter.code(),
                letter => letter.to_string(),
            });
            let actions: Vec<Value> = pressed.flat_map(|code| [down(&code), up(&code)]).collect();
            self.act(&actions);
        }
    }

    /// Runs a function's body in the page and gives what it returns.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Value {
        let script = json!({ "script": body, "args": arguments });
        self.ask("POST", "/execute/sync", Some(&script))
    }

    /// Runs a function's body in the page and waits for what it hands to its last argument.
    pub fn run_until_told(&self, body: &str, arguments: &[Value]) -> Value {
        let script = json!({ "script": body, "args": arguments });
        self.ask("POST", "/execute/async", Some(&script))
    }

    /// Takes a picture of the page, to look at when a journey fails: `target/journeys/NAME.png`.
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = root().join("target/journeys");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = folder.join(format!("{name}.png"));
        let picture = self.ask("GET", "/screenshot", None);
        let bytes = decoded(picture.as_str().unwrap_or_default());
        fs::write(&file, bytes).expect("a picture can be written");
        file
    }

    /// What axe-core finds wrong on the page: one line for each fault, with where it is.
    pub fn faults_for_assistive_technology(&self) -> Vec<String> {
        let axe = root().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(axe).expect("“npm ci” in ui/ brings axe-core");
        self.run(&format!("{axe}; return typeof window.axe"), &[]);
        let found = self.run_until_told(
            "const done = arguments[arguments.length - 1];
             window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
               .then((told) => done(told.violations.flatMap((rule) => rule.nodes.map(
                 (node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`))))
               .catch((error) => done([`axe did not run: ${error}`]));",
            &[],
        );
        let faults = found.as_array().expect("a list of faults");
        faults
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    fn act(&self, actions: &[Value]) {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.ask("POST", "/actions", Some(&json!({ "actions": [keyboard] })));
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let asked = self.try_to_ask(method, path, body);
        asked.unwrap_or_else(|refusal| panic!("the window did not do as asked: {refusal}"))
    }

    fn try_to_ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refusal> {
        let path = format!("/session/{}{path}", self.session);
        client::ask(self.driver.port, method, &path, body)
    }
}

fn down(code: &str) -> Value {
    json!({ "type": "keyDown", "value": code })
}

fn up(code: &str) -> Value {
    json!({ "type": "keyUp", "value": code })
}

/// Reads base64, as the protocol wraps pictures.
fn decoded(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sixes: Vec<u8> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::with_capacity(sixes.len() * 3 / 4);
    for four in sixes.chunks(4) {
        let joined = four
            .iter()
            .fold(0_u32, |all, six| (all << 6) | u32::from(*six));
        let joined = joined << (6 * (4 - four.len()));
        bytes.extend_from_slice(&joined.to_be_bytes()[1..four.len()]);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn base64_is_read_whatever_its_padding() {
        let read = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="].map(decoded);

        assert_eq!(
            read,
            [&b""[..], b"f", b"fo", b"foo", b"foob"].map(<[u8]>::to_vec)
        );
    }
}
