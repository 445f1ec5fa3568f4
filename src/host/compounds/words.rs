//! Names cut into words.

/// A name in small words: cut at what is no letter or number, between `leftHand`'s two, and between letters and numbers.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in name.chars() {
        let goes_on = last.is_alphanumeric()
            && letter.is_numeric() == last.is_numeric()
            && !(letter.is_uppercase() && last.is_lowercase());
        if letter.is_alphanumeric() {
            if !goes_on {
                found.push(String::new());
            }
            found.iter_mut().last().into_iter().for_each(|word| word.extend(letter.to_lowercase()));
        }
        last = letter;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_where_a_reader_would() {
        assert_eq!(words("Brick_02-BaseColor 4K.png"), ["brick", "02", "base", "color", "4", "k", "png"]);
        assert_eq!(words("NormalGL"), ["normal", "gl"]);
        assert_eq!(words("__"), [""; 0]);
    }
}
