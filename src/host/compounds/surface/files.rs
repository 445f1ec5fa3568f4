//! What the name of one picture says: what it tells of a surface, how large it is, to which set it belongs.

use super::vocabulary::{Means, found, letter, take_space};
use crate::host::compounds::words::words;

/// Kinds of picture files, those first that keep most.
const KINDS: &[&str] = &["exr", "tif", "tiff", "png", "tga", "webp", "jpg", "jpeg", "bmp", "hdr"];
/// What stands for the number of a tile where all tiles are meant: the word of Blender, USD and Maya.
pub(super) const TILE: &str = "<UDIM>";

/// What a name says.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// The file; of a set of tiles with `<UDIM>` in the place of their numbers.
    pub(super) path: String,
    pub(super) file: String,
    pub(super) means: Option<Means>,
    /// A single letter is all that says it.
    pub(super) by_letter: bool,
    /// Pixels, where the name tells them.
    pub(super) size: u32,
    /// What the name says that its numbers are.
    pub(super) space: Option<&'static str>,
    /// Numbers of its tiles; none where it is one picture.
    pub(super) tiles: Vec<u32>,
    /// Which of several that say the same: `_col_1`, `_VAR2`.
    variant: u32,
    /// The rank of its kind among those of a map of numbers, and of one of colours: less is better.
    kind: usize,
    /// What is left of the name: the set's.
    pub(super) set: String,
    /// What of it may have been meant to say it.
    pub(super) rest: Vec<String>,
    /// All words of its name but its size.
    pub(super) whole: String,
}

impl Picture {
    /// Of a path; none where it is no picture.
    pub(super) fn of(path: &str) -> Option<Self> {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (stem, ending) = file.rsplit_once('.')?;
        let kind = KINDS.iter().position(|kind| ending.eq_ignore_ascii_case(kind))?;
        let (path, file, stem, tile) = match tile(stem) {
            Some((before, number)) => {
                let file = format!("{before}{TILE}.{ending}");
                let folder = &path[..path.len() - stem.len() - ending.len() - 1];
                (format!("{folder}{file}"), file, &before[..before.len() - 1], Some(number))
            }
            None => (path.to_owned(), file.to_owned(), stem, None),
        };
        let mut picture = Self { path, file, kind, ..Self::worded(stem) };
        picture.tiles.extend(tile.flatten());
        Some(picture)
    }

    /// What a word of a caller's own says of an image; what it does not say, the image's name does.
    pub(super) fn keyed(key: &str, image: &str) -> Self {
        let named = Self::of(image).unwrap_or_else(|| Self::worded(image));
        let told = Self::worded(key);
        let keyed = told.means.is_some();
        let (means, by_letter) = if keyed { (told.means, told.by_letter) } else { (named.means, named.by_letter) };
        let space = named.space.or(told.space);
        let (path, file) =
            if named.path.is_empty() { (image.to_owned(), image.to_owned()) } else { (named.path, named.file) };
        let rest = [named.rest, told.rest].concat();
        Self { path, file, means, by_letter, space, rest, set: String::new(), ..named }
    }

    fn worded(stem: &str) -> Self {
        let mut words = words(stem);
        let mut space = take_space(&mut words);
        let (size, at) = size(&mut words);
        workflow(&mut words, at);
        space = space.or_else(|| take_space(&mut words));
        let whole = words.join("_");
        let (span, by_letter) = match found(&words) {
            None => (letter(&words), true),
            known => (known, false),
        };
        let mut variant = 0;
        if let Some((from, to, _)) = span {
            variant = take_variant(&mut words, to);
            words.drain(from..to);
        }
        Self {
            path: String::new(),
            file: String::new(),
            means: span.map(|(.., means)| means),
            by_letter: by_letter && span.is_some(),
            size,
            space,
            tiles: Vec::new(),
            variant,
            kind: KINDS.len(),
            set: words.join("_"),
            rest: words,
            whole,
        }
    }

    /// Whether it keeps numbers beyond white, as colours of light.
    pub(super) fn is_linear(&self) -> bool {
        matches!(KINDS.get(self.kind), Some(&("exr" | "hdr")))
    }

