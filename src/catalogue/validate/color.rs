//! Colours: hex and CSS names are sRGB and become linear; numbers are linear already.

use serde_json::{Value, json};

use super::css::NAMES;
use super::{Checker, Problem, Step};
use crate::catalogue::Kind;
use crate::catalogue::nearest::nearest;

impl Checker {
    pub(super) fn color(&mut self, value: Value) -> Option<Value> {
        match value {
            Value::String(text) => self.color_text(&text),
            Value::Array(list) if matches!(list.len(), 3 | 4) => self.color_numbers(list),
            other => self.refuse(Kind::Color.expectation(), &other),
        }
    }

    fn color_text(&mut self, text: &str) -> Option<Value> {
        let wanted = text.trim().to_ascii_lowercase();
        let bytes = match wanted.strip_prefix('#') {
            Some(digits) => hex(digits),
            None => named(&wanted),
        };
        if let Some([r, g, b, a]) = bytes {
            return Some(json!([linear(r), linear(g), linear(b), f64::from(a) / 255.0]));
        }
        let mut problem = Problem::new(&self.here(), Kind::Color.expectation(), &json!(text));
        let near = nearest(&wanted, NAMES.iter().map(|(name, _)| *name), 3);
        problem.suggestions = near.into_iter().map(|name| format!("use \"{name}\"")).collect();
        self.note(problem)
    }

    fn color_numbers(&mut self, list: Vec<Value>) -> Option<Value> {
        let mut rgba = self.numbers(list)?;
        if rgba.len() == 3 {
            rgba.push(1.0);
        }
        for (at, &part) in rgba.iter().enumerate() {
            // Light may be brighter than white, coverage never more than whole.
            let (fits, expected) = match at {
                3 => ((0.0..=1.0).contains(&part), "an alpha from 0 to 1"),
                _ => (part >= 0.0, "a linear colour value of 0 or more (255 as 1)"),
            };
            if !fits {
                return self.at(Step::Index(at), |this| this.refuse(expected, &json!(part)));
            }
        }
        Some(json!(rgba))
    }
}

/// `rgb`, `rgba`, `rrggbb` or `rrggbbaa`.
fn hex(digits: &str) -> Option<[u8; 4]> {
    let nibbles: Vec<u8> =
        digits.chars().map(|digit| digit.to_digit(16).map(|value| value as u8)).collect::<Option<_>>()?;
    let parts: Vec<u8> = match nibbles.len() {
        3 | 4 => nibbles.iter().map(|nibble| nibble * 17).collect(),
        6 | 8 => nibbles.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
        _ => return None,
    };
    Some([parts[0], parts[1], parts[2], parts.get(3).copied().unwrap_or(255)])
}

fn named(name: &str) -> Option<[u8; 4]> {
    let index = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    let [_, r, g, b] = NAMES[index].1.to_be_bytes();
    Some([r, g, b, 255])
}

/// The transfer function of IEC 61966-2-1 (sRGB).
fn linear(byte: u8) -> f64 {
    let value = f64::from(byte) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_they_are_found() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(NAMES.len(), 148);
    }
}
