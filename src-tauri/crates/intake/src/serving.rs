//! The child's side: take the bounds, read one request, answer, end.

use std::io::{self, BufWriter, Read, Write, stdin, stdout};

use crate::Errand;
use crate::confinement::confine;

/// Serves where the program was started as a child for one of some errands; none where it was not.
/// It is asked before anything else is done.
pub fn serve(argument: Option<&str>, errands: &[Errand]) -> Option<io::Result<()>> {
    let argument = argument?;
    let errand = errands.iter().find(|errand| errand.argument == argument)?;
    Some(serve_one(errand))
}

fn serve_one(errand: &Errand) -> io::Result<()> {
    confine(errand)?;
    let mut request = Vec::new();
    // One byte more than is allowed is enough to know.
    let mut input = stdin().lock().take(errand.request.saturating_add(1));
    input.read_to_end(&mut request)?;
    if request.len() as u64 > errand.request {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut output = BufWriter::new(stdout().lock());
    (errand.read)(&request, &mut output)?;
    output.flush()
}