    /// What is better comes first: the larger one, then the kind that keeps most of such a map.
    pub(super) fn rank(&self, color: bool) -> (std::cmp::Reverse<u32>, usize, u32) {
        let plain = color && self.is_linear();
        (std::cmp::Reverse(self.size), if plain { KINDS.len() } else { self.kind }, self.variant)
    }

    /// Puts tiles of one picture together.
    pub(super) fn with_tiles(pictures: Vec<Self>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for picture in pictures {
            match found.iter_mut().find(|other| other.path == picture.path && !picture.tiles.is_empty()) {
                Some(other) => other.tiles.extend(picture.tiles),
                None => found.push(picture),
            }
        }
        found.iter_mut().for_each(|picture| picture.tiles.sort_unstable());
        found
    }
}

/// What stands before the number of a tile, and the number: `wall.1001`, `wall_1002`; no number of `wall.<UDIM>`.
fn tile(stem: &str) -> Option<(&str, Option<u32>)> {
    let whole = stem.strip_suffix(TILE).map(|before| (before, None));
    let (before, number) = whole.or_else(|| {
        let cut = stem.len().checked_sub(4).filter(|cut| stem.is_char_boundary(*cut))?;
        let number: u32 = stem[cut..].parse().ok().filter(|number| (1001..2000).contains(number))?;
        // `wall_color_1024` is as large as that; `wall_color.1024` is a tile.
        let is_tile = stem[..cut].ends_with('.') || !number.is_power_of_two();
        is_tile.then(|| (&stem[..cut], Some(number)))
    })?;
    let separated = before.ends_with(['.', '_', '-']) && before.len() > 1;
    separated.then_some((before, number))
}

/// Poliigon names the workflow behind the size, which is no map: `COL_4K_METALNESS`. A `metal` before it is the set's.
fn workflow(words: &mut Vec<String>, size: Option<usize>) {
    let Some(before) = words.len().checked_sub(1).filter(|last| Some(*last) == size) else { return };
    let is_map = |(from, to, _): (usize, usize, Means)| {
        from > 0 && words[to - 1] != "metal" && (to == before || is_variant(&words[to..before]))
    };
    if matches!(words[before].as_str(), "metalness" | "specular") && found(&words[..before]).is_some_and(is_map) {
        words.pop();
    }
}

fn is_variant(words: &[String]) -> bool {
    let number = |word: &String| word.len() == 1 && word.parse::<u32>().is_ok();
    match words {
        [one] => number(one) || matches!(one.as_str(), "16" | "32"),
        [what, one] => {
            number(one) && matches!(what.as_str(), "var" | "lod")
                || one == "bit" && matches!(what.as_str(), "8" | "16" | "32")
        }
        _ => false,
    }
}

/// Takes out what behind the word of a map says which of several it is, or how many bits it has.
fn take_variant(words: &mut Vec<String>, from: usize) -> u32 {
    let Some(count) = [2, 1].into_iter().find(|count| words.get(from..from + count).is_some_and(is_variant)) else {
        return 0;
    };
    let taken: Vec<String> = words.drain(from..from + count).collect();
    taken.last().and_then(|word| word.parse().ok()).filter(|number| *number < 10).unwrap_or(0)
}

