//! The window opens.

use sederunt_tests::window::Window;

#[test]
fn the_window_opens_on_the_demonstration() {
    let folder = tempfile::tempdir().unwrap();

    let window = Window::demonstration(folder.path());

    window.await_words("Demonstration");
    assert_eq!(window.title(), "Sederunt");
    println!("{}", window.picture("opening").display());
    println!("{}", window.words());
}
