//! What the name of one picture says: what it tells of a surface, how large it is, to which set it belongs.

use crate::host::compounds::words::words;

/// What a picture tells of a surface.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Slot {
    BaseColor,
    Metallic,
    Roughness,
    Normal,
    Height,
    Opacity,
    Emissive,
    Occlusion,
}

impl Slot {
    /// The catalogue's word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::BaseColor => "base_color",
            Self::Metallic => "metallic",
            Self::Roughness => "roughness",
            Self::Normal => "normal",
            Self::Height => "height",
            Self::Opacity => "opacity",
            Self::Emissive => "emissive",
            Self::Occlusion => "ambient_occlusion",
        }
    }

    /// Whether its numbers are colours, and not angles, lengths or shares.
    pub(super) fn is_color(self) -> bool {
        matches!(self, Self::BaseColor | Self::Emissive)
    }
}

/// Which numbers of a picture say it.
pub(super) type Channel = &'static str;

/// What a word says that a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Means {
    /// One thing, in all of it.
    One(Slot),
    /// How smooth it is: the other way round.
    Gloss,
    OpenGl,
    DirectX,
    /// Several things, each in a channel.
    Packed(&'static [(Slot, Channel)]),
    /// What no part of a surface is made of here.
    Unused(&'static str),
}

use Slot::{BaseColor, Emissive, Height, Metallic, Normal, Occlusion, Opacity, Roughness};

const OLD: &str = "a metallic surface has no map of reflection";
const PACKED_ORM: Means = Means::Packed(&[(Occlusion, "red"), (Roughness, "green"), (Metallic, "blue")]);
const PACKED_RMA: Means = Means::Packed(&[(Roughness, "red"), (Metallic, "green"), (Occlusion, "blue")]);
const PACKED_MRA: Means = Means::Packed(&[(Metallic, "red"), (Roughness, "green"), (Occlusion, "blue")]);
const PACKED_MR: Means = Means::Packed(&[(Roughness, "green"), (Metallic, "blue")]);

/// What is written in names, its words put together.
const WORDS: &[(&[&str], Means)] = &[
    (
        &["basecolor", "basecolour", "albedo", "diffuse", "diff", "color", "colour", "col", "basemap", "bc"],
        Means::One(BaseColor),
    ),
    (&["metallic", "metalness", "metal", "mtl", "met"], Means::One(Metallic)),
    (&["roughness", "rough", "rgh"], Means::One(Roughness)),
    (&["gloss", "glossiness", "glossy", "smoothness"], Means::Gloss),
    (&["normal", "normals", "normalmap", "nor", "nrm", "norm", "nml"], Means::One(Normal)),
    (&["normalgl", "normalopengl", "norgl", "nrmgl", "normgl", "noropengl"], Means::OpenGl),
    (&["normaldx", "normaldirectx", "nordx", "nrmdx", "normdx", "nordirectx"], Means::DirectX),
    (&["height", "heightmap", "displacement", "disp", "displace", "bump"], Means::One(Height)),
    (&["ambientocclusion", "occlusion", "ao", "mixedao"], Means::One(Occlusion)),
    (&["opacity", "alpha", "transparency", "cutout"], Means::One(Opacity)),
    (&["emission", "emissive", "emit", "glow", "selfillumination"], Means::One(Emissive)),
    (&["orm", "arm", "occlusionroughnessmetallic", "aoroughnessmetallic", "aoroughmetal"], PACKED_ORM),
    (&["rma", "roughnessmetallicao"], PACKED_RMA),
    (&["mra", "metallicroughnessao"], PACKED_MRA),
    (&["metallicroughness", "roughnessmetallic", "metalrough"], PACKED_MR),
    (&["specular", "spec", "specularlevel", "reflection", "refl"], Means::Unused(OLD)),
    (&["preview", "thumbnail", "thumb", "render", "sphere"], Means::Unused("a picture of the whole, no map")),
];

/// Single letters, as games have them; they are believed, and told.
const LETTERS: &[(&str, Means)] = &[
    ("d", Means::One(BaseColor)),
    ("n", Means::One(Normal)),
    ("r", Means::One(Roughness)),
    ("m", Means::One(Metallic)),
    ("h", Means::One(Height)),
    ("e", Means::One(Emissive)),
    ("o", Means::One(Opacity)),
];

/// Every word, for who looks for the nearest.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(|(words, _)| words.iter().copied())
}

/// Kinds of picture files, those first that keep most.
const KINDS: &[&str] = &["exr", "tif", "tiff", "png", "tga", "webp", "jpg", "jpeg", "bmp", "hdr"];

/// What a name says.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    pub(super) path: String,
    pub(super) file: String,
    pub(super) means: Option<Means>,
    /// A single letter is all that says it.
    pub(super) by_letter: bool,
    /// Pixels, where the name tells them.
    pub(super) size: u32,
    /// The rank of its kind among those of a map of numbers, and of one of colours: less is better.
    kind: usize,
    /// What is left of the name: the set's.
    pub(super) set: String,
    /// What of it may have been meant to say it.
    pub(super) rest: Vec<String>,
}

