//! Commands out of a stream that glues and splits them as it likes.

use super::command::{Dialect, Heard, malformed};
use super::scanner::{Scanner, Step};
use crate::wire::{Code, Fault};

/// Longest command: a script with a texture in it, and far from what fills a memory.
pub const MESSAGE: usize = 64 << 20;
/// A buffer that has grown beyond this is given back when it is empty.
const KEPT: usize = 1 << 20;

/// What the stream held next.
#[derive(Debug)]
pub enum Taken {
    /// A command, or what is wrong with it in the words in which it must be told; the stream goes on.
    Command(Heard),
    /// No client of ours: a browser, or one that speaks something else. The connection must end.
    Stranger(Stranger),
    /// Nothing after this can be understood: told, then the connection must end.
    Hopeless(Fault),
}

/// Who is refused at the first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// HTTP: a browser's page may be behind it.
    Http,
    /// Anything else that does not begin with `{`.
    Other,
}

/// What came and is not a whole command yet.
#[derive(Debug, Default)]
pub struct Intake {
    buffer: Vec<u8>,
    /// Where the next command begins, and how far the scanner is.
    start: usize,
    scanned: usize,
    scanner: Scanner,
    /// A command has begun.
    begun: bool,
    /// Something was understood, so that a mistake is a mistake and no stranger.
    known: bool,
    /// The rest of what was malformed is passed over until a line ends or an object begins with a new segment.
    lost: bool,
}

impl Intake {
    /// Takes what the socket gave.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.scanned -= self.start;
            self.start = 0;
        }
        if self.buffer.is_empty() && self.buffer.capacity() > KEPT {
            self.buffer.shrink_to(KEPT);
        }
        let bytes = if self.lost { self.found(bytes) } else { bytes };
        self.buffer.extend_from_slice(bytes);
    }

    /// Whether a command has begun and not ended.
    pub fn pending(&self) -> bool {
        self.begun
    }

    /// Drops the command that does not go on, and says so.
    pub fn give_up(&mut self, waited: std::time::Duration) -> (Dialect, Fault) {
        let held = self.buffer.len() - self.start;
        let lab = self.buffer[self.start..].windows(9).take(64).any(|part| part == br#""execute""#);
        self.forget();
        let message = format!(
            "the command is incomplete: {held} bytes came, then nothing for {} s, and its JSON does not end there",
            waited.as_secs_f64()
        );
        let fault = Fault::new(Code::TimedOut, message)
            .detail("bytes", held)
            .suggest("send the whole object; every `{` needs its `}`");
        (if lab { Dialect::BlenderLab } else { Dialect::BlenderMcp }, fault)
    }

    /// Passes over what stands between commands; whether one begins.
    fn begin(&mut self) -> bool {
        let between = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0);
        let skipped = self.buffer[self.start..].iter().take_while(|byte| between(byte)).count();
        self.start += skipped;
        self.scanned = self.start;
        self.begun = self.start < self.buffer.len();
        self.begun
    }

    fn whole(&mut self) -> Taken {
        let heard = Heard::read(&self.buffer[self.start..self.scanned], self.end());
        (self.start, self.begun, self.known) = (self.scanned, false, true);
        self.scanner = Scanner::default();
        Taken::Command(heard)
    }

    /// What stands behind the object that was scanned, as far as it has come.
    fn end(&self) -> Option<Dialect> {
        let mut behind = self.buffer[self.scanned..].iter();
        match behind.find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) {
            Some(b'\n') => Some(Dialect::Lines),
            Some(0) => Some(Dialect::BlenderLab),
            _ => None,
        }
    }

    /// Passes over the rest of a malformed command: to the end of its line, where there is one.
    fn lose(&mut self, why: &str) -> Taken {
        let place = self.scanned - self.start;
        // The byte that was wrong may itself be the end of the line.
        let rest = &self.buffer[self.scanned - 1..];
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | 0));
        let dialect = match end.map(|end| rest[end]) {
            Some(b'\n') => Dialect::Lines,
            Some(_) => Dialect::BlenderLab,
            None => Dialect::BlenderMcp,
        };
        match end {
            Some(end) => {
                self.start = self.scanned + end;
                (self.scanned, self.begun, self.scanner) = (self.start, false, Scanner::default());
            }
            None => {
                self.forget();
                self.lost = true;
            }
        }
        self.known = true;
        Taken::Command(Heard::wrong(dialect, malformed(format!("{why}, at byte {place}"))))
    }

    /// What of a new segment is worth reading again after something malformed.
    fn found<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let first = bytes.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != 0);
        let line = bytes.iter().position(|byte| matches!(byte, b'\n' | 0));
        let from = match (first, line) {
            (Some(first), _) if bytes[first] == b'{' => first,
            (_, Some(line)) => line + 1,
            _ => return &[],
        };
        self.lost = false;
        &bytes[from..]
    }

    fn forget(&mut self) {
        self.buffer.clear();
        (self.start, self.scanned, self.begun) = (0, 0, false);
        self.scanner = Scanner::default();
    }
}

