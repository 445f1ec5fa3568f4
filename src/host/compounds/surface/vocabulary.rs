//! Words by which makers of textures say what a picture is. Read from the names of files of Poly Haven, ambientCG
//! (once CC0 Textures), Quixel Megascans and Fab, Poliigon, FreePBR, cgbookcase, and of the export presets of Substance
//! Painter for Unreal, Unity and glTF.

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

use Slot::{BaseColor, Emissive, Height, Metallic, Normal, Occlusion, Opacity, Roughness};

impl Slot {
    pub(super) const ALL: [Self; 8] = [BaseColor, Metallic, Roughness, Normal, Height, Opacity, Emissive, Occlusion];

    /// The catalogue's word.
    pub(super) fn word(self) -> &'static str {
        match self {
            BaseColor => "base_color",
            Metallic => "metallic",
            Roughness => "roughness",
            Normal => "normal",
            Height => "height",
            Opacity => "opacity",
            Emissive => "emissive",
            Occlusion => "ambient_occlusion",
        }
    }

    /// Whether its numbers are colours, and not angles, lengths or shares.
    pub(super) fn is_color(self) -> bool {
        matches!(self, BaseColor | Emissive)
    }
}

/// Which numbers of a picture say it.
pub(super) type Channel = &'static str;

/// One thing that a packed picture tells: by which channel, and whether the other way round.
pub(super) type Part = (Slot, Channel, bool);

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
    Packed(&'static [Part]),
    /// What no part of a surface is made of here.
    Unused(&'static str),
}

const SPECULAR: &str = "a metallic surface has no map of reflection; a specular and gloss workflow is not converted";
const NO_SLOT: &str = "no field of a material is told by such a picture";
const WHOLE: &str = "a picture of the whole, no map";
/// Why a picture of the whole is no map.
pub(super) const OF_THE_WHOLE: Means = Means::Unused(WHOLE);

pub(super) const ORM: Means =
    Means::Packed(&[(Occlusion, "red", false), (Roughness, "green", false), (Metallic, "blue", false)]);
const OMR: Means = Means::Packed(&[(Occlusion, "red", false), (Metallic, "green", false), (Roughness, "blue", false)]);
const RMA: Means = Means::Packed(&[(Roughness, "red", false), (Metallic, "green", false), (Occlusion, "blue", false)]);
pub(super) const MRA: Means =
    Means::Packed(&[(Metallic, "red", false), (Roughness, "green", false), (Occlusion, "blue", false)]);
/// Quixel's own, and what Unreal's plug-in of it imports.
pub(super) const ORH: Means =
    Means::Packed(&[(Occlusion, "red", false), (Roughness, "green", false), (Height, "blue", false)]);
/// glTF's, without occlusion in it.
pub(super) const MR: Means = Means::Packed(&[(Roughness, "green", false), (Metallic, "blue", false)]);
/// Unity's HDRP; its blue is a mask of details.
pub(super) const UNITY_MASK: Means =
    Means::Packed(&[(Metallic, "red", false), (Occlusion, "green", false), (Roughness, "alpha", true)]);
/// Unity's standard shader and URP.
pub(super) const UNITY_METALLIC: Means = Means::Packed(&[(Metallic, "red", false), (Roughness, "alpha", true)]);
pub(super) const UNITY_ALBEDO: Means = Means::Packed(&[(BaseColor, "color", false), (Opacity, "alpha", false)]);

/// What is written in names, its words put together.
const WORDS: &[(&[&str], Means)] = &[
    (
        &[
            "basecolor",
            "basecolour",
            "albedo",
            "diffuse",
            "diffusecolor",
            "diff",
            "dif",
            "color",
            "colour",
            "col",
            "coll",
            "basemap",
            "bc",
            "alb",
        ],
        Means::One(BaseColor),
    ),
    (&["metallic", "metalness", "metallness", "metal", "mtl", "met"], Means::One(Metallic)),
    (&["roughness", "rough", "rgh"], Means::One(Roughness)),
    (&["gloss", "glossiness", "glossy", "smoothness"], Means::Gloss),
    (&["normal", "normals", "normalmap", "nor", "nrm", "norm", "nml", "nm"], Means::One(Normal)),
    (
        &[
            "normalgl",
            "normalogl",
            "normalopengl",
            "norgl",
            "noropengl",
            "nrmgl",
            "nrmopengl",
            "normgl",
            "normogl",
            "normalsgl",
            "glnormal",
            "openglnormal",
        ],
        Means::OpenGl,
    ),
    (
        &[
            "normaldx",
            "normaldirectx",
            "nordx",
            "nordirectx",
            "nrmdx",
            "nrmdirectx",
            "normdx",
            "normalsdx",
            "dxnormal",
            "directxnormal",
        ],
        Means::DirectX,
    ),
    (&["height", "heightmap", "displacement", "disp", "displace", "dsp", "bump", "bumpmap"], Means::One(Height)),
    (&["ambientocclusion", "occlusion", "ao", "mixedao", "occ"], Means::One(Occlusion)),
    (&["opacity", "alpha", "transparency", "cutout", "opac"], Means::One(Opacity)),
    (
        &["emission", "emissive", "emissioncolor", "emissivecolor", "emit", "emis", "glow", "selfillumination"],
        Means::One(Emissive),
    ),
    (&["orm", "arm", "occlusionroughnessmetallic", "aoroughnessmetallic", "aoroughmetal"], ORM),
    (&["omr", "amr", "occlusionmetallicroughness"], OMR),
    (&["rma", "rmao", "rmo", "roughnessmetallicao", "roughnessmetallicocclusion"], RMA),
    (&["mra", "mrao", "mro", "metallicroughnessao", "metallicroughnessocclusion"], MRA),
    (&["ord", "ordp", "ard", "arh", "orh", "occlusionroughnessdisplacement", "occlusionroughnessheight"], ORH),
    (&["metallicroughness", "roughnessmetallic", "metalrough"], MR),
    (&["maskmap"], UNITY_MASK),
    (&["metallicsmoothness", "metallicgloss"], UNITY_METALLIC),
    (&["albedotransparency", "albedoalpha", "basecoloralpha", "basecoloropacity"], UNITY_ALBEDO),
    (&["specular", "spec", "specularlevel", "specularsmoothness", "reflection", "refl"], Means::Unused(SPECULAR)),
    (
        &[
            "cavity",
            "translucency",
            "translucent",
            "transmission",
            "fuzz",
            "sheen",
            "sss",
            "subsurface",
            "thickness",
            "ior",
            "specior",
            "anisotropy",
            "anisotropyrotation",
            "curvature",
            "position",
            "mask",
            "id",
            "brush",
        ],
        Means::Unused(NO_SLOT),
    ),
    (&["preview", "thumbnail", "thumb", "render", "sphere"], OF_THE_WHOLE),
];

/// Single letters, as games have them; they are believed, and told.
const LETTERS: &[(&str, Means)] = &[
    ("d", Means::One(BaseColor)),
    ("b", Means::One(BaseColor)),
    ("n", Means::One(Normal)),
    ("r", Means::One(Roughness)),
    ("m", Means::One(Metallic)),
    ("h", Means::One(Height)),
    ("e", Means::One(Emissive)),
    ("o", Means::One(Opacity)),
];

/// What the end of a name says that the numbers are, and which colour space of ours that is.
const SPACES: &[(&[&str], &str)] = &[
    (&["srgb", "srgbtexture", "utilitysrgbtexture"], "srgb"),
    (&["linear", "lin", "linearsrgb", "utilitylinearsrgb", "acescg", "scenelinear"], "linear"),
    (&["raw", "utilityraw", "noncolor", "noncolour", "data"], "data"),
];

/// Every word, for who looks for the nearest.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(|(words, _)| words.iter().copied())
}

