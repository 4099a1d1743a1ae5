//! Marked-up text as plain text. What a feed sends is never shown as markup.

/// The text without HTML tags and Markdown marks. Plain text comes out as it went in.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let text = without_html(&text);
    let lines = text
        .lines()
        .map(|line| without_markdown(line).trim_end().to_owned());
    let mut out: Vec<String> = Vec::new();
    for line in lines {
        // Three empty lines say no more than one.
        if !(line.is_empty() && out.last().is_none_or(String::is_empty)) {
            out.push(line);
        }
    }
    out.join("\n").trim().to_owned()
}

/// Whether a text has a tag in it.
pub(crate) fn has_tags(text: &str) -> bool {
    text.match_indices('<')
        .any(|(at, _)| tag(text.get(at..).unwrap_or_default()).is_some())
}

fn without_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if from.starts_with('<') {
            if let Some((name, end)) = tag(from) {
                rest = from.get(end..).unwrap_or_default();
                match name.as_str() {
                    "script" | "style" => rest = after_closing(rest, &name),
                    "br" | "/p" | "/div" | "/h1" | "/h2" | "/h3" | "/h4" | "/ul" | "/ol"
                    | "/li" | "/tr" => {
                        end_line(&mut out);
                    }
                    "li" => out.push_str("- "),
                    _ => {}
                }
            } else {
                out.push('<');
                rest = from.get(1..).unwrap_or_default();
            }
        } else if let Some((letter, end)) = entity(from) {
            out.push(letter);
            rest = from.get(end..).unwrap_or_default();
        } else {
            out.push('&');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

fn end_line(out: &mut String) {
    if !out.ends_with('\n') {
        out.push('\n');
    }
}

/// The name of the tag that a text begins with, in small letters, and where it ends.
fn tag(text: &str) -> Option<(String, usize)> {
    let inside = text.get(1..)?;
    if inside.starts_with("!--") {
        let end = inside.find("-->")?;
        return Some(("!--".into(), 1 + end + 3));
    }
    let first = inside.chars().next()?;
    if !(first.is_ascii_alphabetic() || first == '/' || first == '!') {
        return None;
    }
    let end = inside.find('>')?;
    let body = inside.get(..end)?;
    if body.contains('<') {
        return None;
    }
    let name = body
        .split([' ', '\n'])
        .next()?
        .trim_end_matches('/')
        .to_lowercase();
    Some((name, end + 2))
}

fn after_closing<'t>(text: &'t str, name: &str) -> &'t str {
    let closing = format!("</{name}");
    let lower = text.to_ascii_lowercase();
    let Some(at) = lower.find(&closing) else {
        return "";
    };
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find('>').map_or(rest.len(), |end| end + 1);
    rest.get(end..).unwrap_or_default()
}

fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.get(..text.len().min(12)).unwrap_or(text).find(';')?;
    let name = text.get(1..end)?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "rsquo" => '’',
        "lsquo" => '‘',
        "pound" => '£',
        "eacute" => 'é',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((letter, end + 1))
}

fn without_markdown(line: &str) -> String {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let line = match line.get(hashes..) {
        Some(rest) if (1..=6).contains(&hashes) && rest.starts_with(' ') => rest.trim_start(),
        _ => line,
    };
    let mut line = without_links(line);
    for mark in ["**", "__"] {
        while let Some((before, inside, after)) = pair(&line, mark) {
            line = format!("{before}{inside}{after}");
        }
    }
    line
}

fn pair<'t>(line: &'t str, mark: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let (before, rest) = line.split_once(mark)?;
    let (inside, after) = rest.split_once(mark)?;
    let fits = !inside.is_empty() && !inside.starts_with(' ') && !inside.ends_with(' ');
    fits.then_some((before, inside, after))
}

/// `[words](address)` as the words, with the address behind them.
fn without_links(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let (before, from) = rest.split_at(open);
        let found = from.find("](").and_then(|middle| {
            let words = from.get(1..middle)?;
            let address = from.get(middle + 2..)?;
            let end = address.find(')')?;
            let target = address.get(..end)?;
            (!words.contains('[') && target.starts_with("http"))
                .then(|| (words, target, middle + 2 + end + 1))
        });
        out.push_str(before);
        if let Some((words, address, end)) = found {
            out.push_str(words);
            out.push_str(" (");
            out.push_str(address);
            out.push(')');
            rest = from.get(end..).unwrap_or_default();
        } else {
            out.push('[');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        let html = "<p>For <b>women</b> &amp; girls.</p><ul><li>One</li><li>Two</li></ul><script>alert(1)</script>";
        assert_eq!(plain(html), "For women & girls.\n- One\n- Two");
        let markdown = "# About\n**Bold** and [our page](https://example.com/a)";
        assert_eq!(
            plain(markdown),
            "About\nBold and our page (https://example.com/a)"
        );
    }

    #[test]
    fn plain_text_comes_out_as_it_went_in() {
        for text in [
            "Men's group, 2 < 3 & more",
            "a * b * c",
            "[?] not known",
            "Snake_case_name",
            "x__y",
            "A\n\nB",
        ] {
            assert_eq!(plain(text), text);
        }
    }
}
