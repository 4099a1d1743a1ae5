//! Programs and libraries that come with the operating system's own packages.

use crate::program::{answers, first_found, listen, program};
use crate::set_up::Purpose;
use crate::trouble::Trouble;

/// One thing that must be on the machine, and the Debian package that brings it.
#[derive(Debug)]
struct Need {
    package: &'static str,
    why: &'static str,
    purpose: Purpose,
    sign: Sign,
}

/// How the machine shows that it has something, however it came there.
#[derive(Debug)]
enum Sign {
    /// Any of these programs can be started.
    AnyOf(&'static [&'static str]),
    /// All of these programs can be started.
    AllOf(&'static [&'static str]),
    /// The build finds this library.
    Library(&'static str),
    /// Python can make a virtual environment.
    PythonVenv,
}

impl Sign {
    fn shows(&self) -> bool {
        match self {
            Self::AnyOf(names) => first_found(names).is_some(),
            Self::AllOf(names) => names.iter().all(|name| first_found(&[name]).is_some()),
            Self::Library(name) => answers(program("pkg-config").args(["--exists", name])),
            Self::PythonVenv => answers(program("python3").args(["-c", "import ensurepip, venv"])),
        }
    }
}

const NEEDS: &[Need] = &[
    need(
        "build-essential",
        "compiles the database",
        Purpose::Papers,
        Sign::AllOf(&["cc", "make"]),
    ),
    need(
        "perl",
        "builds the database's cryptography",
        Purpose::Papers,
        Sign::AnyOf(&["perl"]),
    ),
    need(
        "pkg-config",
        "finds libraries",
        Purpose::Window,
        Sign::AnyOf(&["pkg-config"]),
    ),
    need(
        "libwebkit2gtk-4.1-dev",
        "draws the window's page",
        Purpose::Window,
        Sign::Library("webkit2gtk-4.1"),
    ),
    need(
        "libdbus-1-dev",
        "speaks to the desktop",
        Purpose::Window,
        Sign::Library("dbus-1"),
    ),
    need(
        "qpdf",
        "checks the PDFs",
        Purpose::Tests,
        Sign::AnyOf(&["qpdf"]),
    ),
    need(
        "poppler-utils",
        "reads the PDFs back",
        Purpose::Tests,
        Sign::AllOf(&["pdftotext", "pdfinfo"]),
    ),
    need(
        "chromium",
        "shows the page's screens to the accessibility checks",
        Purpose::Tests,
        Sign::AnyOf(&["chromium", "google-chrome", "chromium-browser"]),
    ),
    need(
        "webkit2gtk-driver",
        "drives the window",
        Purpose::Tests,
        Sign::AnyOf(&["WebKitWebDriver"]),
    ),
    need(
        "xvfb",
        "gives the window a display",
        Purpose::Tests,
        Sign::AnyOf(&["Xvfb"]),
    ),
    need(
        "xauth",
        "lets programs use that display",
        Purpose::Tests,
        Sign::AnyOf(&["xauth"]),
    ),
    need(
        "dbus-daemon",
        "gives the window a message bus",
        Purpose::Tests,
        Sign::AllOf(&["dbus-daemon", "dbus-run-session"]),
    ),
    need(
        "xdotool",
        "presses keys in the window",
        Purpose::Tests,
        Sign::AnyOf(&["xdotool"]),
    ),
    need(
        "python3-venv",
        "holds the PDF/UA checkers",
        Purpose::Tests,
        Sign::PythonVenv,
    ),
];

const fn need(package: &'static str, why: &'static str, purpose: Purpose, sign: Sign) -> Need {
    Need {
        package,
        why,
        purpose,
        sign,
    }
}

/// Installs what is missing, or says plainly what to install.
pub(crate) fn install(purpose: Purpose) -> Result<(), Trouble> {
    if !cfg!(target_os = "linux") {
        println!("{}", advice_elsewhere(purpose));
        return Ok(());
    }
    let missing = missing(purpose);
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        println!("Missing: {}, which {}.", need.package, need.why);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if first_found(&["apt-get"]).is_none() {
        return Err(Trouble::new(
            "This is not a Debian or Ubuntu machine, so nothing was installed.",
        )
        .next(format!(
            "Install what your system calls these packages: {}",
            packages.join(" ")
        )));
    }
    install_with_apt(&packages)?;
    match self::missing(purpose).first() {
        None => Ok(()),
        Some(need) => Err(Trouble::new(format!(
            "{} is installed and still cannot be used.",
            need.package
        ))
        .next(format!("It {}. Install it another way.", need.why))),
    }
}

fn missing(purpose: Purpose) -> Vec<&'static Need> {
    let wanted = NEEDS.iter().filter(|need| need.purpose <= purpose);
    wanted.filter(|need| !need.sign.shows()).collect()
}

fn install_with_apt(packages: &[&str]) -> Result<(), Trouble> {
    let by_hand = format!(
        "Install them yourself: sudo apt-get install {}",
        packages.join(" ")
    );
    let is_root = listen(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root && first_found(&["sudo"]).is_none() {
        return Err(
            Trouble::new("Packages are missing and there is no right to install them.")
                .next(by_hand),
        );
    }
    if !is_root {
        println!("Installing packages needs an administrator's rights: sudo may ask for them.");
    }
    let steps: [&[&str]; 2] = [
        &["apt-get", "-q", "update"],
        &["apt-get", "-q", "-y", "--no-install-recommends", "install"],
    ];
    for (step, more) in steps.into_iter().zip([&[][..], packages]) {
        let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive"];
        words.extend_from_slice(step);
        words.extend_from_slice(more);
        if !is_root {
            words.insert(0, "sudo");
        }
        // Its input stays open: sudo may have to ask.
        let mut words = words.into_iter();
        let status = program(words.next().unwrap_or("env")).args(words).status();
        if !status.is_ok_and(|status| status.success()) {
            return Err(Trouble::new("The packages could not be installed.").next(by_hand));
        }
    }
    Ok(())
}

fn advice_elsewhere(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Papers => "Needed beside Rust: a C compiler and Perl.",
        Purpose::Window => {
            "Needed beside Rust and Node: a C compiler, Perl and, on Windows, WebView2.\n\
             Nothing was installed: that is done only on Debian and Ubuntu."
        }
        Purpose::Tests => {
            "Needed beside Rust and Node: a C compiler, Perl, Python 3, qpdf, poppler and Chromium.\n\
             Nothing was installed: that is done only on Debian and Ubuntu. The journeys through\n\
             the real window have not been tried on this system."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packages(purpose: Purpose) -> Vec<&'static str> {
        let wanted = NEEDS.iter().filter(|need| need.purpose <= purpose);
        wanted.map(|need| need.package).collect()
    }

    #[test]
    fn papers_need_no_window() {
        assert_eq!(packages(Purpose::Papers), ["build-essential", "perl"]);
    }

    #[test]
    fn the_window_needs_no_checkers() {
        let packages = packages(Purpose::Window);

        assert!(packages.contains(&"libwebkit2gtk-4.1-dev"));
        assert!(!packages.contains(&"xvfb"));
    }

    #[test]
    fn every_package_is_named_once() {
        let mut packages = packages(Purpose::Tests);
        packages.sort_unstable();

        let doubled = packages.windows(2).find(|pair| pair[0] == pair[1]);

        assert_eq!(doubled, None);
    }

    #[test]
    fn a_program_that_is_not_here_does_not_show() {
        const NAMES: &[&str] = &["no-program-has-this-name", "cargo"];

        assert!(Sign::AnyOf(NAMES).shows());
        assert!(!Sign::AllOf(NAMES).shows());
    }
}
