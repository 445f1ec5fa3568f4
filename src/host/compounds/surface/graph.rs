//! A material as nodes and links: what the adapter of Blender makes of maps, in Blender's words of now.

use serde_json::{Value, json};

use super::specification::Drawn;

/// Nodes and links of a material.
#[derive(Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Value>,
    pub(super) links: Vec<Value>,
}

/// An output of a node.
#[derive(Clone)]
struct Source {
    node: String,
    socket: &'static str,
}

impl Source {
    fn new(node: impl Into<String>, socket: &'static str) -> Self {
        Self { node: node.into(), socket }
    }
}

const SHADER: &str = "principled";

impl Graph {
    /// Of maps, one for each thing that is told.
    pub(super) fn of(maps: &[Drawn]) -> Self {
        let mut graph = Self::default();
        graph.node("output", "ShaderNodeOutputMaterial");
        graph.node(SHADER, "ShaderNodeBsdfPrincipled");
        graph.link(&Source::new(SHADER, "BSDF"), "output", "Surface");
        let mut color = None;
        for map in maps {
            let source = graph.source(maps, map);
            match map.slot.as_str() {
                "normal" => {
                    graph.node("normal_map", "ShaderNodeNormalMap");
                    graph.link(&source, "normal_map", "Color");
                    graph.link(&Source::new("normal_map", "Normal"), SHADER, "Normal");
                }
                "height" => graph.bump(&source),
                "ambient_occlusion" => graph.darken(&source, color.as_ref()),
                "base_color" => {
                    graph.link(&source, SHADER, "Base Color");
                    color = Some(source);
                }
                slot => graph.link(&source, SHADER, input(slot)),
            }
        }
        graph
    }

    fn node(&mut self, id: &str, kind: &str) {
        self.nodes.push(json!({ "id": id, "type": kind }));
    }

    fn link(&mut self, from: &Source, node: &str, socket: &str) {
        let link = json!({ "from_node": from.node, "from_socket": from.socket, "to_node": node, "to_socket": socket });
        self.links.push(link);
    }

    fn has(&self, id: &str) -> bool {
        self.nodes.iter().any(|node| node["id"] == id)
    }

    /// What comes out of a picture for a map, turned as it must be.
    fn source(&mut self, maps: &[Drawn], map: &Drawn) -> Source {
        let first = maps.iter().find(|other| other.image == map.image).unwrap_or(map);
        let picture = format!("{}_texture", first.slot);
        if !self.has(&picture) {
            let mut node = json!({
                "id": picture, "type": "ShaderNodeTexImage", "image": map.image, "color_space": map.color_space,
            });
            if !map.tiles.is_empty() {
                node["tiles"] = json!(map.tiles);
            }
            self.nodes.push(node);
        }
        let mut source = match map.channel.as_str() {
            "color" => Source::new(picture, "Color"),
            "alpha" => Source::new(picture, "Alpha"),
            channel => {
                let parts = format!("{}_channels", first.slot);
                if !self.has(&parts) {
                    self.separate(&Source::new(picture, "Color"), &parts);
                }
                Source::new(parts, part(channel))
            }
        };
        if map.invert {
            let id = format!("{}_inverted", map.slot);
            let color = map.channel == "color" && matches!(map.slot.as_str(), "base_color" | "emissive" | "normal");
            source = if color { self.inverted(&source, &id) } else { self.one_minus(&source, &id) };
        }
        if map.flip_green { self.flipped(&source) } else { source }
    }

    fn separate(&mut self, from: &Source, id: &str) {
        self.node(id, "ShaderNodeSeparateColor");
        self.link(from, id, "Color");
    }

    fn inverted(&mut self, from: &Source, id: &str) -> Source {
        self.node(id, "ShaderNodeInvert");
        self.link(from, id, "Color");
        Source::new(id, "Color")
    }

    /// `1 - x`: the second of two inputs of the same name.
    fn one_minus(&mut self, from: &Source, id: &str) -> Source {
        self.nodes.push(json!({
            "id": id, "type": "ShaderNodeMath", "operation": "SUBTRACT", "inputs": { "Value": 1.0 },
        }));
        self.link(from, id, "Value_001");
        Source::new(id, "Value")
    }

    /// A colour whose green is turned round.
    fn flipped(&mut self, from: &Source) -> Source {
        self.separate(from, "normal_parts");
        self.node("normal_flipped", "ShaderNodeCombineColor");
        for same in ["Red", "Blue"] {
            self.link(&Source::new("normal_parts", same), "normal_flipped", same);
        }
        let green = self.one_minus(&Source::new("normal_parts", "Green"), "normal_green");
        self.link(&green, "normal_flipped", "Green");
        Source::new("normal_flipped", "Color")
    }

    /// Between what the normal comes from and the shader.
    fn bump(&mut self, source: &Source) {
        self.node("bump", "ShaderNodeBump");
        self.link(source, "bump", "Height");
        for link in self.links.iter_mut().filter(|link| link["to_node"] == SHADER && link["to_socket"] == "Normal") {
            link["to_node"] = "bump".into();
        }
        self.link(&Source::new("bump", "Normal"), SHADER, "Normal");
    }

    /// Between what the colour comes from and the shader.
    fn darken(&mut self, source: &Source, color: Option<&Source>) {
        self.links.retain(|link| !(link["to_node"] == SHADER && link["to_socket"] == "Base Color"));
        let white = json!([1.0, 1.0, 1.0, 1.0]);
        let mut inputs = json!({ "Factor_Float": 1.0 });
        if color.is_none() {
            inputs["A_Color"] = white;
        }
        self.nodes.push(json!({
            "id": "occlusion", "type": "ShaderNodeMix", "data_type": "RGBA", "blend_type": "MULTIPLY", "inputs": inputs,
        }));
        if let Some(color) = color {
            self.link(color, "occlusion", "A_Color");
        }
        self.link(source, "occlusion", "B_Color");
        self.link(&Source::new("occlusion", "Result_Color"), SHADER, "Base Color");
    }
}

/// The input of the shader that a thing goes into.
fn input(slot: &str) -> &'static str {
    match slot {
        "metallic" => "Metallic",
        "roughness" => "Roughness",
        "emissive" => "Emission Color",
        _ => "Alpha",
    }
}

fn part(channel: &str) -> &'static str {
    match channel {
        "red" => "Red",
        "green" => "Green",
        _ => "Blue",
    }
}
