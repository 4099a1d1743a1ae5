//! The child's side of a page picture: draw the page and read its words.

use std::io::{self, Write};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::request::Request;
use crate::words_of_page::words;

/// The widest picture, in pixels: enough for a page at four times its size.
const WIDEST: u32 = 4000;

/// Answers one request.
pub(crate) fn read(request: &[u8], to: &mut dyn Write) -> io::Result<()> {
    let shown = Request::of(request).and_then(shown);
    let Some((png, words)) = shown else {
        return to.write_all(&[0]);
    };
    let length = u32::try_from(words.len()).unwrap_or(0);
    to.write_all(&[1])?;
    to.write_all(&length.to_be_bytes())?;
    to.write_all(words.as_bytes())?;
    to.write_all(&png)
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