impl Iterator for Intake {
    type Item = Taken;

    /// What the stream holds next; none when more must come, and then there is more again.
    fn next(&mut self) -> Option<Taken> {
        if !self.begun && !self.begin() {
            return None;
        }
        if !self.known && self.buffer[self.start] != b'{' {
            return Some(Taken::Stranger(stranger(&self.buffer[self.start..])));
        }
        loop {
            self.scanned += self.scanner.plain(&self.buffer[self.scanned..]);
            let Some(&byte) = self.buffer.get(self.scanned) else { break };
            self.scanned += 1;
            match self.scanner.step(byte) {
                Step::More => {}
                Step::End => return Some(self.whole()),
                Step::Bad(why) => return Some(self.lose(why)),
            }
        }
        if self.scanned - self.start > MESSAGE {
            self.forget();
            return Some(Taken::Hopeless(too_large()));
        }
        None
    }
}

/// Every method of HTTP is upper-case letters; so may be one that a page makes up.
fn stranger(bytes: &[u8]) -> Stranger {
    if bytes.first().is_some_and(u8::is_ascii_alphabetic) { Stranger::Http } else { Stranger::Other }
}

fn too_large() -> Fault {
    Fault::new(Code::TooLarge, format!("a command may be {MESSAGE} bytes long, and this one is longer"))
        .detail("limit", MESSAGE)
        .suggest("write the data to a file and name the file")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    /// All that a stream in these pieces says.
    fn read(pieces: &[&[u8]]) -> Vec<String> {
        let mut intake = Intake::default();
        let mut said = Vec::new();
        for piece in pieces {
            intake.push(piece);
            for taken in intake.by_ref() {
                let end = !matches!(taken, Taken::Command(..));
                said.push(word(&taken));
                if end {
                    return said;
                }
            }
        }
        said
    }

    fn word(taken: &Taken) -> String {
        match taken {
            Taken::Command(Heard { dialect, id, command }) => {
                let id = if id.is_null() { String::new() } else { format!(" {id}") };
                match command {
                    Ok(command) => {
                        format!("{}{id} {} {}", dialect.name(), command.name, Value::from(command.params.clone()))
                    }
                    Err(fault) => format!("{}{id} {}", dialect.name(), fault.error_code.name()),
                }
            }
            Taken::Stranger(stranger) => format!("{stranger:?}"),
            Taken::Hopeless(fault) => fault.error_code.name().to_owned(),
        }
    }

    fn check(pieces: &[&str], expected: &[&str]) {
        let pieces: Vec<&[u8]> = pieces.iter().map(|piece| piece.as_bytes()).collect();
        assert_eq!(read(&pieces), expected, "{pieces:?}");
    }

    #[test]
    fn tells_the_dialects_apart() {
        check(&[r#"{"type":"a","params":{"x":1}}"#], &[r#"blender-mcp a {"x":1}"#]);
        check(&["{\"type\":\"a\"}\r\n{\"type\":\"b\",\"params\":null}\n"], &["lines a {}", "lines b {}"]);
        check(&["{\"type\":\"execute\",\"code\":\"1\"}\0"], &[r#"blender-lab execute {"code":"1"}"#]);
        check(&["{\"type\":\"execute\",\"code\":\"1\"}", "\0"], &[r#"blender-lab execute {"code":"1"}"#]);
        check(&["{\"type\":\"other\"}\0"], &["blender-lab other {}"]);
        check(
            &["{\"command\":\"a\",\"arguments\":{\"x\":1},\"request_id\":\"7\"}\n{\"command\":\"b\"}"],
            &[r#"maya-mcp "7" a {"x":1}"#, "maya-mcp b {}"],
        );
        check(
            &[r#"{"command":7,"request_id":1}"#, r#"{"command":"a","arguments":[]}"#],
            &["maya-mcp 1 invalid_params", "maya-mcp invalid_params"],
        );
    }

    #[test]
    fn glued_and_split_commands_are_themselves() {
        check(&[r#"{"type":"a"}{"type":"b"}"#], &["blender-mcp a {}", "blender-mcp b {}"]);
        let split: Vec<String> = r#"{"type":"ä}\"","params":{"x":[{}]}}"#.chars().map(String::from).collect();
        let split: Vec<&str> = split.iter().map(String::as_str).collect();
        check(&split, &[r#"blender-mcp ä}" {"x":[{}]}"#]);
    }

    #[test]
    fn what_is_wrong_is_told_and_the_next_command_understood() {
        check(&[r#"{"params":{}}{"type":"a"}"#], &["blender-mcp invalid_params", "blender-mcp a {}"]);
        check(&[r#"{"type":1}{"type":"a","params":[]}"#], &["blender-mcp invalid_params"; 2]);
        check(&["{\"type\": oops, \"b\": 1}\n{\"type\":\"a\"}\n"], &["lines protocol", "lines a {}"]);
        check(&["{\"type\": \"unclosed\n{\"type\":\"a\"}\n"], &["lines protocol", "lines a {}"]);
        check(&["{]rest", " of it", "{\"type\":\"a\"}"], &["blender-mcp protocol", "blender-mcp a {}"]);
        check(&["{]rest", "of it\n{\"type\":\"a\"}\n"], &["blender-mcp protocol", "lines a {}"]);
        check(
            &["{\"type\":\"a\"}x", "{\"type\":\"b\"}"],
            &["blender-mcp a {}", "blender-mcp protocol", "blender-mcp b {}"],
        );
        check(&["{\"type\":\"\\ud800\"}{\"type\":\"a\"}"], &["blender-mcp protocol", "blender-mcp a {}"]);
    }

    #[test]
    fn strangers_are_known_by_their_first_byte() {
        let page =
            "POST / HTTP/1.1\r\nOrigin: https://x\r\n\r\n{\"type\":\"execute_code\",\"params\":{\"code\":\"1\"}}";
        check(&[page], &["Http"]);
        check(&["\r\n get / HTTP/1.1\r\n\r\n{\"type\":\"a\"}"], &["Http"]);
        check(&["\u{16}\u{3}\u{1}"], &["Other"]);
        check(&["[1]"], &["Other"]);
    }

    #[test]
    fn what_does_not_end_is_given_up_and_what_is_too_long_refused() {
        let mut intake = Intake::default();
        intake.push(br#"{"type":"execute","code":"1"#);
        assert!(intake.next().is_none() && intake.pending());
        let (dialect, fault) = intake.give_up(Duration::from_secs(10));
        assert_eq!((dialect, fault.error_code, intake.pending()), (Dialect::BlenderLab, Code::TimedOut, false));
        intake.push(br#"{"type":"a"}"#);
        assert_eq!(word(&intake.next().unwrap()), "blender-mcp a {}");
        let start: &[u8] = br#"{"a":""#;
        let chunk = vec![b'x'; 1 << 20];
        let pieces: Vec<&[u8]> = std::iter::once(start).chain((0..66).map(|_| chunk.as_slice())).collect();
        assert_eq!(read(&pieces), ["too_large"]);
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec((".{0,6}", inner), 0..6)
                    .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_commands_cut_anywhere_come_whole_and_in_order(
            commands in prop::collection::vec((".{0,8}", value()), 1..6),
            cuts in prop::collection::vec(1_usize..40, 1..40),
            between in prop::sample::select(vec!["", "\n", "\r\n", "  "]),
            pretty in any::<bool>(),
        ) {
            let wanted: Vec<Value> =
                commands.iter().map(|(name, value)| json!({ "type": name, "params": { "value": value } })).collect();
            let text: String = wanted
                .iter()
                .map(|value| if pretty { format!("{value:#}{between}") } else { format!("{value}{between}") })
                .collect();
            let mut intake = Intake::default();
            let mut got = Vec::new();
            let mut rest = text.as_bytes();
            for cut in cuts.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                let (piece, more) = rest.split_at((*cut).min(rest.len()));
                rest = more;
                intake.push(piece);
                for taken in intake.by_ref() {
                    let Taken::Command(Heard { command: Ok(command), .. }) = taken else { panic!("{taken:?}") };
                    got.push(json!({ "type": command.name, "params": command.params }));
                }
            }
            prop_assert_eq!(got, wanted);
            prop_assert!(!intake.pending());
        }

        #[test]
        fn no_bytes_break_it(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20)) {
            let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
            read(&pieces);
        }

        #[test]
        fn almost_json_never_wedges_it(noise in "[{}\\[\\]\",:a1\\\\ \n]{0,60}") {
            let mut intake = Intake::default();
            intake.push(b"{\"type\":\"first\"}");
            prop_assert_eq!(word(&intake.next().unwrap()), "blender-mcp first {}");
            intake.push(noise.as_bytes());
            while intake.next().is_some() {}
            if intake.pending() {
                intake.give_up(Duration::from_secs(1));
            }
            intake.push(b"{\"type\":\"last\"}");
            prop_assert_eq!(word(&intake.next().unwrap()), "blender-mcp last {}");
        }
    }
}
