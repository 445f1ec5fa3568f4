//! What a command prints, and the exit code that it ends with.

use std::io::{IsTerminal as _, Write};
use std::path::Path;

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use serde_json::Value;
use terminal_size::{Width, terminal_size};

use crate::mcp::fault_text;
use crate::wire::{Code, Fault};

/// Exit code of wrong usage.
pub(super) const USAGE: i32 = 2;
/// One line under the heads and no other: a screen holds as many rows as it can.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill(RULE).junction(RULE));
const RULE: char = '─';

/// Why a command ends without having done its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// An operation failed.
    Fault(Fault),
    /// The command line asks for what cannot be.
    Usage(String),
    /// All is said; only the exit code is left.
    Exit(i32),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(crate::mcp::explain(fault))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(Fault::new(Code::HandlerError, error.to_string()))
    }
}

/// Refuses a place where no file can be, before anything is done that it would be lost with.
pub(super) fn place_for(out: &Path) -> Result<(), Failure> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let shown = out.display();
    if out.is_dir() {
        return Err(Failure::Usage(format!("--out: `{shown}` is a folder; name the file in it")));
    }
    if !folder.is_dir() {
        let folder = folder.display();
        return Err(Failure::Usage(format!("--out: there is no folder `{folder}`; make it, or write somewhere else")));
    }
    Ok(())
}

/// The exit code of an error.
pub(super) fn exit_code(code: Code) -> i32 {
    match code {
        Code::InstanceNotFound | Code::InstanceRequired | Code::HostNotRunning => 3,
        Code::PermissionDenied | Code::Unauthorized => 4,
        Code::Unreachable | Code::OutcomeUnknown => 5,
        _ => 1,
    }
}

/// Where a command prints. Writing never fails a command: whoever closed the pipe has read enough.
pub(super) struct Output {
    out: Box<dyn Write + Send>,
    err: Box<dyn Write + Send>,
    /// Print JSON.
    pub(super) json: bool,
    /// Somebody looks at it.
    pub(super) terminal: bool,
}

impl Output {
    /// The process's own streams.
    pub(super) fn standard(json: bool) -> Self {
        let terminal = std::io::stdout().is_terminal();
        Self { out: Box::new(std::io::stdout()), err: Box::new(std::io::stderr()), json, terminal }
    }

    /// As it is, without a newline of its own.
    pub(super) fn text(&mut self, text: &str) {
        let _ = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
    }

    /// One line.
    pub(super) fn line(&mut self, text: &str) {
        self.text(&format!("{text}\n"));
    }

    /// One line that is no part of the answer.
    pub(super) fn note(&mut self, text: &str) {
        let _ = writeln!(self.err, "{text}");
    }

    /// JSON for a program on one line, for a person over several.
    pub(super) fn value(&mut self, value: &Value) {
        let text = if self.terminal { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
        self.line(&text.unwrap_or_default());
    }

    /// A table that fits the terminal; bold heads only where somebody looks.
    pub(super) fn table(&mut self, heads: &[&str], rows: Vec<Vec<String>>) {
        let mut table = Table::new();
        table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
        if self.terminal
            && let Some((Width(columns), _)) = terminal_size()
        {
            table.set_width(columns);
        }
        table.set_header(heads);
        for row in rows {
            table.add_row(row);
        }
        let text = table.to_string();
        // In a narrow terminal the heads are several lines.
        let (heads, rest) = text.split_at(text.find(RULE).unwrap_or_default());
        for line in heads.lines() {
            self.line(&self.paint("1", line));
        }
        self.line(rest);
    }

    /// `text` in a colour where somebody looks; `code` is an SGR parameter.
    pub(super) fn paint(&self, code: &str, text: &str) -> String {
        let plain = !self.terminal || std::env::var_os("NO_COLOR").is_some();
        if plain { text.to_owned() } else { format!("\x1b[{code}m{text}\x1b[0m") }
    }

    /// Says why on stderr and gives the exit code.
    pub(super) fn failure(&mut self, failure: &Failure) -> i32 {
        match failure {
            Failure::Exit(code) => *code,
            Failure::Usage(message) => {
                if self.json {
                    self.fault_json(&Fault::new(Code::InvalidParams, message.as_str()));
                } else {
                    self.note(&format!("error: {message}"));
                }
                USAGE
            }
            Failure::Fault(fault) => {
                if self.json {
                    self.fault_json(fault);
                } else {
                    self.note(&format!("error: {}", fault_text(fault)));
                }
                exit_code(fault.error_code)
            }
        }
    }

    fn fault_json(&mut self, fault: &Fault) {
        let text = serde_json::to_string(fault).unwrap_or_default();
        self.note(&text);
    }
}

#[cfg(test)]
pub(super) mod captured {
    use super::*;
    use parking_lot::Mutex;
    use std::sync::Arc;

    /// What was written to one stream.
    #[derive(Clone, Default)]
    pub(in crate::cli) struct Written(Arc<Mutex<Vec<u8>>>);

    impl Written {
        pub(in crate::cli) fn text(&self) -> String {
            String::from_utf8(self.0.lock().clone()).unwrap()
        }

        pub(in crate::cli) fn json(&self) -> Value {
            serde_json::from_str(&self.text()).unwrap()
        }
    }

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// An output into memory, with what it wrote to stdout and stderr.
    pub(in crate::cli) fn output(json: bool) -> (Output, Written, Written) {
        let (out, err) = (Written::default(), Written::default());
        let output = Output { out: Box::new(out.clone()), err: Box::new(err.clone()), json, terminal: false };
        (output, out, err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_as_documented() {
        let check = |code: Code, expected: i32| assert_eq!(exit_code(code), expected, "{code:?}");
        check(Code::NotFound, 1);
        check(Code::InvalidParams, 1);
        check(Code::InstanceNotFound, 3);
        check(Code::InstanceRequired, 3);
        check(Code::HostNotRunning, 3);
        check(Code::PermissionDenied, 4);
        check(Code::Unauthorized, 4);
        check(Code::Unreachable, 5);
    }

    #[test]
    fn errors_are_words_or_the_error_object() {
        let failure = Failure::from(Fault::new(Code::HostNotRunning, "no host is running"));
        let (mut words, out, err) = captured::output(false);
        assert_eq!(words.failure(&failure), 3);
        assert!(err.text().starts_with("error: host_not_running: no host is running\nTry: run `scenewire host`"));
        assert_eq!(out.text(), "");
        let (mut object, _, err) = captured::output(true);
        assert_eq!(object.failure(&failure), 3);
        assert_eq!(err.json()["error_code"], "host_not_running");
        let (mut usage, _, err) = captured::output(true);
        assert_eq!(usage.failure(&Failure::Usage("no".to_owned())), 2);
        assert_eq!(err.json()["error_message"], "no");
    }

    #[test]
    fn only_the_heads_of_a_table_are_bold_and_only_where_somebody_looks() {
        let check = |terminal: bool| {
            let (mut output, out, _) = captured::output(false);
            output.terminal = terminal;
            output.table(&["name", "app"], vec![vec!["maya".to_owned(), "Maya 2027".to_owned()]]);
            let heads = " name   app       ";
            let heads = if terminal { output.paint("1", heads) } else { heads.to_owned() };
            assert_eq!(out.text(), format!("{heads}\n{}\n maya   Maya 2027 \n", "─".repeat(18)));
        };
        check(false);
        check(true);
    }
}