impl Picture {
    /// Of a path; none where it is no picture.
    pub(super) fn of(path: &str) -> Option<Self> {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (stem, ending) = file.rsplit_once('.')?;
        let kind = KINDS.iter().position(|kind| ending.eq_ignore_ascii_case(kind))?;
        let mut words = words(stem);
        let size = size(&mut words);
        let found = found(&words);
        let letter = || {
            let (last, rest) = words.split_last()?;
            let (_, means) = LETTERS.iter().find(|(letter, _)| letter == last && !rest.is_empty())?;
            Some((words.len() - 1, words.len(), *means))
        };
        let by_letter = found.is_none();
        let found = found.or_else(letter);
        if let Some((from, to, _)) = found {
            words.drain(from..to);
        }
        Some(Self {
            path: path.to_owned(),
            file: file.to_owned(),
            means: found.map(|(.., means)| means),
            by_letter: by_letter && found.is_some(),
            size,
            kind,
            set: words.join("_"),
            rest: words,
        })
    }

    /// Whether it keeps numbers beyond white, as colours of light.
    pub(super) fn is_linear(&self) -> bool {
        matches!(KINDS[self.kind], "exr" | "hdr")
    }

    /// What is better comes first: the larger one, then the kind that keeps most of such a map.
    pub(super) fn rank(&self, color: bool) -> (std::cmp::Reverse<u32>, usize) {
        let plain = color && self.is_linear();
        (std::cmp::Reverse(self.size), if plain { KINDS.len() } else { self.kind })
    }
}

/// The last words that mean something, as many as do together.
fn found(words: &[String]) -> Option<(usize, usize, Means)> {
    let spans = (0..words.len()).flat_map(|from| (from + 1..=words.len().min(from + 4)).map(move |to| (from, to)));
    let means = |(from, to): (usize, usize)| {
        let joined = words[from..to].concat();
        let (_, means) = WORDS.iter().find(|(known, _)| known.contains(&&*joined))?;
        Some((from, to, *means))
    };
    spans.filter_map(means).max_by_key(|(from, to, _)| (*to, to - from))
}

/// Takes the size out of the words: `4k`, `2048`, `2048x2048`; 0 where they tell none.
fn size(words: &mut Vec<String>) -> u32 {
    for at in 0..words.len() {
        let Ok(number) = words[at].parse::<u32>() else { continue };
        let next = words.get(at + 1).map(String::as_str);
        if next == Some("k") && matches!(number, 1..=32) {
            words.drain(at..at + 2);
            return number * 1024;
        }
        if number.is_power_of_two() && (128..=32_768).contains(&number) {
            let count = if next == Some("x") && words.get(at + 2).is_some() { 3 } else { 1 };
            words.drain(at..at + count);
            return number;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_makers_are_read() {
        let check = |names: &[&str], means| {
            for name in names {
                assert_eq!(Picture::of(name).unwrap().means, Some(means), "{name}");
            }
        };
        check(&["rusty_metal_02_diff_4k.jpg", "Wood049_2K-PNG_Color.png", "Brick_Albedo.tga"], Means::One(BaseColor));
        check(&["rusty_metal_02_nor_gl_4k.exr", "Wood049_2K-PNG_NormalGL.png"], Means::OpenGl);
        check(&["/a/b/Wood049_NormalDX.PNG", "wall-normal_directx.png"], Means::DirectX);
        check(&["rusty_metal_02_rough_4k.png", "Roughness.png"], Means::One(Roughness));
        check(&["rusty_metal_02_metal_4k.png", "plate_Metalness_2048.png"], Means::One(Metallic));
        check(&["rock_arm_4k.png", "T_Rock_ORM.png", "rock_OcclusionRoughnessMetallic.png"], PACKED_ORM);
        check(&["rock_metallicRoughness.png"], PACKED_MR);
        check(&["Tiles_Glossiness.jpg"], Means::Gloss);
        check(&["Tiles_AmbientOcclusion.jpg", "tiles_ao.jpg"], Means::One(Occlusion));
        check(&["Tiles_specular.jpg"], Means::Unused(OLD));
    }

    #[test]
    fn size_and_set_are_read_beside_it() {
        let read = |name: &str| {
            let picture = Picture::of(name).unwrap();
            (picture.set, picture.size)
        };
        assert_eq!(read("rusty_metal_02_diff_4k.jpg"), ("rusty_metal_02".to_owned(), 4096));
        assert_eq!(read("Tiles_2048x2048_Height.png"), ("tiles".to_owned(), 2048));
        assert_eq!(read("Tiles_Height.png"), ("tiles".to_owned(), 0));
    }

    #[test]
    fn letters_are_believed_and_noted_and_what_is_no_picture_is_none() {
        let letter = Picture::of("T_Rock_D.png").unwrap();
        assert_eq!((letter.means, letter.by_letter), (Some(Means::One(BaseColor)), true));
        assert!(!Picture::of("Rock_Albedo.png").unwrap().by_letter);
        assert_eq!(Picture::of("rock_rougness.png").unwrap().means, None);
        assert!(Picture::of("readme.txt").is_none() && Picture::of("color").is_none());
    }
}
