//! How people read a kind: its short name, its unit, and the sentence that an error says it with.

use super::{Field, Kind, Verb};

/// ` from 0 to 1`, ` of 0 or more`, or nothing when there are no bounds.
pub(super) fn range(least: f64, greatest: f64) -> String {
    match (least.is_finite(), greatest.is_finite()) {
        (true, true) => format!(" from {least} to {greatest}"),
        (true, false) => format!(" of {least} or more"),
        (false, true) => format!(" of {greatest} or less"),
        (false, false) => String::new(),
    }
}

/// The same of whole numbers, where what every language holds exactly counts as no bound.
fn whole_range(least: i64, greatest: i64) -> String {
    let bounded = |bound: i64| if bound.abs() < i64::from(i32::MAX) { bound as f64 } else { f64::INFINITY };
    range(if least < 0 { -bounded(-least) } else { bounded(least) }, bounded(greatest))
}

impl Kind {
    /// What may stand there, for errors.
    pub fn expectation(&self) -> String {
        match self {
            Kind::Bool => "true or false".to_owned(),
            Kind::Int { min, max } => format!("a whole number{}", whole_range(*min, *max)),
            Kind::Float { min, max } => format!("a number{}", range(*min, *max)),
            Kind::Ratio => "a number from 0 to 1".to_owned(),
            Kind::Length => "a length as a number".to_owned(),
            Kind::Angle => "an angle in radians as a number".to_owned(),
            Kind::Time => "seconds as a number or {\"frame\": number}".to_owned(),
            Kind::Point => "a position of 3 numbers [x, y, z]".to_owned(),
            Kind::Vector => "a vector of 3 numbers [x, y, z]".to_owned(),
            Kind::Vector2 => "2 numbers [u, v]".to_owned(),
            Kind::Scale3 => "3 factors [x, y, z]".to_owned(),
            Kind::Quaternion => {
                "a rotation as 4 numbers [x, y, z, w], {\"euler\": [x, y, z]} in degrees or {\"matrix\": [9 or 16 numbers]}"
                    .to_owned()
            }
            Kind::Matrix4 => "16 numbers, row-major".to_owned(),
            Kind::Color => "a colour as \"#rrggbb\", a CSS name or linear [r, g, b] or [r, g, b, a]".to_owned(),
            Kind::Text => "text".to_owned(),
            Kind::Code => "source code as text".to_owned(),
            Kind::Path { .. } => "a file path as text".to_owned(),
            Kind::Enum(words) => format!("one of {}", words.join(", ")),
            Kind::Ref(entity) => format!("the id or unique name of a {}", entity_word(entity)),
            Kind::List(item) => Kind::list_expectation(item),
            Kind::Array(element) => Kind::array_expectation(element),
            Kind::Blob(media) => format!("an attachment of {media}"),
            Kind::Object(_) | Kind::Map | Kind::Item(..) => "an object".to_owned(),
            Kind::Any => "any JSON".to_owned(),
        }
    }

    /// What a list of `item` may be, for errors.
    pub(super) fn list_expectation(item: &Kind) -> String {
        match item {
            Kind::Item(entity, _) => format!("a list of {} objects", entity.singular),
            Kind::Ref(entity) => format!("a list of ids or unique names of {}", entity_plural(entity)),
            other => format!("a list, each {}", other.expectation()),
        }
    }

    /// What an array of `element` may be, for errors.
    pub(super) fn array_expectation(element: &Kind) -> String {
        match element.width() {
            Some(width) => format!("rows of {width} numbers, or an array of shape [n, {width}]"),
            None => "a list of numbers, or an array of shape [n]".to_owned(),
        }
    }

    /// `list<ref<Node>>`, for documentation.
    pub fn notation(&self) -> String {
        match self {
            Kind::Bool => "bool".to_owned(),
            Kind::Int { .. } => "int".to_owned(),
            Kind::Float { .. } => "float".to_owned(),
            Kind::Ratio => "ratio".to_owned(),
            Kind::Length => "length".to_owned(),
            Kind::Angle => "angle".to_owned(),
            Kind::Time => "time".to_owned(),
            Kind::Point => "point".to_owned(),
            Kind::Vector => "vector".to_owned(),
            Kind::Vector2 => "vector2".to_owned(),
            Kind::Scale3 => "scale".to_owned(),
            Kind::Quaternion => "quaternion".to_owned(),
            Kind::Matrix4 => "matrix4".to_owned(),
            Kind::Color => "color".to_owned(),
            Kind::Text => "text".to_owned(),
            Kind::Code => "code".to_owned(),
            Kind::Path { write: false } => "path".to_owned(),
            Kind::Path { write: true } => "path to write".to_owned(),
            Kind::Enum(words) => words.join(" / "),
            Kind::Ref("") => "ref".to_owned(),
            Kind::Ref(entity) => format!("ref<{entity}>"),
            Kind::List(item) => format!("list<{}>", item.notation()),
            Kind::Array(element) => format!("array<{}>", element.notation()),
            Kind::Blob(media) => format!("file {media}"),
            Kind::Object(_) => "object".to_owned(),
            Kind::Map => "map".to_owned(),
            Kind::Any => "any".to_owned(),
            Kind::Item(entity, verb) => match verb {
                Verb::Create => format!("{} to create", entity.name),
                Verb::Update => format!("{} patch", entity.name),
                Verb::List => format!("{} filter", entity.name),
                Verb::Get | Verb::Delete => entity.name.to_owned(),
            },
        }
    }

    /// The unit that the kind itself says.
    pub const fn unit(&self) -> Option<&'static str> {
        match self {
            Kind::Angle => Some("rad"),
            Kind::Time => Some("s"),
            Kind::Length | Kind::Point => Some("scene units"),
            Kind::Array(element) => element.unit(),
            _ => None,
        }
    }
}

impl Field {
    /// What one is: `mm`, `rad`, `scene units`.
    pub const fn measured_in(&self) -> Option<&'static str> {
        match self.unit {
            Some(unit) => Some(unit),
            None => self.kind.unit(),
        }
    }

    /// Least and greatest number that it may be, where there are bounds.
    pub fn limits(&self) -> (f64, f64) {
        match self.kind {
            Kind::Int { min, max } => (min as f64, max as f64),
            Kind::Float { min, max } => (min.max(self.bounds.0), max.min(self.bounds.1)),
            Kind::Ratio => (0.0, 1.0),
            _ => self.bounds,
        }
    }
}

/// `Node` as people say it: any scene object.
fn entity_word(entity: &str) -> String {
    match entity {
        "" => "data-block".to_owned(),
        "Node" => "scene object".to_owned(),
        other => other.to_lowercase(),
    }
}

fn entity_plural(entity: &str) -> String {
    match entity {
        "Mesh" => "meshes".to_owned(),
        other => format!("{}s", entity_word(other)),
    }
}
