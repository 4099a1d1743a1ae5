//! Finding things as a person does: by the role and the name that the page gives them.

use serde_json::{Value, json};

use super::{PATIENCE, Window, within};

/// The protocol's name for a reference to an element.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The elements that may carry a role, by that role.
fn candidates(role: &str) -> &'static str {
    match role {
        "button" => "button, [role=button], summary",
        "link" => "a[href], [role=link]",
        "heading" => "h1, h2, h3, h4, h5, h6, [role=heading]",
        "textbox" => {
            "input:not([type]), input[type=text], input[type=search], input[type=password], textarea, [role=textbox], [contenteditable=true]"
        }
        "searchbox" => "input[type=search], [role=searchbox], input[role=combobox]",
        "radio" => "input[type=radio], [role=radio]",
        "checkbox" => "input[type=checkbox], [role=checkbox]",
        "combobox" => "select, [role=combobox]",
        "option" => "[role=option]",
        "dialog" => "dialog[open], [role=dialog]",
        "img" => "img, [role=img], canvas",
        "row" => "tr, [role=row]",
        "listitem" => "li, [role=listitem]",
        "alert" => "[role=alert]",
        "status" => "[role=status]",
        "tab" => "[role=tab]",
        _ => "*",
    }
}

/// Something on the page.
pub struct Element<'w> {
    window: &'w Window,
    reference: Value,
}

impl Window {
    /// Waits for the first thing with this role whose accessible name contains `name`.
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        self.find_within(None, role, name)
    }

    /// Whether there is such a thing now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.look(None, role, name).is_some()
    }

    /// How many such things there are now.
    pub fn count(&self, role: &str, name: &str) -> usize {
        self.all(None, role, name).len()
    }

    /// The words of the first such thing, where there is one now. Asked in one go, so that it does
    /// not matter whether the page changes between finding and reading.
    pub fn words_of(&self, role: &str, name: &str) -> Option<String> {
        let arguments = [Value::Null, json!(candidates(role)), json!(name)];
        let words = self.run(
            &format!("{MATCHES} return matches()[0]?.innerText;"),
            &arguments,
        );
        words.as_str().map(str::to_owned)
    }

    /// Whether the keyboard is on a thing with this role whose name contains `name`.
    pub fn is_on(&self, role: &str, name: &str) -> bool {
        let arguments = [Value::Null, json!(candidates(role)), json!(name)];
        let on = format!("{MATCHES} return matches().includes(document.activeElement);");
        self.run(&on, &arguments) == true
    }

    /// Presses Tab until the thing with this role and name has the keyboard. This is how a person
    /// without a mouse gets there, so it fails where they would.
    pub fn tab_to(&self, role: &str, name: &str) {
        self.find(role, name);
        for _ in 0..200 {
            if self.is_on(role, name) {
                return;
            }
            self.key(super::Key::Tab);
        }
        let words = self.words();
        panic!("Tab never came to the {role} “{name}”. There was: {words}")
    }

    fn find_within(&self, inside: Option<&Value>, role: &str, name: &str) -> Element<'_> {
        let found = within(PATIENCE, || self.look(inside, role, name));
        let Some(reference) = found else {
            self.picture("not-found");
            let words = self.words();
            panic!("there is no {role} called “{name}”. There was: {words}")
        };
        Element {
            window: self,
            reference,
        }
    }

    fn look(&self, inside: Option<&Value>, role: &str, name: &str) -> Option<Value> {
        self.all(inside, role, name).into_iter().next()
    }

    fn all(&self, inside: Option<&Value>, role: &str, name: &str) -> Vec<Value> {
        let arguments = [json!(inside), json!(candidates(role)), json!(name)];
        let found = self.run(&format!("{MATCHES} return matches();"), &arguments);
        found.as_array().cloned().unwrap_or_default()
    }
}

impl Element<'_> {
    /// Its words.
    pub fn words(&self) -> String {
        self.told("return arguments[0].innerText ?? '';")
    }

    /// What is typed into it.
    pub fn value(&self) -> String {
        self.told("return arguments[0].value ?? arguments[0].innerText;")
    }

    /// Presses it with the pointer.
    pub fn click(&self) {
        let id = self.reference[REFERENCE].as_str().expect("a reference");
        let path = format!("/element/{id}/click");
        self.window.ask("POST", &path, Some(&json!({})));
    }

    /// Waits for the first thing inside it with this role and name.
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        self.window.find_within(Some(&self.reference), role, name)
    }

    fn told(&self, body: &str) -> String {
        let told = self.window.run(body, std::slice::from_ref(&self.reference));
        told.as_str().unwrap_or_default().to_owned()
    }
}

/// Finds what can be seen, by selector and accessible name, inside the first argument or anywhere.
/// A name is, as far as our pages need it: labelled-by, label, caption, words.
const MATCHES: &str = "
    const flat = (words) => (words ?? '').replace(/\\s+/g, ' ').trim();
    const shown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;
    const nameOf = (element) => {
      const labelled = element.getAttribute('aria-labelledby');
      if (labelled) {
        return flat(labelled.split(/\\s+/).map((id) =>
          document.getElementById(id)?.textContent).join(' '));
      }
      const label = element.getAttribute('aria-label');
      if (label) return flat(label);
      if (element.labels?.length) {
        return flat([...element.labels].map((label) => label.textContent).join(' '));
      }
      if (element.alt) return flat(element.alt);
      return flat(element.innerText ?? element.textContent) || flat(element.placeholder);
    };
    const [inside, selector, wanted] = arguments;
    const matches = () => [...(inside ?? document).querySelectorAll(selector)].filter(
      (element) => shown(element) && nameOf(element).includes(wanted));";
