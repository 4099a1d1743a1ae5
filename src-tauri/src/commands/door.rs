//! Before anyone is signed in.

use desk::{Door, Fault, PassphraseVerdict, RecoverySheet, Session, SetUp, Standing, Unlocked};
use tauri::State;

use crate::app::App;
use crate::appearance::{Appearance, Wardrobe};
use crate::opening::tell;

/// How the program stands.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn standing(app: State<'_, App>) -> Result<Standing, Fault> {
    app.standing()
}

/// A passphrase that will do.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn suggest_passphrase(app: State<'_, App>) -> Result<String, Fault> {
    app.at_door(|door| Ok((door.suggest_passphrase()?, None)))
}

/// Whether a passphrase will do.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn judge_passphrase(passphrase: String) -> Result<PassphraseVerdict, Fault> {
    Ok(Door::judge(&passphrase, ""))
}

/// Makes the person's store and opens it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_up(set_up: SetUp, app: State<'_, App>) -> Result<RecoverySheet, Fault> {
    app.at_door(|door| {
        door.set_up(&set_up)
            .map(|(sheet, desk)| (sheet, Some(desk)))
    })
}

/// Opens the person's store with a passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock(passphrase: String, app: State<'_, App>) -> Result<Unlocked, Fault> {
    app.at_door(|door| door.unlock(&passphrase))
}

/// Opens the person's store with the recovery key and sets a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn recover(
    recovery_key: String,
    passphrase: String,
    app: State<'_, App>,
) -> Result<RecoverySheet, Fault> {
    app.at_door(|door| {
        let (sheet, desk) = door.recover(&recovery_key, &passphrase)?;
        Ok((sheet, Some(desk)))
    })
}

/// Opens the demonstration.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_round(app: State<'_, App>) -> Result<Session, Fault> {
    app.look_round()
}

/// Leaves the demonstration, and erases it where that is asked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn leave_demonstration(erase: bool, app: State<'_, App>) -> Result<Standing, Fault> {
    app.leave_demonstration(erase)?;
    app.standing()
}

/// Locks.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock(app: State<'_, App>) -> Result<Standing, Fault> {
    app.lock()?;
    app.standing()
}

/// Marks that the person is there, so that the store is not locked under their hands.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn still_here(app: State<'_, App>) -> Result<(), Fault> {
    app.still_here();
    Ok(())
}

/// How the window looks.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn appearance(wardrobe: State<'_, Wardrobe>) -> Result<Appearance, Fault> {
    Ok(wardrobe.appearance())
}

/// Keeps how the window looks, for the next start.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_appearance(
    appearance: Appearance,
    wardrobe: State<'_, Wardrobe>,
) -> Result<(), Fault> {
    wardrobe.keep(appearance)
}

/// Marks the first paint, for whoever measures it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn first_paint(app: State<'_, App>) -> Result<(), Fault> {
    if std::env::var_os("SEDERUNT_BENCH").is_some() {
        tell(&format!("first-paint-ms {}", app.running_for().as_millis()));
    }
    Ok(())
}
