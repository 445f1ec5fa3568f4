//! Times as people write them.

use std::time::{SystemTime, UNIX_EPOCH};

use super::{Code, Fault, rfc3339};

/// Now, in milliseconds since 1970.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// RFC 3339 in UTC.
pub(crate) fn text(millis: u64) -> String {
    rfc3339(millis / 1_000, (millis % 1_000) as u32)
}

/// Milliseconds since 1970 of an RFC 3339 time, or of a date alone (its midnight in UTC).
pub(crate) fn parse_time(text: &str) -> Result<u64, Fault> {
    parse(text).ok_or_else(|| {
        Fault::new(Code::InvalidParams, "expected a time such as 2026-08-01T12:00:00Z or a date such as 2026-08-01")
    })
}

fn parse(text: &str) -> Option<u64> {
    let (date, rest) = text.split_at_checked(10)?;
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=length(year, month)).contains(&day) {
        return None;
    }
    let midnight = days(year, month, day) * 86_400_000;
    if rest.is_empty() {
        return u64::try_from(midnight).ok();
    }
    let (clock, rest) = rest.strip_prefix(['T', 't', ' '])?.split_at_checked(8)?;
    let mut parts = clock.splitn(3, ':');
    let (hour, minute, second) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|letter: char| !letter.is_ascii_digit())?),
        None => ("0", rest),
    };
    // Three digits are kept, and those that are not written are zero.
    let millis = digits(&format!("{fraction:0<3}")[..3], 3).filter(|_| !fraction.is_empty())?;
    let millis = midnight + ((hour * 60 + minute - offset(zone)?) * 60 + second) * 1_000 + millis;
    u64::try_from(millis).ok()
}

/// Minutes east of UTC.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    let minutes = (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)?;
    match sign {
        "+" => Some(minutes),
        "-" => Some(-minutes),
        _ => None,
    }
}

fn digits(text: &str, count: usize) -> Option<i64> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Since 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year / 400;
    let year_of_era = year - era * 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for millis in [0, 951_782_400_007, 1_785_542_399_999, 1_795_305_599_120, 253_402_300_799_999] {
            assert_eq!(parse(&text(millis)), Some(millis), "{}", text(millis));
        }
    }

    #[test]
    fn dates_fractions_and_zones_are_understood() {
        let noon = parse("2026-08-01T12:00:00Z");
        assert!(noon.is_some());
        for same in ["2026-08-01t12:00:00z", "2026-08-01 14:30:00+02:30", "2026-08-01T04:00:00.0004-08:00"] {
            assert_eq!(parse(same), noon, "{same}");
        }
        assert_eq!(parse("2026-08-01").map(|millis| millis + 12 * 3_600_000), noon);
        assert_eq!(parse("2026-08-01T12:00:00.5Z"), noon.map(|millis| millis + 500));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for wrong in [
            "",
            "yesterday",
            "2026-02-29",
            "2026-13-01",
            "2026-8-1",
            "2026-08-01T12:00:00",
            "2026-08-01T24:00:00Z",
            "2026-08-01T12:00:00.Z",
            "2026-08-01T12:00:00+0200",
            "1969-12-31",
            "2026-08-0é",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
