//! Numbers of single precision as people write them.

/// Up to here a single holds every whole number.
const EXACT: f32 = 16_777_216.0;
/// Between these a single is a few digits after the point: a whole number, divided by one of `SCALES`.
const PLAIN: std::ops::Range<f32> = 1e-3..1e6;
/// As far as the product with a single is exact.
const SCALES: [f64; 9] = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// The shortest text of a single, read as a double: 0.1 for the 0.10000000149011612 that it is. Agents pay for every
/// digit, and a scene has thousands of these, so that most are found without writing a text.
pub(crate) fn shortest(single: f32) -> f64 {
    let exact = f64::from(single);
    // Most of what a scene holds are zeros and ones; a whole number that a single tells from the next has no other form.
    if single.fract() == 0.0 && single.abs() < EXACT {
        return exact;
    }
    let rounded = |scale: &f64| (exact * scale).round() / scale;
    let plain = PLAIN.contains(&single.abs()).then(|| SCALES.iter().map(rounded).find(|short| *short as f32 == single));
    plain.flatten().unwrap_or_else(|| single.to_string().parse().unwrap_or(exact))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(single: f32) {
        let text: f64 = single.to_string().parse().unwrap();
        assert_eq!(shortest(single).to_bits(), text.to_bits(), "{single}");
    }

    #[test]
    fn is_what_its_shortest_text_says() {
        let written = [0.1, -0.1, 0.3, 1.05, 999_999.94, 0.001, 0.000_999_999_9, 16_777_217.0, 1e-40, f32::MAX, -0.0];
        written.into_iter().chain([f32::INFINITY, std::f32::consts::FRAC_1_SQRT_2, 524_288.03]).for_each(check);
        (0..100_000).for_each(|n| check(n as f32 / 1000.0));
        assert!(shortest(f32::NAN).is_nan());
    }

    proptest! {
        #[test]
        fn of_any_single(bits in any::<u32>()) {
            let single = f32::from_bits(bits);
            if !single.is_nan() {
                check(single);
            }
        }

        #[test]
        fn of_those_in_a_scene(single in -1e6_f32..1e6, small in -2.0_f32..2.0) {
            check(single);
            check(small);
        }
    }
}
