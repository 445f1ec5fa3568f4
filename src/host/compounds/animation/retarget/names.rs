//! What the names of joints say: which part of a body, on which side, the how-manieth; whatever a rig's habit of naming.

use crate::host::compounds::words::words;

/// The side of a body, as a name has it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Side {
    Left,
    Middle,
    Right,
}

/// Parts of a body that names are recognised as. Those of which there may be several in a row come first.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Part {
    Spine,
    Neck,
    Thumb,
    Index,
    Middle,
    Ring,
    Little,
    Hips,
    Head,
    Clavicle,
    UpperArm,
    Forearm,
    Hand,
    Thigh,
    Shin,
    Foot,
    Toe,
}

impl Part {
    /// Whether a row of them is one bend, spread over however many there are.
    pub(super) fn spreads(self) -> bool {
        matches!(self, Self::Spine | Self::Neck)
    }
}

/// What one name says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// Without side and habits of naming: the same in two rigs that call a joint alike.
    pub(super) plain: String,
    pub(super) side: Side,
    pub(super) part: Option<Part>,
}

/// Words that say which kind of thing it is, or whose rig, and nothing of the body.
const HABITS: &[&str] =
    &["mixamorig", "bip", "biped", "def", "org", "jnt", "joint", "bone", "bn", "sk", "skel", "valvebiped", "character"];

const FINGERS: &[(&str, Part)] = &[
    ("thumb", Part::Thumb),
    ("index", Part::Index),
    ("middle", Part::Middle),
    ("ring", Part::Ring),
    ("pinky", Part::Little),
    ("little", Part::Little),
];

/// What parts are called. Where the same word means another one on a side, that says `part`.
const WORDS: &[(&[&str], Part)] = &[
    (&["hips", "hip", "pelvis"], Part::Hips),
    (
        &["spine", "chest", "upperchest", "torso", "abdomen", "waist", "back", "ribcage", "spinelower", "spineupper"],
        Part::Spine,
    ),
    (&["neck"], Part::Neck),
    (&["head"], Part::Head),
    (&["shoulder", "clavicle", "collar", "collarbone"], Part::Clavicle),
    (&["upperarm", "uparm", "arm", "armupper"], Part::UpperArm),
    (&["forearm", "lowerarm", "lowarm", "elbow", "armlower"], Part::Forearm),
    (&["hand", "wrist"], Part::Hand),
    (&["thigh", "upleg", "upperleg", "legupper"], Part::Thigh),
    (&["shin", "calf", "lowerleg", "lowleg", "leg", "knee", "leglower"], Part::Shin),
    (&["foot", "ankle"], Part::Foot),
    (&["toe", "toes", "toebase", "ball"], Part::Toe),
];

/// Reads a name.
pub(super) fn said(name: &str) -> Said {
    let bare = name.rsplit(':').next().unwrap_or(name);
    let mut words: Vec<String> = words(bare).into_iter().flat_map(sided).collect();
    let mut side = Side::Middle;
    words.retain(|word| match &**word {
        "l" | "left" => {
            side = Side::Left;
            false
        }
        "r" | "right" => {
            side = Side::Right;
            false
        }
        _ => true,
    });
    // `Bip01` is one habit: its number counts nothing.
    if let [first, second, ..] = &words[..]
        && HABITS.contains(&&**first)
        && second.chars().all(|letter| letter.is_ascii_digit())
        && words.len() > 2
    {
        words.remove(1);
    }
    if words.len() > 1 {
        words.retain(|word| !HABITS.contains(&&**word));
    }
    let spoken: String = words.iter().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).cloned().collect();
    let part = part(&spoken, &words, side);
    let numbers = words.iter().filter_map(|word| word.parse::<u32>().ok().map(|number| number.to_string()));
    Said { plain: spoken.clone() + &numbers.collect::<Vec<_>>().join("."), side, part }
}

fn part(spoken: &str, words: &[String], side: Side) -> Option<Part> {
    if side != Side::Middle
        && let Some((_, finger)) = FINGERS.iter().find(|(word, _)| words.iter().any(|said| said == word))
    {
        return Some(*finger);
    }
    // A hip on one side is where the leg begins.
    if side != Side::Middle && spoken == "hip" {
        return Some(Part::Thigh);
    }
    let part = WORDS.iter().find(|(words, _)| words.contains(&spoken)).map(|(_, part)| *part)?;
    let paired = part >= Part::Clavicle;
    (paired == (side != Side::Middle)).then_some(part)
}

/// `lefthand` and `righthand`, written as one.
fn sided(word: String) -> Vec<String> {
    for side in ["left", "right"] {
        if let Some(rest) = word.strip_prefix(side).filter(|rest| !rest.is_empty()) {
            return vec![side.to_owned(), rest.to_owned()];
        }
    }
    vec![word]
}

/// What all names of a rig say, together: a shoulder beside a collar bone is where the arm begins.
pub(super) fn read<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Said> {
    let mut all: Vec<Said> = names.map(said).collect();
    let has = |plain: &[&str]| all.iter().any(|said| plain.contains(&&*said.plain));
    let has_arm = all.iter().any(|said| said.part == Some(Part::UpperArm));
    if has(&["collar", "collarbone", "clavicle"]) && !has_arm {
        for said in all.iter_mut().filter(|said| said.plain == "shoulder" && said.part.is_some()) {
            said.part = Some(Part::UpperArm);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_habits_say_the_same() {
        let check = |names: &[&str], part, side| {
            for name in names {
                let said = said(name);
                assert_eq!((said.part, said.side), (Some(part), side), "{name}");
            }
        };
        check(
            &["mixamorig:LeftForeArm", "LowerArm_L", "forearm.L", "DEF-forearm.L", "l_elbow"],
            Part::Forearm,
            Side::Left,
        );
        check(&["Bip01 R Thigh", "RightUpLeg", "thigh.R", "rightHip", "R_UpperLeg"], Part::Thigh, Side::Right);
        check(&["mixamorig:RightHandIndex1", "index_01_r", "f_index.01.R"], Part::Index, Side::Right);
        check(&["Hips", "pelvis", "mixamorig:Hips", "Bip001 Pelvis", "hip"], Part::Hips, Side::Middle);
        check(&["Spine1", "spine_02", "Chest", "mixamorig:Spine2"], Part::Spine, Side::Middle);
        for nothing in ["UpperArmTwist_L", "leg", "Tail", "middle", "foot_ik.L", "hand"] {
            assert_eq!(said(nothing).part, None, "{nothing}");
        }
    }

    #[test]
    fn a_shoulder_beside_a_collar_is_the_arm() {
        let parts = |names: &[&str]| read(names.iter().copied()).into_iter().map(|said| said.part).collect::<Vec<_>>();
        assert_eq!(parts(&["LeftCollar", "LeftShoulder"]), [Some(Part::Clavicle), Some(Part::UpperArm)]);
        assert_eq!(parts(&["LeftShoulder", "LeftArm"]), [Some(Part::Clavicle), Some(Part::UpperArm)]);
    }
}
