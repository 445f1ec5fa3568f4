//! `Range` and `Content-Range`: one range of bytes, read strictly.

use std::ops::Range;

/// What of `total` bytes the text of `Range` asks for; none when it is no single range that can be had. To be lenient
/// and give everything would use up what can be read once.
pub(super) fn wanted(text: &str, total: u64) -> Option<Range<u64>> {
    let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
    let range = match (from, to) {
        ("", last) => total.saturating_sub(number(last)?)..total,
        (from, "") => number(from)?..total,
        (from, to) => number(from)?..number(to)?.checked_add(1)?.min(total),
    };
    (range.start < range.end).then_some(range)
}

/// Which bytes come, and of how many when that is said, by the text of `Content-Range`.
pub(super) fn coming(text: &str) -> Option<(Range<u64>, Option<u64>)> {
    let (range, total) = text.strip_prefix("bytes ")?.split_once('/')?;
    let (from, to) = range.split_once('-')?;
    let range = number(from)?..number(to)?.checked_add(1)?;
    let total = if total == "*" { None } else { Some(number(total)?) };
    (range.start < range.end).then_some((range, total))
}

/// Digits only: `parse` would also take a sign.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_within_the_bytes_can_be_had() {
        let check = |text: &str, expected: Option<Range<u64>>| assert_eq!(wanted(text, 10), expected, "{text}");
        check("bytes=0-3", Some(0..4));
        check("bytes=4-", Some(4..10));
        check("bytes=-3", Some(7..10));
        check("bytes=-30", Some(0..10));
        check("bytes=8-99", Some(8..10));
        check("bytes=0-18446744073709551615", None);
        for bad in
            ["bytes=10-", "bytes=-0", "bytes=3-2", "bytes=-", "bytes=0-1,4-5", "bytes=+1-2", "lines=0-1", "x", ""]
        {
            check(bad, None);
        }
    }

    #[test]
    fn what_comes_says_where_it_belongs() {
        let check = |text: &str, expected| assert_eq!(coming(text), expected, "{text}");
        check("bytes 0-3/10", Some((0..4, Some(10))));
        check("bytes 4-9/*", Some((4..10, None)));
        for bad in
            ["bytes */10", "bytes 3-2/10", "bytes 0-3", "bytes=0-3/10", "bytes 0-/10", "bytes 0-3/", "bytes -1-3/4"]
        {
            check(bad, None);
        }
    }
}
