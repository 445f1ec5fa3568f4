//! Versions as numbers.

use std::cmp::Ordering;

/// Numbers with points between them.
pub(super) fn dotted(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// Which of two is the later one; what follows the numbers does not count.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    let numbers = |text: &str| {
        let plain = text.split(['-', '+']).next().unwrap_or_default();
        plain.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u64>>()
    };
    numbers(a).cmp(&numbers(b))
}
