//! The names that were probably meant.

/// Under this two names have nothing to do with each other (Jaro-Winkler, found by trying typical slips).
const ALIKE: f64 = 0.72;

/// The `limit` names most like `name`, best first; none that is not like it at all.
pub(crate) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>, limit: usize) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(f64, &str)> = names
        .into_iter()
        .map(|candidate| (likeness(&wanted, candidate), candidate))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().take(limit).map(|(_, candidate)| candidate).collect()
}

/// Whole words in common count beside spelling: `size` finds `face_sizes`.
fn likeness(wanted: &str, candidate: &str) -> f64 {
    let spelling = strsim::jaro_winkler(wanted, &candidate.to_lowercase());
    let within =
        wanted.len() >= 4 && (candidate.contains(wanted) || wanted.contains(candidate) && candidate.len() >= 4);
    if within { spelling.max(ALIKE + 0.1) } else { spelling }
}

/// `parentId` as `parent_id`, `createUVMaps` as `create_uv_maps`.
pub(super) fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, &char) in chars.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(index + 1);
        let starts_word = before.is_some_and(|before| {
            before.is_lowercase()
                || before.is_ascii_digit()
                || before.is_uppercase() && after.is_some_and(|after| after.is_lowercase())
        });
        if char.is_uppercase() && starts_word {
            snake.push('_');
        }
        snake.extend(char.to_lowercase());
    }
    snake
}

/// `parent_id` as `parentId`.
pub(super) fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        camel.push_str(&capital(word));
    }
    camel
}

/// `get_scene` as `GetScene`.
pub(super) fn pascal_case(name: &str) -> String {
    name.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_convert() {
        for (camel, snake) in [("parentId", "parent_id"), ("createUVMaps", "create_uv_maps"), ("select", "select")] {
            assert_eq!(snake_case(camel), snake);
        }
        assert_eq!(camel_case("create_uv_maps"), "createUvMaps");
        assert_eq!(pascal_case("get_scene"), "GetScene");
    }

    #[test]
    fn finds_slips_and_parts() {
        let names = ["position", "rotation", "face_sizes", "parent_id"];
        assert_eq!(nearest("postion", names, 1), ["position"]);
        assert_eq!(nearest("sizes", names, 1), ["face_sizes"]);
        assert!(nearest("xyzzy", names, 3).is_empty());
    }
}
