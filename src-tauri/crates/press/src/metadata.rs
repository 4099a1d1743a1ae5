//! What the file says of itself: title, language, producer and date, and nothing more.

use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest as _, Sha256};

use crate::error::Error;
use crate::lay_out::Layout;
use crate::text_string::text_string;

const PRODUCER: &str = concat!("Sederunt ", env!("CARGO_PKG_VERSION"));

/// Replaces what the writer said of the file, and makes its identifier follow from its contents.
pub(crate) fn add(file: &mut Document, layout: &Layout) -> Result<(), Error> {
    "1.7".clone_into(&mut file.version);
    let date = layout.produced.format("D:%Y%m%d%H%M%SZ").to_string();
    let date = Object::string_literal(date);
    let about = dictionary! {
        "Title" => text_string(&layout.title),
        "Producer" => Object::string_literal(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    };
    let info = file.trailer.get(b"Info").and_then(Object::as_reference)?;
    file.set_object(info, about);

    let mut stream = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(layout).into_bytes(),
    );
    // Readers look for the packet in the plain bytes of the file.
    stream.allows_compression = false;
    let metadata = file.add_object(stream);
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", metadata);
    catalog.set("Lang", text_string(&layout.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    identify(file);
    Ok(())
}

/// Same document, same identifier.
fn identify(file: &mut Document) {
    let mut digest = Sha256::new();
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(&stream.content);
        }
    }
    let id: Vec<u8> = digest.finalize().iter().take(16).copied().collect();
    let id = Object::String(id, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
}

fn xmp(layout: &Layout) -> String {
    let title = escaped(&layout.title);
    let language = escaped(&layout.language);
    let date = layout.produced.format("%Y-%m-%dT%H:%M:%SZ");
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}',
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
