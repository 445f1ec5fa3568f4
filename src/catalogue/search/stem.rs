//! Words without their endings. Small on purpose: what is compared comes from our own texts and short questions, and
//! each is cut alike.

/// `meshes` as `mesh`, `bigger` as `big`, `animating` as `animat`, as is `animate`.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_lowercase();
    plural(&mut stem);
    for ending in ["ing", "est", "ed", "er", "ly"] {
        if stem.len() > ending.len() + 2 && stem.ends_with(ending) && has_vowel(&stem[..stem.len() - ending.len()]) {
            stem.truncate(stem.len() - ending.len());
            undouble(&mut stem);
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

fn plural(word: &mut String) {
    let cut = match word.as_str() {
        "vertices" => return word.replace_range(.., "vertex"),
        _ if word.len() > 4 && word.ends_with("ies") => {
            word.truncate(word.len() - 3);
            word.push('y');
            0
        }
        _ if word.len() > 4 && ["shes", "xes", "ches", "sses"].iter().any(|ending| word.ends_with(ending)) => 2,
        _ if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => 1,
        _ => 0,
    };
    word.truncate(word.len() - cut);
}

/// `bigg` as `big`.
fn undouble(word: &mut String) {
    let mut last = word.chars().rev();
    if let (Some(one), Some(other)) = (last.next(), last.next())
        && one == other
        && !"lsz".contains(one)
        && word.len() > 3
    {
        word.pop();
    }
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_are_one() {
        for (word, other) in [
            ("meshes", "mesh"),
            ("bigger", "big"),
            ("animating", "animate"),
            ("lights", "light"),
            ("boxes", "box"),
            ("moved", "move"),
            ("smaller", "small"),
            ("brightest", "bright"),
            ("vertices", "vertex"),
            ("bodies", "body"),
        ] {
            assert_eq!(stem(word), stem(other), "{word}, {other}");
        }
        for (word, other) in [("scene", "scan"), ("light", "lift"), ("glass", "gloss"), ("material", "matter")] {
            assert_ne!(stem(word), stem(other), "{word}, {other}");
        }
        assert_eq!((stem("glass").as_str(), stem("bus").as_str(), stem("ü").as_str()), ("glass", "bus", "ü"));
    }
}
