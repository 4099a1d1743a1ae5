//! How long a look-up takes after each key, and the law on one set of facts, as the command line
//! measures them in itself.

use std::path::Path;

use crate::bench::figures::write;
use crate::program::{listen, program};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// Keeps the command line's own JSON and shows it.
pub(crate) fn measure(workspace: &Workspace, out: &Path) -> Result<String, Trouble> {
    let cli = workspace.built("sederunt-cli", true);
    let json = listen(program(cli).arg("bench-keystrokes"))?;
    write(&out.join("keystrokes.json"), &json)?;
    Ok(json.trim_end().to_owned())
}
