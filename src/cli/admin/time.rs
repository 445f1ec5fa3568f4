//! Spans of time as people type them.

use std::str::FromStr;

/// `90s`, `15m`, `2h`, `7d`, or plain seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Span(pub(super) u64);

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no span of time; write 90s, 15m, 2h or 7d");
        let split = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
        let (count, unit) = text.split_at(split);
        let count: u64 = count.parse().map_err(|_| wrong())?;
        let unit = match unit {
            "" | "s" => 1,
            "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            _ => return Err(wrong()),
        };
        count.checked_mul(unit).map(Self).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read() {
        let check = |text: &str, expected: Option<u64>| {
            assert_eq!(text.parse::<Span>().ok().map(|span| span.0), expected, "{text}");
        };
        check("90", Some(90));
        check("90s", Some(90));
        check("15m", Some(900));
        check("2h", Some(7_200));
        check("7d", Some(604_800));
        for bad in ["", "h", "1w", "-1", "1.5h", "1 h", "99999999999999999999d"] {
            check(bad, None);
        }
    }
}
