//! Where a JSON object ends, found byte by byte: a stream without frames has no other sign of it. It knows the grammar of
//! objects, lists and strings, so that most of what is malformed is seen at once and not after a time-out; numbers and
//! words are judged by the parser that reads the whole.

use crate::wire::limits;

/// What one more byte made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The object goes on.
    More,
    /// This was its last byte.
    End,
    /// No JSON object goes on like this.
    Bad(&'static str),
}

/// What may come next outside of strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Object,
    KeyOrEnd,
    Key,
    Colon,
    Value,
    ValueOrEnd,
    CommaOrEnd,
}

/// What the byte is inside of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Nothing,
    Text { key: bool, escaped: bool },
    Scalar,
}

/// The state between two bytes of one object.
#[derive(Debug)]
pub(super) struct Scanner {
    open: Vec<u8>,
    next: Next,
    inside: Inside,
}

impl Default for Scanner {
    fn default() -> Self {
        Self { open: Vec::new(), next: Next::Object, inside: Inside::Nothing }
    }
}

impl Scanner {
    /// How many of these bytes are text that changes nothing, and need not be taken one by one.
    pub(super) fn plain(&self, bytes: &[u8]) -> usize {
        match self.inside {
            Inside::Text { escaped: false, .. } => {
                bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).unwrap_or(bytes.len())
            }
            _ => 0,
        }
    }

    /// Takes the next byte.
    pub(super) fn step(&mut self, byte: u8) -> Step {
        match self.inside {
            Inside::Text { key, escaped } => self.text(byte, key, escaped),
            Inside::Scalar if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.') => Step::More,
            Inside::Scalar | Inside::Nothing => {
                self.inside = Inside::Nothing;
                self.outside(byte)
            }
        }
    }

    fn text(&mut self, byte: u8, key: bool, escaped: bool) -> Step {
        match byte {
            0..0x20 => {
                return Step::Bad("a text with a line break or control character in it, which JSON writes `\\n`");
            }
            _ if escaped => self.inside = Inside::Text { key, escaped: false },
            b'\\' => self.inside = Inside::Text { key, escaped: true },
            b'"' => {
                self.inside = Inside::Nothing;
                self.next = if key { Next::Colon } else { Next::CommaOrEnd };
            }
            _ => {}
        }
        Step::More
    }

    fn outside(&mut self, byte: u8) -> Step {
        let value = matches!(self.next, Next::Value | Next::ValueOrEnd);
        match (self.next, byte) {
            (_, b' ' | b'\t' | b'\r' | b'\n') => {}
            (Next::Object, b'{') => return self.enter(b'}', Next::KeyOrEnd),
            (Next::KeyOrEnd, b'}') | (Next::ValueOrEnd, b']') => return self.leave(),
            (Next::CommaOrEnd, b'}' | b']') if self.open.last() == Some(&byte) => return self.leave(),
            (Next::KeyOrEnd | Next::Key, b'"') => self.inside = Inside::Text { key: true, escaped: false },
            (Next::Colon, b':') => self.next = Next::Value,
            (Next::CommaOrEnd, b',') => {
                self.next = if self.open.last() == Some(&b'}') { Next::Key } else { Next::Value };
            }
            (_, b'"') if value => self.inside = Inside::Text { key: false, escaped: false },
            (_, b'{') if value => return self.enter(b'}', Next::KeyOrEnd),
            (_, b'[') if value => return self.enter(b']', Next::ValueOrEnd),
            (_, b'-' | b'0'..=b'9' | b't' | b'f' | b'n') if value => {
                (self.inside, self.next) = (Inside::Scalar, Next::CommaOrEnd);
            }
            _ => return Step::Bad(self.wanted()),
        }
        Step::More
    }

    fn enter(&mut self, end: u8, next: Next) -> Step {
        if self.open.len() == limits::DEPTH {
            return Step::Bad("lists and objects nested too deep");
        }
        self.open.push(end);
        self.next = next;
        Step::More
    }

    fn leave(&mut self) -> Step {
        self.open.pop();
        self.next = Next::CommaOrEnd;
        if self.open.is_empty() { Step::End } else { Step::More }
    }

    fn wanted(&self) -> &'static str {
        match self.next {
            Next::Object => "something other than `{`",
            Next::KeyOrEnd | Next::Key => "something other than a name in double quotes",
            Next::Colon => "a name without `:` after it",
            Next::Value | Next::ValueOrEnd => "something that is no JSON value",
            Next::CommaOrEnd => "a value without `,` or an end after it",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the object ends, or what is wrong with it.
    fn scan(text: &str) -> Result<Option<usize>, &'static str> {
        let mut scanner = Scanner::default();
        for (place, byte) in text.bytes().enumerate() {
            match scanner.step(byte) {
                Step::More => {}
                Step::End => return Ok(Some(place + 1)),
                Step::Bad(why) => return Err(why),
            }
        }
        Ok(None)
    }

    #[test]
    fn finds_the_end_and_what_is_wrong() {
        for (text, end) in [
            ("{}", 2),
            (r#"{"a":[1,-2.5e+3,true,null,{"b":[]}]}{"#, 36),
            (r#"{"a" : "}\"\\" } "#, 16),
            ("{\n\t\"a\": {}\r\n}", 13),
        ] {
            assert_eq!(scan(text), Ok(Some(end)), "{text}");
        }
        for text in ["{", r#"{"a"#, r#"{"a\""#, r#"{"a":1"#, r#"{"a":[{}"#] {
            assert_eq!(scan(text), Ok(None), "{text}");
        }
        for text in
            ["[", "{,", "{1", "{\"a\" 1", "{\"a\":}", "{\"a\":oops", "{\"a\":1]", "{\"a\":[}", "{\"a\":1 2", "{\"a\n"]
        {
            assert!(scan(text).is_err(), "{text}");
        }
        assert!(scan(&r#"{"a":"#.repeat(limits::DEPTH + 1)).is_err());
        assert_eq!(scan(&r#"{"a":"#.repeat(limits::DEPTH)), Ok(None));
    }
}
