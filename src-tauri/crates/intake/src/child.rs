//! The child's side: take limits, read one request, answer, end.

use std::io::{Write, stdin, stdout};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::request::Request;
use crate::words_of_page::words;

/// The argument that makes the program the child and nothing else.
pub const CHILD_ARGUMENT: &str = "--read-one-page";

/// The most memory the child may use: 1 GiB of addresses.
#[cfg(unix)]
const MEMORY: u64 = 1024 * 1024 * 1024;

/// The most processor time the child may use, in seconds.
#[cfg(unix)]
const SECONDS: u64 = 10;

/// The widest picture, in pixels: enough for a page at four times its size.
const WIDEST: u32 = 4000;

/// Serves one request on standard input and answers on standard output.
pub fn serve() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        rlimit::Resource::AS.set(MEMORY, MEMORY)?;
        rlimit::Resource::CPU.set(SECONDS, SECONDS)?;
        rlimit::Resource::CORE.set(0, 0)?;
        rlimit::Resource::FSIZE.set(0, 0)?;
    }
    let request = Request::read(&mut stdin().lock())?;
    let mut out = stdout().lock();
    match shown(request) {
        Some((png, words)) => {
            let length = u32::try_from(words.len()).unwrap_or(0);
            out.write_all(&[1])?;
            out.write_all(&length.to_be_bytes())?;
            out.write_all(words.as_bytes())?;
            out.write_all(&png)?;
        }
        None => out.write_all(&[0])?,
    }
    out.flush()
}

fn shown(request: Request) -> Option<(Vec<u8>, String)> {
    let pdf = Pdf::new(request.file).ok()?;
    let index = usize::try_from(request.page).ok()?.checked_sub(1)?;
    let pages = pdf.pages();
    let page = pages.get(index)?;
    let (page_width, _) = page.render_dimensions();
    let width = u16::try_from(request.width.clamp(1, WIDEST)).ok()?;
    let scale = f32::from(width) / page_width;
    let settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let pixmap = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    Some((pixmap.into_png().ok()?, words(page)))
}