/// Takes the size out of the words: `4k`, `2048`, `2048x1024`, `2K-JPG`; 0 where they tell none. And where it stood.
fn size(words: &mut Vec<String>) -> (u32, Option<usize>) {
    for at in 0..words.len() {
        let Ok(number) = words[at].parse::<u32>() else { continue };
        let next = words.get(at + 1).map(String::as_str);
        let (size, count) = if next == Some("k") && matches!(number, 1..=32) {
            (number * 1024, 2)
        } else if number.is_power_of_two() && (128..=32_768).contains(&number) {
            (number, if next == Some("x") && words.get(at + 2).is_some() { 3 } else { 1 })
        } else {
            continue;
        };
        let kind = words.get(at + count).is_some_and(|word| KINDS.contains(&word.as_str()));
        words.drain(at..at + count + usize::from(kind));
        return (size, Some(at));
    }
    (0, None)
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::Slot::{self, BaseColor, Height, Metallic, Normal, Occlusion, Opacity, Roughness};
    use super::super::vocabulary::{MR, MRA, ORH, ORM, UNITY_ALBEDO, UNITY_MASK, UNITY_METALLIC};
    use super::*;

    fn check(names: &[&str], set: &str, means: Means) {
        for name in names {
            let picture = Picture::of(name).unwrap();
            assert_eq!((picture.means, picture.set.as_str(), picture.by_letter), (Some(means), set, false), "{name}");
        }
    }

    fn one(slot: Slot) -> Means {
        Means::One(slot)
    }

    #[test]
    fn names_of_poly_haven_are_read() {
        let brick = "brick_wall_001";
        check(&["brick_wall_001_diff_2k.jpg", "brick_wall_001_diffuse_4k.png"], brick, one(BaseColor));
        check(&["brick_wall_001_nor_gl_2k.exr"], brick, Means::OpenGl);
        check(&["brick_wall_001_nor_dx_2k.png"], brick, Means::DirectX);
        check(&["brick_wall_001_arm_2k.jpg"], brick, ORM);
        check(&["brick_wall_001_rough_1k.jpg"], brick, one(Roughness));
        check(&["brick_wall_001_disp_8k.png", "brick_wall_001_bump_1k.jpg"], brick, one(Height));
        check(&["brick_wall_001_ao_1k.jpg"], brick, one(Occlusion));
        check(&["rusty_metal_02_metal_4k.png"], "rusty_metal_02", one(Metallic));
        check(&["leather_red_02_coll1_2k.jpg", "leather_red_02_coll2_2k.jpg"], "leather_red_02", one(BaseColor));
    }

    #[test]
    fn names_of_ambientcg_are_read() {
        check(
            &["Bricks001_2K_Color.jpg", "Bricks001_2K-JPG_Color.jpg", "Bricks001_4K-PNG_Color.png"],
            "bricks_001",
            one(BaseColor),
        );
        check(&["Bricks001_2K-JPG_NormalGL.jpg"], "bricks_001", Means::OpenGl);
        check(&["Bricks001_2K-JPG_NormalDX.jpg"], "bricks_001", Means::DirectX);
        check(&["Bricks001_2K_Displacement.jpg"], "bricks_001", one(Height));
        check(&["Metal009_2K_Metalness.jpg"], "metal_009", one(Metallic));
        check(&["Metal009_2K_AmbientOcclusion.jpg"], "metal_009", one(Occlusion));
        check(&["Leaf001_1K_Opacity.jpg"], "leaf_001", one(Opacity));
        check(&["Bricks01_col.jpg"], "bricks_01", one(BaseColor));
        check(&["Bricks01_nrm.jpg"], "bricks_01", one(Normal));
        check(&["Bricks01_rgh.jpg"], "bricks_01", one(Roughness));
    }

    #[test]
    fn names_of_quixel_poliigon_and_others_are_read() {
        check(&["vcskdhf_4K_Albedo.jpg"], "vcskdhf", one(BaseColor));
        check(&["vcskdhf_4K_ORM.jpg"], "vcskdhf", ORM);
        check(&["vcskdhf_4K_Normal_LOD0.jpg", "vcskdhf_4K_Normal.exr"], "vcskdhf", one(Normal));
        check(&["T_vcskdhf_4K_ORDp.png", "T_vcskdhf_4K_ARD.png"], "t_vcskdhf", ORH);
        check(&["vcskdhf_4K_Gloss.jpg"], "vcskdhf", Means::Gloss);
        check(
            &["BricksFlemish001_COL_VAR1_4K_METALNESS.png", "BricksFlemish001_COL_4K.jpg"],
            "bricks_flemish_001",
            one(BaseColor),
        );
        check(&["BricksFlemish001_NRM16_4K_METALNESS.tif"], "bricks_flemish_001", one(Normal));
        check(&["BricksFlemish001_METALNESS_4K_METALNESS.png"], "bricks_flemish_001", one(Metallic));
        check(&["rusty_metal_2K_Metalness.png"], "rusty_metal", one(Metallic));
        check(&["rustediron2_basecolor.png"], "rustediron_2", one(BaseColor));
        check(&["rock-wall-mortar_normal-ogl.png"], "rock_wall_mortar", Means::OpenGl);
        check(&["rock-wall-mortar_normal-dx.png"], "rock_wall_mortar", Means::DirectX);
        check(&["T_Rock_MRAO.tga"], "t_rock", MRA);
    }

    #[test]
    fn names_of_substance_exports_are_read() {
        check(&["lamp_BaseColor.png", "lamp_Base_Color.png", "lamp_BaseColor_8bit.png"], "lamp", one(BaseColor));
        check(&["lamp_Normal_OpenGL.png", "lamp_NormalOpenGL.png"], "lamp", Means::OpenGl);
        check(&["lamp_Normal_DirectX.png"], "lamp", Means::DirectX);
        check(&["lamp_Mixed_AO.png", "lamp_Ambient_Occlusion.png"], "lamp", one(Occlusion));
        check(&["lamp_OcclusionRoughnessMetallic.png"], "lamp", ORM);
        check(&["lamp_metallicRoughness.png"], "lamp", MR);
        check(&["lamp_MaskMap.png"], "lamp", UNITY_MASK);
        check(&["lamp_MetallicSmoothness.png"], "lamp", UNITY_METALLIC);
        check(&["lamp_AlbedoTransparency.png"], "lamp", UNITY_ALBEDO);
    }

    #[test]
    fn size_and_colour_space_are_read_beside_it() {
        let read = |name: &str| {
            let picture = Picture::of(name).unwrap();
            (picture.set, picture.size, picture.space)
        };
        assert_eq!(read("rusty_metal_02_diff_4k.jpg"), ("rusty_metal_02".to_owned(), 4096, None));
        assert_eq!(read("Tiles_2048x1024_Height.png"), ("tiles".to_owned(), 2048, None));
        assert_eq!(read("Tiles_Height.png"), ("tiles".to_owned(), 0, None));
        assert_eq!(read("Tiles_Roughness_sRGB.png"), ("tiles".to_owned(), 0, Some("srgb")));
        assert_eq!(read("Tiles_BaseColor_ACEScg_2K.exr"), ("tiles".to_owned(), 2048, Some("linear")));
        assert_eq!(read("Tiles_Roughness_Non-Color.png"), ("tiles".to_owned(), 0, Some("data")));
        assert_eq!(read("Tiles_Normal_Utility - Raw.exr"), ("tiles".to_owned(), 0, Some("data")));
        assert_eq!(read("raw_plank_wall_diff_1k.jpg"), ("raw_plank_wall".to_owned(), 1024, None));
    }

    #[test]
    fn tiles_are_one_picture() {
        let read = |names: &[&str]| {
            let pictures = names.iter().map(|name| Picture::of(name).unwrap()).collect();
            let found = Picture::with_tiles(pictures);
            found.into_iter().map(|picture| (picture.path, picture.set, picture.tiles)).collect::<Vec<_>>()
        };
        let wall = |path: &str, tiles: &[u32]| vec![(path.to_owned(), "wall".to_owned(), tiles.to_vec())];
        assert_eq!(
            read(&["/m/wall_BaseColor.1002.exr", "/m/wall_BaseColor.1001.exr"]),
            wall("/m/wall_BaseColor.<UDIM>.exr", &[1001, 1002])
        );
        assert_eq!(read(&["wall_color_1011.png"]), wall("wall_color_<UDIM>.png", &[1011]));
        assert_eq!(read(&["wall_color.<UDIM>.png"]), wall("wall_color.<UDIM>.png", &[]));
        assert_eq!(read(&["wall_color_1024.png"]), wall("wall_color_1024.png", &[]));
        assert_eq!(read(&["wall_color.1024.png"]), wall("wall_color.<UDIM>.png", &[1024]));
    }

    #[test]
    fn letters_are_believed_and_noted_and_what_is_no_picture_is_none() {
        let letter = Picture::of("T_Rock_D.png").unwrap();
        assert_eq!((letter.means, letter.by_letter), (Some(one(BaseColor)), true));
        assert_eq!(Picture::of("rock_rougness.png").unwrap().means, None);
        assert!(matches!(Picture::of("Tiles_specular.jpg").unwrap().means, Some(Means::Unused(_))));
        assert!(
            Picture::of("readme.txt").is_none() && Picture::of("color").is_none() && Picture::of("é001.png").is_some()
        );
    }
}
