//! Looking at documents, and saving a copy of one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use desk::Fault;
use serde::Serialize;
use tauri::State;

use crate::app::App;

/// A page to look at.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct PagePicture {
    /// The picture as PNG, in base 64.
    pub png: String,
    /// The words of the page in reading order.
    pub words: String,
}

/// One page of a document, as a picture of its very bytes. The reading process is waited for away
/// from the threads that carry other commands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_page(
    token: u32,
    page: u32,
    width: u32,
    app: State<'_, App>,
) -> Result<PagePicture, Fault> {
    let bytes = app.at_desk(|desk| desk.previewed(token).map(|(_, bytes)| bytes.to_vec()))?;
    let program = app.program().to_owned();
    let read =
        tokio::task::spawn_blocking(move || intake::page_picture(&program, &bytes, page, width));
    let shown = read.await.map_err(|_| Fault::PictureFailed)?;
    let shown = shown.map_err(|_| Fault::PictureFailed)?;
    Ok(PagePicture {
        png: STANDARD.encode(shown.png),
        words: shown.words,
    })
}

/// Saves a copy of a document where the person chooses. The path comes from the system's own
/// dialog and never passes through the page; a file that is there is replaced only where the
/// dialog asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_copy(token: u32, app: State<'_, App>) -> Result<Option<String>, Fault> {
    let title = app.at_desk(|desk| {
        desk.previewed(token)
            .map(|(preview, _)| preview.title.clone())
    })?;
    let chosen = rfd::AsyncFileDialog::new()
        .set_title("Save a copy")
        .set_file_name(file_name(&title))
        .add_filter("PDF", &["pdf"])
        .save_file()
        .await;
    let Some(chosen) = chosen else {
        return Ok(None);
    };
    let (_, bytes) = app.at_desk(|desk| desk.save_copy(token))?;
    vault::write_durably(chosen.path(), &bytes).map_err(|_| Fault::FileNotWritten)?;
    Ok(Some(chosen.file_name()))
}

/// A neutral name: letters, digits and hyphens of the document's title.
fn file_name(title: &str) -> String {
    let kept: String = title
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    format!("{}.pdf", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_without_separators_or_dots() {
        assert_eq!(
            file_name("JSWR JSW-26/01841 ../x"),
            "JSWR-JSW-26-01841-x.pdf"
        );
    }
}
