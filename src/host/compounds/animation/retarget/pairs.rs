//! Which joint of one rig is moved as which of another: as was said, by anatomy, or by name.

use std::collections::BTreeMap;

use super::names::{Part, Said, Side};

/// Why a joint follows another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum By {
    Given,
    Name,
    Anatomy,
}

impl By {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Name => "name",
            Self::Anatomy => "anatomy",
        }
    }
}

/// For each joint of the target, the joint of the source that it follows.
pub(super) type Pairs = Vec<Option<(usize, By)>>;

/// Finds for the joints of the target that follow none yet which one they follow.
pub(super) fn find(source: &[Said], target: &[Said], pairs: &mut Pairs) {
    let (ours, theirs) = (parts(source), parts(target));
    for ((part, side), joints) in theirs {
        let Some(from) = ours.get(&(part, side)) else { continue };
        let free: Vec<bool> = joints.iter().map(|joint| pairs[*joint].is_none()).collect();
        for (at, joint) in joints.iter().enumerate().filter(|(at, _)| free[*at]) {
            // The last of a row carries all its bend, so ends meet ends.
            let spread = ((at + 1) * from.len()).div_ceil(joints.len()) - 1;
            let Some(other) = from.get(if part.spreads() { spread } else { at }) else { continue };
            let by = if source[*other].plain == target[*joint].plain { By::Name } else { By::Anatomy };
            pairs[*joint] = Some((*other, by));
        }
    }
    let key = |said: &Said| (said.plain.clone(), said.side);
    for (at, said) in target.iter().enumerate().filter(|(_, said)| said.part.is_none() && !said.plain.is_empty()) {
        let alike: Vec<usize> = (0..source.len()).filter(|other| key(&source[*other]) == key(said)).collect();
        let twins = target.iter().filter(|other| key(other) == key(said)).count();
        if let ([other], 1, None) = (&alike[..], twins, pairs[at]) {
            pairs[at] = Some((*other, By::Name));
        }
    }
}

/// The joints of each part on each side, from the body outwards.
fn parts(said: &[Said]) -> BTreeMap<(Part, Side), Vec<usize>> {
    let mut found: BTreeMap<(Part, Side), Vec<usize>> = BTreeMap::new();
    for (at, said) in said.iter().enumerate() {
        if let Some(part) = said.part {
            found.entry((part, said.side)).or_default().push(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::names::read;
    use super::*;

    fn found(source: &[&str], target: &[&str]) -> Vec<Option<(usize, By)>> {
        let mut pairs = vec![None; target.len()];
        find(&read(source.iter().copied()), &read(target.iter().copied()), &mut pairs);
        pairs
    }

    #[test]
    fn a_spine_is_spread_over_however_many_there_are() {
        let both = Some(By::Anatomy);
        let of =
            |pairs: Vec<Option<(usize, By)>>| pairs.into_iter().map(|pair| pair.map(|(at, _)| at)).collect::<Vec<_>>();
        assert_eq!(of(found(&["Spine1", "Spine2", "Chest"], &["spine"])), [Some(2)]);
        assert_eq!(of(found(&["Spine"], &["spine_01", "spine_02"])), [Some(0), Some(0)]);
        assert_eq!(
            of(found(&["S1", "Spine1", "Spine2", "Spine3", "Spine4"], &["spineA", "Spine", "Chest"])),
            [None, Some(2), Some(4)]
        );
        assert_eq!(found(&["Neck"], &["neck_01"])[0].map(|(_, by)| by), both);
    }

    #[test]
    fn what_is_no_part_goes_by_its_name_where_that_is_one_joints_alone() {
        assert_eq!(found(&["Tail.001", "Tail.002"], &["tail_2", "tail_1"]), [Some((1, By::Name)), Some((0, By::Name))]);
        assert_eq!(found(&["Prop", "prop"], &["Prop"]), [None]);
        assert_eq!(found(&["LeftHand", "RightHand"], &["hand.R"]), [Some((1, By::Name))]);
    }
}
