//! Field kinds: what a value means. Validation, unit conversion, schemas, documentation and generated types
//! all come from the kind.

/// What a value means, and so what it may be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `true` or `false`.
    Bool,
    /// A whole number within bounds.
    Int {
        /** least */
        min: i64,
        /** greatest */
        max: i64,
    },
    /// A plain number within bounds; infinite where there is none.
    Float {
        /** least */
        min: f64,
        /** greatest */
        max: f64,
    },
    /// 0 to 1.
    Ratio,
    /// A length in the convention's unit.
    Length,
    /// Radians.
    Angle,
    /// Seconds; `{"frame": n}` on input.
    Time,
    /// A position, three lengths.
    Point,
    /// A direction with a length, three numbers.
    Vector,
    /// A place in a texture, two numbers.
    Vector2,
    /// Factors along three axes.
    Scale3,
    /// `[x, y, z, w]`; Euler degrees `{"euler": [x, y, z], "order": "XYZ"}` on input.
    Quaternion,
    /// 16 numbers, row-major.
    Matrix4,
    /// Linear `[r, g, b, a]`; `[r, g, b]`, `#rrggbb` and CSS names on input.
    Color,
    /// Text.
    Text,
    /// Source code.
    Code,
    /// A file to read (`write: false`) or to write, inside the roots that the owner chose.
    Path {
        /** whether the file is written */
        write: bool,
    },
    /// One of these words.
    Enum(&'static [&'static str]),
    /// The id or unique name of an entity of this name; `Node` takes any scene object.
    Ref(&'static str),
    /// A list of this kind.
    List(&'static Kind),
    /// A dense array that travels as an attachment: element kind `Point`, `Vector`, `Int` …, shape `[n, width]` or `[n]`.
    Array(&'static Kind),
    /// A file or picture that travels as an attachment, with its media type.
    Blob(&'static str),
    /// An object with these fields.
    Object(&'static [Field]),
    /// Any object.
    Map,
    /// Any JSON.
    Any,
    /// The fields of an entity, as created (`Create`), patched (`Update`: `ids` and any fields), filtered by (`List`:
    /// the fields that compare) or read (any other).
    Item(&'static crate::catalogue::Entity, crate::catalogue::Verb),
}

impl Kind {
    /// Any whole number that every language holds exactly.
    pub const INT: Kind = Kind::Int { min: Kind::LEAST, max: 1 << 53 };
    /// The least of them.
    pub const LEAST: i64 = -(1 << 53);
    /// How many, or which one counted from 0.
    pub const COUNT: Kind = Kind::Int { min: 0, max: i32::MAX as i64 };
    /// Any number.
    pub const NUMBER: Kind = Kind::Float { min: f64::NEG_INFINITY, max: f64::INFINITY };
    /// A number that is not negative.
    pub const POSITIVE: Kind = Kind::Float { min: 0.0, max: f64::INFINITY };
    /// Pixels along one side of a picture; the upper bound is what every host can allocate.
    pub const PIXELS: Kind = Kind::Int { min: 1, max: 16_384 };

    /// How many numbers make one value, for kinds that are a fixed row of numbers.
    pub const fn width(&self) -> Option<usize> {
        match self {
            Kind::Point | Kind::Vector | Kind::Scale3 => Some(3),
            Kind::Vector2 => Some(2),
            Kind::Quaternion | Kind::Color => Some(4),
            Kind::Matrix4 => Some(16),
            _ => None,
        }
    }
}

/// One named value of an entity, of an operation's arguments or of its result.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// `snake_case`.
    pub name: &'static str,
    /// What it means.
    pub kind: Kind,
    /// One sentence with unit and meaning.
    pub doc: &'static str,
    /// Whether it must be given (arguments) or is always there (results).
    pub required: bool,
    /// JSON of the value that stands in when it is not given.
    pub default: Option<&'static str>,
    /// Read from the host and never written.
    pub read_only: bool,
    /// Given when the item is created and not changed afterwards.
    pub once: bool,
    /// Whether `null` is a value.
    pub nullable: bool,
    /// Read only when `fields` names it, because it is large.
    pub on_request: bool,
    /// Least and greatest number, for kinds that do not say.
    pub bounds: (f64, f64),
    /// What one is, when the kind does not say: `mm`, `px`, `W`.
    pub unit: Option<&'static str>,
}

impl Field {
    /// An optional field without default.
    pub const fn new(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            kind,
            doc,
            required: false,
            default: None,
            read_only: false,
            once: false,
            nullable: false,
            on_request: false,
            bounds: (f64::NEG_INFINITY, f64::INFINITY),
            unit: None,
        }
    }

    /// Must be given, or is always there in a result.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The JSON that stands in when it is not given.
    pub const fn or(mut self, json: &'static str) -> Self {
        self.default = Some(json);
        self
    }

    /// Read from the host and never written.
    pub const fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Given when the item is created and not changed afterwards (what a constraint is on).
    pub const fn once(mut self) -> Self {
        self.once = true;
        self
    }

    /// `null` is a value too.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// Large: read only when `fields` names it.
    pub const fn on_request(mut self) -> Self {
        self.on_request = true;
        self
    }

    /// The least and the greatest number.
    pub const fn within(mut self, least: f64, greatest: f64) -> Self {
        self.bounds = (least, greatest);
        self
    }

    /// What one is.
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }
}
