//! Which pictures make one surface: one for each thing that can be told of it, what is doubtful and what is left out.

use std::collections::BTreeSet;

use super::files::{Picture, TILE};
use super::vocabulary::{Channel, Means, OF_THE_WHOLE, Slot, known};
use crate::catalogue::nearest;

/// Handedness of normals, where a caller says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Normals {
    OpenGl,
    DirectX,
}

/// What one picture tells of the surface.
#[derive(Clone, Debug)]
pub(super) struct Map {
    pub(super) slot: Slot,
    pub(super) picture: Picture,
    pub(super) channel: Channel,
    /// Whether it says the opposite: gloss.
    pub(super) invert: bool,
    /// Whether its green points down: normals for DirectX.
    pub(super) flip: bool,
}

impl Map {
    /// What its numbers are: never colours where they say no colour, whatever the name says.
    pub(super) fn color_space(&self) -> &'static str {
        match self.picture.space {
            _ if !self.slot.is_color() => "data",
            Some(space @ ("srgb" | "linear")) => space,
            _ if self.picture.is_linear() => "linear",
            _ => "srgb",
        }
    }

    /// Whether all of its picture, as it is, says it.
    pub(super) fn is_plain(&self) -> bool {
        self.channel == "color" && !self.invert && !self.flip && self.slot != Slot::Occlusion
    }
}

/// A picture that is told of, and why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Remark {
    pub(super) path: String,
    pub(super) reason: String,
}

/// What a surface is made of.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What the pictures have in common: the name of the surface.
    pub(super) name: String,
    /// One for each thing, in the order of `Slot`.
    pub(super) maps: Vec<Map>,
    pub(super) doubtful: Vec<Remark>,
    pub(super) left_out: Vec<Remark>,
}

/// Why there is no plan.
#[derive(Debug, PartialEq)]
pub(super) enum Trouble {
    /// No name says what a picture is; what may have been meant.
    Nothing(Vec<String>),
    /// There are several surfaces.
    Several(Vec<String>),
}

/// How pictures are read.
#[derive(Clone, Copy, Default)]
pub(super) struct How<'a> {
    pub(super) prefix: Option<&'a str>,
    pub(super) normals: Option<Normals>,
    pub(super) occlusion: bool,
}

/// Says of each picture of a folder what it is for.
pub(super) fn plan(paths: &[String], how: How<'_>) -> Result<Plan, Trouble> {
    let begins = |picture: &Picture| {
        how.prefix.is_none_or(|prefix| picture.file.to_lowercase().starts_with(&prefix.to_lowercase()))
    };
    let pictures = paths.iter().filter_map(|path| Picture::of(path)).filter(begins).collect();
    let mut pictures = Picture::with_tiles(pictures);
    // `Metal009.png` beside `Metal009_Color.png` shows the whole.
    let sets: BTreeSet<String> = pictures.iter().filter(|one| is_map(one)).map(|one| one.set.clone()).collect();
    for picture in &mut pictures {
        if sets.contains(&picture.whole) {
            picture.means = Some(OF_THE_WHOLE);
        }
    }
    let sets: BTreeSet<&String> = pictures.iter().filter(|one| is_map(one)).map(|one| &one.set).collect();
    if sets.len() > 1 {
        return Err(Trouble::Several(sets.into_iter().cloned().collect()));
    }
    let name = sets.into_iter().next().cloned().unwrap_or_default();
    chosen(&pictures, name, how)
}

/// Says of pictures that belong together what each is for.
pub(super) fn chosen(pictures: &[Picture], name: String, how: How<'_>) -> Result<Plan, Trouble> {
    if !pictures.iter().any(is_map) {
        return Err(Trouble::Nothing(pictures.iter().map(meant).collect()));
    }
    let mut plan = Plan { name, ..Plan::default() };
    let mut candidates: Vec<Map> = Vec::new();
    for picture in pictures {
        match picture.means {
            Some(Means::Unused(reason)) => plan.leave(picture, reason),
            Some(means) => candidates.extend(of(picture, means, how.normals)),
            None => plan.leave(picture, &format!("its name says nothing known; {}", meant(picture))),
        }
    }
    plan.choose(candidates, how);
    Ok(plan)
}

