//! Makes the icons a bundle needs from the one drawing, `icons/sederunt.svg`.

use std::fs;
use std::path::Path;

use crate::program::{first_found, program, run};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// The pictures by the names that bundles look for.
const PICTURES: &[(&str, u32)] = &[
    ("32x32.png", 32),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];

/// The sizes inside the Windows icon.
const WINDOWS: &[u32] = &[16, 24, 32, 48, 64, 256];

/// The kinds inside the macOS icon: each is a PNG of the size beside it.
const MACOS: &[(&[u8; 4], u32)] = &[
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

pub(crate) fn icons(workspace: &Workspace) -> Result<(), Trouble> {
    let folder = workspace.icons();
    let drawing = folder.join("sederunt.svg");
    for (name, size) in PICTURES {
        draw(&drawing, *size, &folder.join(name))?;
    }
    let scratch = workspace.target().join("icons");
    fs::create_dir_all(&scratch).map_err(|e| unwritable(&scratch, &e))?;
    make_windows_icon(&drawing, &scratch, &folder.join("icon.ico"))?;
    make_macos_icon(&drawing, &scratch, &folder.join("icon.icns"))?;
    println!("The icons in {} are made anew.", folder.display());
    Ok(())
}

fn draw(drawing: &Path, size: u32, picture: &Path) -> Result<(), Trouble> {
    let size = size.to_string();
    let mut rsvg = program("rsvg-convert");
    rsvg.args(["--width", &size, "--height", &size, "--output"]);
    run(rsvg.arg(picture).arg(drawing))
        .map_err(|t| t.next("Install rsvg-convert: sudo apt-get install librsvg2-bin"))
}

fn make_windows_icon(drawing: &Path, scratch: &Path, icon: &Path) -> Result<(), Trouble> {
    let names = ["magick", "convert-im6.q16", "convert-im6", "convert"];
    let Some(magick) = first_found(&names) else {
        return Err(
            Trouble::new("icon.ico was not made: ImageMagick is not here.")
                .next("Install it: sudo apt-get install imagemagick"),
        );
    };
    let mut join = program(magick);
    for size in WINDOWS {
        let picture = scratch.join(format!("{size}.png"));
        draw(drawing, *size, &picture)?;
        join.arg(picture);
    }
    run(join.arg(icon))
}

fn make_macos_icon(drawing: &Path, scratch: &Path, icon: &Path) -> Result<(), Trouble> {
    let mut parts = Vec::new();
    for (kind, size) in MACOS {
        let picture = scratch.join(format!("{size}.png"));
        draw(drawing, *size, &picture)?;
        let png = fs::read(&picture).map_err(|e| unwritable(&picture, &e))?;
        parts.push((*kind, png));
    }
    let bytes = icns(&parts).ok_or_else(|| Trouble::new("The macOS icon is too large."))?;
    fs::write(icon, bytes).map_err(|e| unwritable(icon, &e))
}

/// Puts pictures into one macOS icon: a name and a length before the whole and before each part.
fn icns(parts: &[(&[u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    for (kind, png) in parts {
        body.extend_from_slice(*kind);
        body.extend_from_slice(&u32::try_from(png.len() + 8).ok()?.to_be_bytes());
        body.extend_from_slice(png);
    }
    let mut whole = b"icns".to_vec();
    whole.extend_from_slice(&u32::try_from(body.len() + 8).ok()?.to_be_bytes());
    whole.append(&mut body);
    Some(whole)
}

fn unwritable(path: &Path, cause: &std::io::Error) -> Trouble {
    Trouble::new(format!("{} cannot be used ({cause}).", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_macos_icon_counts_itself_and_its_parts() {
        let icon = icns(&[(b"ic07", vec![1, 2, 3])]).unwrap();

        assert_eq!(
            icon,
            b"icns\x00\x00\x00\x13ic07\x00\x00\x00\x0b\x01\x02\x03"
        );
    }
}
