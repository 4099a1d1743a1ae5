//! The idle lock: the core locks by itself, whatever the page does.

use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::app::App;

/// How long nothing may be done before the store is locked (security requirement L1).
const IDLE: Duration = Duration::from_mins(5);

/// How often that is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// Watches in the background until the program ends.
pub(crate) fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut ticks = tokio::time::interval(LOOK);
        loop {
            ticks.tick().await;
            app.state::<App>().lock_if_idle(IDLE);
        }
    });
}
