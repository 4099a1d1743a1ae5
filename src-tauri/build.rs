//! Tells Tauri every command of the window, so that its access list checks each of them.

/// The commands, in the order of the registry of acts. A command that is not named here would not
/// be checked at all; a test compares this list with the handlers and with the capability.
const COMMANDS: &[&str] = &include!("commands.in");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=commands.in");
    println!("cargo:rerun-if-changed=isolation");
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
