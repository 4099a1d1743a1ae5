//! What the child may not do: it takes these bounds upon itself before it looks at a byte of the
//! file, and cannot put them off again.
//!
//! Beside memory and time, it can open no file and reach no network, so that a file that takes the
//! child over can neither read the store nor tell anybody of it. Where the system knows no such
//! bounds (Windows), the child is a process of its own and no more.

use std::io;

use crate::Errand;

/// Binds this process for an errand.
#[cfg(unix)]
pub(crate) fn confine(errand: &Errand) -> io::Result<()> {
    let memory = mapped().saturating_add(errand.memory);
    shut_out();
    for (resource, most) in [
        (rlimit::Resource::AS, memory),
        (rlimit::Resource::CPU, errand.seconds),
        (rlimit::Resource::CORE, 0),
        (rlimit::Resource::FSIZE, 0),
        // Input, output and the null device are open; no file or socket comes after them.
        (rlimit::Resource::NOFILE, 3),
    ] {
        resource.set(most, most)?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn confine(_errand: &Errand) -> io::Result<()> {
    Ok(())
}

/// The addresses that the process has already, in bytes.
#[cfg(unix)]
fn mapped() -> u64 {
    /// For systems that do not say: as much as the window's libraries take.
    const LIKELY: u64 = 1024 * 1024 * 1024;
    let said = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = said.lines().find_map(|line| line.strip_prefix("VmSize:"));
    let kilobytes =
        size.and_then(|size| size.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes.map_or(LIKELY, |size| size.saturating_mul(1024))
}

/// Shuts the process out of every file and from every connection, as far as the kernel knows how:
/// an old one knows less, or nothing, and the other bounds stand all the same.
#[cfg(target_os = "linux")]
fn shut_out() {
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, Scope};

    let shut = || -> Result<(), RulesetError> {
        Ruleset::default()
            .handle_access(AccessFs::from_all(ABI::V5))?
            .handle_access(AccessNet::from_all(ABI::V5))?
            .scope(Scope::from_all(ABI::V6))?
            .create()?
            .restrict_self()?;
        Ok(())
    };
    // There is nobody to tell of it, and nothing else to try.
    let _ = shut();
}

#[cfg(all(unix, not(target_os = "linux")))]
fn shut_out() {}
