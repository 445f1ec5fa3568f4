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
    /// The fields of an entity, as created (`Create`), patched (`Update`: `ids` and any fields) or read (`Read`).
    Item(&'static crate::catalogue::Entity, crate::catalogue::Verb),
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
    /// Whether `null` is a value.
    pub nullable: bool,
}
