//! What axe-core finds on the main screens, in each theme.

use sederunt_tests::window::{Held, Key, Window, until};

const THEMES: [&str; 3] = ["light", "dark", "contrast"];

#[test]
fn axe_finds_nothing_on_the_main_screens_in_three_themes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::demonstration(folder.path());
    let mut found = Vec::new();

    for theme in THEMES {
        choose_theme(&window, theme);
        found.extend(faults(&window, theme, "Settings"));
        for (key, screen) in ('1'..='7').zip(SCREENS) {
            window.press(&[Held::Control], Key::Character(key));
            window.find("heading", screen);
            found.extend(faults(&window, theme, screen));
        }
        window.press(&[Held::Control], Key::Character('5'));
        window.tab_to("link", "LOCHTIE");
        window.key(Key::Enter);
        window.find("link", "Access log");
        found.extend(faults(&window, theme, "Case"));
    }

    assert!(found.is_empty(), "{}", found.join("\n"));
}

const SCREENS: [&str; 7] = [
    "Today",
    "Bail options",
    "Disposals",
    "Directory",
    "Cases",
    "Conferences",
    "Actions",
];

fn faults(window: &Window, theme: &str, screen: &str) -> Vec<String> {
    let found = window.faults_for_assistive_technology();
    found
        .iter()
        .map(|fault| format!("{screen}, {theme}: {fault}"))
        .collect()
}

/// Tab comes to the theme that is chosen now; the arrow goes round the others.
fn choose_theme(window: &Window, theme: &str) {
    window.press(&[Held::Control], Key::Character(','));
    window.find("heading", "Settings");
    until("the theme is chosen", || {
        let here = window.run(
            "const here = document.activeElement;
             return here.name === 'theme' ? here.value : '';",
            &[],
        );
        let shown = window.run("return document.documentElement.dataset.theme;", &[]);
        if here == theme && shown == theme {
            return Some(());
        }
        window.key(if here == "" { Key::Tab } else { Key::Down });
        None
    });
}
