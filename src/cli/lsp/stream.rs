//! Messages over standard input and output, each behind its length. What is no message is passed on as such: only a stream
//! that says no lengths cannot be read any further.

use std::io::{self, BufRead, Read as _};
use std::thread::{self, JoinHandle};

use lsp_server::{Connection, Message, Notification, RequestId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::diagnostic::Text;

/// The notification in the place of a message that cannot be read.
pub const UNREAD: &str = "mtvp/unread";
/// So many bytes a line before a message has at most.
const LONGEST: u64 = 4096;

/// What there is to say of a message that cannot be read.
#[derive(Debug, Deserialize, Serialize)]
pub struct Unread {
    /// The request that it would be.
    pub id: Option<RequestId>,
    pub why: String,
}

/// The two that carry messages.
pub struct Threads {
    reader: JoinHandle<Result<(), Text>>,
    writer: JoinHandle<io::Result<()>>,
}

impl Threads {
    /// Waits until all is written, and tells why reading ended early.
    pub fn join(self) -> Result<(), Text> {
        let broken = || Text::new("lsp-broken");
        let written = self.writer.join().map_err(|_| broken())?.map_err(|_| broken());
        self.reader.join().map_err(|_| broken())?.and(written)
    }
}

/// A connection over standard input and output.
pub fn stdio() -> io::Result<(Connection, Threads)> {
    let (ours, theirs) = Connection::memory();
    let Connection { sender, receiver } = ours;
    let pass_on = move || {
        let mut input = io::stdin().lock();
        read(&mut input, |message| sender.send(message).is_ok())
    };
    let reader = thread::Builder::new().name("lsp-reader".to_owned()).spawn(pass_on)?;
    let write = move || {
        let mut output = io::stdout().lock();
        receiver.into_iter().try_for_each(|message| message.write(&mut output))
    };
    let writer = thread::Builder::new().name("lsp-writer".to_owned()).spawn(write)?;
    Ok((theirs, Threads { reader, writer }))
}

/// Reads until the editor says that it is done, closes, or nobody listens.
fn read(input: &mut impl BufRead, mut pass_on: impl FnMut(Message) -> bool) -> Result<(), Text> {
    while let Some(body) = body(input)? {
        let message = message(&body).unwrap_or_else(|why| unread(&body, why));
        let is_exit = matches!(&message, Message::Notification(one) if one.method == "exit");
        if !pass_on(message) || is_exit {
            break;
        }
    }
    Ok(())
}

fn message(body: &[u8]) -> Result<Message, String> {
    let message = serde_json::from_slice::<Message>(body).map_err(|error| error.to_string())?;
    // Whatever has a number would pass for an answer, and an answer that answers nothing may be a request with a slip.
    let answers = |value: Value| value.get("result").or_else(|| value.get("error")).is_some();
    let is_answer = || serde_json::from_slice(body).is_ok_and(answers);
    match message {
        Message::Response(_) if !is_answer() => Err("no `method`, `result` or `error`".to_owned()),
        Message::Request(_) | Message::Notification(_) | Message::Response(_) => Ok(message),
    }
}

fn unread(body: &[u8], why: String) -> Message {
    let read = serde_json::from_slice::<Value>(body).ok();
    let id = read.and_then(|value| serde_json::from_value(value.get("id")?.clone()).ok());
    Notification::new(UNREAD.to_owned(), Unread { id, why }).into()
}

/// The next message, without what stands before it; none when there are no more.
fn body(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, Text> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        let count = input.by_ref().take(LONGEST).read_until(b'\n', &mut line).unwrap_or(0);
        if count == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        let broken = || Text::new("lsp-no-length").with("found", line.chars().take(60).collect::<String>());
        let (name, value) = line.split_once(':').ok_or_else(broken)?;
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.trim().parse::<u64>().map_err(|_| broken())?);
        }
    }
    let length = length.ok_or_else(|| Text::new("lsp-no-length").with("found", ""))?;
    let mut body = Vec::new();
    let read = input.by_ref().take(length).read_to_end(&mut body);
    Ok(read.is_ok_and(|count| count as u64 == length).then_some(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(text: &str) -> (Vec<String>, bool) {
        let mut found = Vec::new();
        let ended = read(&mut text.as_bytes(), |message| {
            found.push(match message {
                Message::Notification(one) if one.method == UNREAD => format!("unread {}", one.params["id"]),
                Message::Notification(one) => one.method,
                Message::Request(one) => one.method,
                Message::Response(_) => "response".to_owned(),
            });
            true
        });
        (found, ended.is_ok())
    }

    fn framed(text: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{text}", text.len())
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        let ask = r#"{"jsonrpc":"2.0","id":1,"method":"a"}"#;
        let exit = r#"{"jsonrpc":"2.0","method":"exit"}"#;
        for (broken, said) in [
            (r#"{"jsonrpc":"#, "unread null"),
            (r#"{"id":7,"meth":"x"}"#, "unread 7"),
            (r#"{"id":"een","method":3}"#, "unread \"een\""),
            ("[]", "unread null"),
            ("", "unread null"),
        ] {
            let all = [framed(ask), framed(broken), framed(ask), framed(exit), framed(ask)].concat();
            assert_eq!(passed(&all), (["a", said, "a", "exit"].map(str::to_owned).into(), true), "{broken}");
        }
        for broken in ["Content-Length: veel\r\n\r\n{}", "{}\r\n\r\n", "Content-Type: x\r\n\r\n{}"] {
            assert_eq!(
                passed(&[&framed(ask), broken, &framed(ask)].concat()),
                (vec!["a".to_owned()], false),
                "{broken}"
            );
        }
        // An editor that closes halfway sends nothing any more.
        assert_eq!(passed("Content-Length: 99999999999999\r\n\r\n{}"), (Vec::new(), true));
    }
}
