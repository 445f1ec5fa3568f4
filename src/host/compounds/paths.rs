//! Paths of numbers, as `set_property`, channels and drivers have them.

/// One of a node's things by its name: `constraints["IK"]`; of no list it is a custom property.
pub(super) fn named(list: &str, name: &str) -> String {
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{list}[\"{escaped}\"]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_name_is_escaped() {
        assert_eq!(named("joints", r#"a"b\c"#), r#"joints["a\"b\\c"]"#);
        assert_eq!(named("", "space"), r#"["space"]"#);
    }
}
