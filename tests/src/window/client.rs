//! The W3C `WebDriver` protocol over one plain connection for each request: all that is needed of it, and
//! nothing that would have to be built.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// How long one request may take: a page that hangs must not hang the tests.
const PATIENCE: Duration = Duration::from_secs(40);

/// What the driver answered instead of a value.
#[derive(Debug)]
pub struct Refusal {
    /// The protocol's name for it, such as `no such element`.
    pub error: String,
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

/// Sends a request to the driver on `port` and gives the value it answers.
pub(super) fn ask(
    port: u16,
    method: &str,
    path: &str,
    body: Option<&Value>,
) -> Result<Value, Refusal> {
    let answer = exchange(port, method, path, body).map_err(|error| Refusal {
        error: "unreachable".into(),
        message: format!("the driver on port {port} did not answer: {error}"),
    })?;
    let value = answer["value"].clone();
    match value["error"].as_str() {
        None => Ok(value),
        Some(error) => Err(Refusal {
            error: error.to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        }),
    }
}

fn exchange(port: u16, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<Value> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    connection.set_read_timeout(Some(PATIENCE))?;
    write!(
        connection,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len(),
    )?;
    read_answer(&mut connection)
}

/// Reads head and body. The driver states the length and may leave the connection open.
fn read_answer(connection: &mut impl Read) -> std::io::Result<Value> {
    let mut received = Vec::new();
    let mut chunk = vec![0; 64 * 1024];
    loop {
        if let Some(body) = whole_body(&received) {
            return serde_json::from_slice(body).map_err(std::io::Error::other);
        }
        let read = connection.read(&mut chunk)?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        received.extend_from_slice(&chunk[..read]);
    }
}

fn whole_body(received: &[u8]) -> Option<&[u8]> {
    let end = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let (head, body) = received.split_at(end);
    let head = String::from_utf8_lossy(head).to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"))?;
    body.get(..length.trim().parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_when_its_stated_length_has_come() {
        let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1";
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}";

        assert_eq!(whole_body(cut), None);
        assert_eq!(whole_body(whole), Some(&b"{\"a\":1}"[..]));
    }

    #[test]
    fn an_answer_cut_short_is_an_error_and_not_a_wait() {
        let mut cut = &b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{"[..];

        let error = read_answer(&mut cut).unwrap_err();

        assert_eq!(error.kind(), std::io::ErrorKind::UnexpectedEof);
    }
}