/// Where words mean something, and what: the last that do, as many as do together.
pub(super) fn found(words: &[String]) -> Option<(usize, usize, Means)> {
    let spans = (0..words.len()).flat_map(|from| (from + 1..=words.len().min(from + 4)).map(move |to| (from, to)));
    let means = |(from, to): (usize, usize)| {
        let joined = words[from..to].concat();
        let (_, means) = WORDS.iter().find(|(known, _)| known.contains(&&*joined))?;
        Some((from, to, *means))
    };
    spans.filter_map(means).max_by_key(|(from, to, _)| (*to, to - from))
}

/// What the last letter means, where there is more than it.
pub(super) fn letter(words: &[String]) -> Option<(usize, usize, Means)> {
    let (last, rest) = words.split_last()?;
    let (_, means) = LETTERS.iter().find(|(letter, _)| letter == last && !rest.is_empty())?;
    Some((words.len() - 1, words.len(), *means))
}

/// Takes the colour space off the end of words.
pub(super) fn take_space(words: &mut Vec<String>) -> Option<&'static str> {
    let at_end = |count: usize| {
        let from = words.len().checked_sub(count).filter(|from| *from > 0)?;
        let joined = words[from..].concat();
        let (_, space) = SPACES.iter().find(|(known, _)| known.contains(&&*joined))?;
        Some((from, *space))
    };
    let (from, space) = (1..=4).rev().find_map(at_end)?;
    words.truncate(from);
    Some(space)
}