fn is_map(picture: &Picture) -> bool {
    picture.means.is_some_and(|means| !matches!(means, Means::Unused(_)))
}

/// The nearest thing that the name of a picture may have been meant to say, which is mostly at its end.
fn meant(picture: &Picture) -> String {
    let near = picture.rest.iter().rev().filter_map(|word| nearest(word, known(), 1).into_iter().next()).next();
    near.map_or_else(
        || format!("`{}` has none of the words of a map", picture.file),
        |near| format!("`{}` may mean `{near}`", picture.file),
    )
}

/// What a picture tells.
fn of(picture: &Picture, means: Means, normals: Option<Normals>) -> Vec<Map> {
    let map = |slot, channel, invert, flip| Map { slot, picture: picture.clone(), channel, invert, flip };
    match means {
        Means::One(Slot::Normal) => vec![map(Slot::Normal, "color", false, normals == Some(Normals::DirectX))],
        Means::One(slot) => vec![map(slot, "color", false, false)],
        Means::Gloss => vec![map(Slot::Roughness, "color", true, false)],
        Means::OpenGl => vec![map(Slot::Normal, "color", false, normals == Some(Normals::DirectX))],
        Means::DirectX => vec![map(Slot::Normal, "color", false, normals != Some(Normals::OpenGl))],
        Means::Packed(parts) => {
            parts.iter().map(|(slot, channel, turned)| map(*slot, channel, *turned, false)).collect()
        }
        Means::Unused(_) => Vec::new(),
    }
}

impl Plan {
    /// What the numbers of a map's picture are: one that tells a colour and more (its alpha) is read as that colour.
    pub(super) fn color_space(&self, map: &Map) -> &'static str {
        let first = self.maps.iter().find(|other| other.picture.path == map.picture.path);
        first.unwrap_or(map).color_space()
    }

    fn leave(&mut self, picture: &Picture, reason: &str) {
        self.left_out.push(Remark { path: picture.path.clone(), reason: reason.to_owned() });
    }

    /// What no picture tells: there the material's plain value stands.
    pub(super) fn missing(&self) -> Vec<Slot> {
        let usual = [Slot::BaseColor, Slot::Metallic, Slot::Roughness, Slot::Normal];
        usual.into_iter().filter(|slot| self.maps.iter().all(|map| map.slot != *slot)).collect()
    }

    /// The best of what tells of each thing.
    fn choose(&mut self, mut candidates: Vec<Map>, how: How<'_>) {
        candidates.sort_by_key(goodness);
        let mut unused: Vec<(String, String)> = Vec::new();
        for map in candidates {
            let path = map.picture.path.clone();
            if map.slot == Slot::Occlusion && !how.occlusion {
                let reason =
                    "renderers reckon where little light comes; `ambient_occlusion: true` darkens the colour by it";
                unused.push((path, reason.to_owned()));
                continue;
            }
            let Some(other) = self.maps.iter().find(|other| other.slot == map.slot) else {
                self.doubt(&map, how);
                self.maps.push(map);
                continue;
            };
            let (name, slot) = (other.picture.file.clone(), map.slot.word());
            if goodness(other) == goodness(&map) {
                let first = other.picture.path.clone();
                self.note(first, format!("`{}` says the {slot} as well, and as well as this", map.picture.file));
                unused.push((path, format!("`{name}` says the {slot} as well, and came first")));
            } else {
                unused.push((path, format!("`{name}` says the {slot} better")));
            }
        }
        for (path, reason) in unused {
            let used = self.maps.iter().any(|map| map.picture.path == path);
            if !used && self.left_out.iter().all(|remark| remark.path != path) {
                self.left_out.push(Remark { path, reason });
            }
        }
        self.compare_tiles();
    }

    fn note(&mut self, path: String, reason: String) {
        let remark = Remark { path, reason };
        if !self.doubtful.contains(&remark) {
            self.doubtful.push(remark);
        }
    }

    /// Notes what was believed and may be wrong.
    fn doubt(&mut self, map: &Map, how: How<'_>) {
        let (picture, slot) = (&map.picture, map.slot.word());
        let mut reasons = Vec::new();
        if picture.by_letter {
            reasons.push(format!("taken for the {slot} by its last letter alone"));
        }
        if picture.means == Some(Means::One(Slot::Normal)) && how.normals.is_none() {
            let reason = "nothing says whether its normals are those of OpenGL or of DirectX; taken for OpenGL's";
            reasons.push(reason.to_owned());
        }
        if let Some(space) = picture.space.filter(|space| *space != map.color_space()) {
            reasons.push(format!("its name says `{space}`, which no {slot} is; read as `{}`", map.color_space()));
        }
        reasons.into_iter().for_each(|reason| self.note(picture.path.clone(), reason));
    }

    /// Notes tiles that one picture has and another one has not.
    fn compare_tiles(&mut self) {
        let all: BTreeSet<u32> = self.maps.iter().flat_map(|map| map.picture.tiles.iter().copied()).collect();
        let mut found = Vec::new();
        for picture in self.maps.iter().map(|map| &map.picture) {
            let lacking: Vec<String> =
                all.iter().filter(|tile| !picture.tiles.contains(tile)).map(ToString::to_string).collect();
            if picture.tiles.is_empty() && !all.is_empty() && !picture.path.contains(TILE) {
                found.push((picture.path.clone(), "one picture among others in tiles: it repeats in each".to_owned()));
            } else if !picture.tiles.is_empty() && !lacking.is_empty() {
                found
                    .push((picture.path.clone(), format!("others have tiles that it has not: {}", lacking.join(", "))));
            }
        }
        found.into_iter().for_each(|(path, reason)| self.note(path, reason));
    }
}

