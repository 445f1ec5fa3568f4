//! A change as people read it: what goes, what comes, and three lines around.

/// Lines that stay the same, before and behind.
const AROUND: usize = 3;
/// A configuration that stands on one line is not shown whole.
const WIDEST: usize = 160;

/// One hunk in the unified format; empty when nothing changes.
pub(super) fn unified(before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (first, last) = (start.saturating_sub(AROUND), end.min(AROUND));
    let (gone, come) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let around = start - first + last;
    let head = format!(
        "@@ -{},{} +{},{} @@",
        first + usize::from(gone.len() + around > 0),
        gone.len() + around,
        first + usize::from(come.len() + around > 0),
        come.len() + around
    );
    // Where one line changes inside, the part that changes is what is shown.
    let inside = |lines: &[&str], others: &[&str], index: usize| {
        let other = others.get(index).copied().unwrap_or_default();
        lines[index].chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
    };
    let mut lines = vec![head];
    lines.extend(old[first..start].iter().map(|line| format!(" {}", clipped(line, 0))));
    lines.extend((0..gone.len()).map(|index| format!("-{}", clipped(gone[index], inside(gone, come, index)))));
    lines.extend((0..come.len()).map(|index| format!("+{}", clipped(come[index], inside(come, gone, index)))));
    let behind = old.len() - end;
    lines.extend(old[behind..behind + last].iter().map(|line| format!(" {}", clipped(line, 0))));
    lines.join("\n") + "\n"
}

/// A line, or of a long one what is around that place.
fn clipped(line: &str, place: usize) -> String {
    let count = line.chars().count();
    if count <= WIDEST {
        return line.to_owned();
    }
    let from = place.saturating_sub(WIDEST / 8);
    let part: String = line.chars().skip(from).take(WIDEST).collect();
    let (before, behind) = (if from > 0 { "…" } else { "" }, if from + WIDEST < count { "…" } else { "" });
    format!("{before}{part}{behind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_changes_and_a_little_around() {
        let check = |before: &str, after: &str, expected: &str| assert_eq!(unified(before, after), expected);
        check("a\n", "a\n", "");
        check("", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b\n");
        check(
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
            "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
        );
        check("a\na\n", "a\na\na\n", "@@ -1,2 +1,3 @@\n a\n a\n+a\n");
        check("a\nb\n", "a\n", "@@ -1,2 +1,1 @@\n a\n-b\n");
    }

    #[test]
    fn a_long_line_is_shown_where_it_changes() {
        let before = format!("{{{}}}", "x".repeat(1_000));
        let shown = unified(&before, &before.replace('}', ", new}"));
        assert!(shown.contains(", new}"), "{shown}");
        assert!(shown.len() < 600, "{shown}");
    }
}
