//! The one window, and what it refuses.

use tauri::webview::NewWindowResponse;
use tauri::{App, WebviewUrl, WebviewWindowBuilder};

use crate::appearance::Appearance;

/// Makes the window. It goes nowhere but our own pages, opens no other window and downloads
/// nothing; its profile is not kept.
pub(crate) fn make(app: &App, appearance: &Appearance) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Sederunt")
        .inner_size(1200.0, 800.0)
        .min_inner_size(360.0, 480.0)
        .incognito(!driven())
        .content_protected(true)
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .disable_drag_drop_handler()
        .on_navigation(|address| {
            matches!(address.scheme(), "tauri")
                || address
                    .host_str()
                    .is_some_and(|host| host == "tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .initialization_script(appearance.first_look());
    match appearance.ground() {
        Some(ground) => window.background_color(ground).build()?,
        None => window.build()?,
    };
    Ok(())
}

/// Whether a test drives the window. A page whose profile is kept nowhere cannot be driven, so a
/// debug build that is told to let itself be driven keeps one; a release always keeps none.
fn driven() -> bool {
    cfg!(debug_assertions)
        && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}