/// Less is better: what says just this and as it is, before gloss, normals of the other hand and parts of a packed map.
fn goodness(map: &Map) -> impl Ord + use<> {
    (map.slot, map.channel != "color", map.invert, map.flip, map.picture.rank(map.slot.is_color()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| format!("/maps/{name}")).collect()
    }

    /// The file, channel and turns of each thing.
    fn told(names: &[&str], how: How<'_>) -> Vec<String> {
        let plan = plan(&paths(names), how).unwrap();
        let line = |map: &Map| {
            let turns =
                format!("{}{}", if map.invert { " inverted" } else { "" }, if map.flip { " flipped" } else { "" });
            format!("{} {} {}{turns}", map.slot.word(), map.picture.file, map.channel)
        };
        plan.maps.iter().map(line).collect()
    }

    #[test]
    fn the_largest_and_the_fullest_are_taken_and_the_others_told() {
        let names =
            ["Wood_Color_1K.jpg", "Wood_Color_2K.jpg", "Wood_Color_2K.png", "Wood_Height_2K.png", "Wood_Height_2K.exr"];
        assert_eq!(
            told(&names, How::default()),
            ["base_color Wood_Color_2K.png color", "height Wood_Height_2K.exr color"]
        );
        let plan = plan(&paths(&names), How::default()).unwrap();
        assert_eq!((plan.name.as_str(), plan.left_out.len()), ("wood", 3));
        assert!(plan.left_out[0].reason.contains("Wood_Color_2K.png"), "{:?}", plan.left_out);
    }

    #[test]
    fn a_packed_map_gives_what_no_map_of_its_own_says() {
        let names = ["T_Rock_ORM.png", "T_Rock_Roughness.png", "T_Rock_BC.png"];
        let maps =
            ["base_color T_Rock_BC.png color", "metallic T_Rock_ORM.png blue", "roughness T_Rock_Roughness.png color"];
        assert_eq!(told(&names, How::default()), maps);
        let with = told(&names, How { occlusion: true, ..How::default() });
        assert_eq!(with.last().unwrap(), "ambient_occlusion T_Rock_ORM.png red");
    }

    #[test]
    fn gloss_and_directx_are_turned_round_and_come_last() {
        assert_eq!(
            told(&["a_gloss.png", "a_NormalDX.png"], How::default()),
            ["roughness a_gloss.png color inverted", "normal a_NormalDX.png color flipped"]
        );
        let both = ["a_gloss.png", "a_rough.png", "a_NormalDX.png", "a_NormalGL.png"];
        assert_eq!(told(&both, How::default()), ["roughness a_rough.png color", "normal a_NormalGL.png color"]);
        let directx = How { normals: Some(Normals::DirectX), ..How::default() };
        assert_eq!(told(&["a_normal.png"], directx), ["normal a_normal.png color flipped"]);
    }

    #[test]
    fn what_is_doubtful_is_told() {
        let plan = plan(&paths(&["x_D.png", "x_normal.png", "x_rougness.png", "x_spec.png"]), How::default()).unwrap();
        let reasons =
            |remarks: &[Remark]| remarks.iter().map(|remark| remark.reason.clone()).collect::<Vec<_>>().join("; ");
        let doubts = reasons(&plan.doubtful);
        assert!(doubts.contains("last letter") && doubts.contains("OpenGL"), "{doubts}");
        let left = reasons(&plan.left_out);
        assert!(left.contains("`roughness`") && left.contains("reflection"), "{left}");
    }

    #[test]
    fn two_that_say_the_same_are_told_and_a_picture_of_the_whole_is_no_map() {
        let names = ["x_albedo.png", "x_diffuse.png", "x.png", "x_rough.png"];
        let found = plan(&paths(&names), How::default()).unwrap();
        assert_eq!(found.maps[0].picture.file, "x_albedo.png");
        assert!(found.doubtful[0].reason.contains("x_diffuse.png"), "{found:?}");
        let left: Vec<&str> = found.left_out.iter().map(|remark| remark.path.as_str()).collect();
        assert_eq!(left, ["/maps/x.png", "/maps/x_diffuse.png"]);
        let metal = ["Metal009_2K_Color.png", "Metal009_2K_Metalness.png", "Metal009.png"];
        assert_eq!(
            told(&metal, How::default()),
            ["base_color Metal009_2K_Color.png color", "metallic Metal009_2K_Metalness.png color"]
        );
        let missing = plan(&paths(&metal), How::default()).unwrap().missing();
        assert_eq!(missing, [Slot::Roughness, Slot::Normal]);
    }

    #[test]
    fn a_colour_space_that_cannot_be_is_not_believed() {
        let names = ["x_rough_sRGB.png", "x_color_linear.png", "x_normalgl_raw.exr", "x_emissive_raw.png"];
        let found = plan(&paths(&names), How::default()).unwrap();
        let spaces: Vec<_> = found.maps.iter().map(Map::color_space).collect();
        assert_eq!(spaces, ["linear", "data", "data", "srgb"]);
        let doubts: Vec<&str> = found.doubtful.iter().map(|remark| remark.path.as_str()).collect();
        assert_eq!(doubts, ["/maps/x_rough_sRGB.png", "/maps/x_emissive_raw.png"]);
    }

    #[test]
    fn tiles_that_one_map_lacks_are_told() {
        let names = ["x_color.1001.png", "x_color.1002.png", "x_rough.1001.png", "x_metal.png"];
        let found = plan(&paths(&names), How::default()).unwrap();
        assert_eq!(found.maps.len(), 3);
        let doubts: Vec<&str> = found.doubtful.iter().map(|remark| remark.reason.as_str()).collect();
        assert_eq!(
            doubts,
            ["one picture among others in tiles: it repeats in each", "others have tiles that it has not: 1002"]
        );
    }

    #[test]
    fn several_sets_and_none_are_no_plan() {
        let several = paths(&["wood_color.png", "brick_color.png", "brick_rough.png"]);
        assert_eq!(
            plan(&several, How::default()).unwrap_err(),
            Trouble::Several(vec!["brick".to_owned(), "wood".to_owned()])
        );
        assert_eq!(plan(&several, How { prefix: Some("Brick"), ..How::default() }).unwrap().maps.len(), 2);
        let Trouble::Nothing(near) = plan(&paths(&["cat.png", "wood_colro.png"]), How::default()).unwrap_err() else {
            panic!("nothing is said")
        };
        assert!(near[1].contains("`color`"), "{near:?}");
    }
}
