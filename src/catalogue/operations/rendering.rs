//! Operations of the rendering domain: pictures of the scene.

use super::Entry;
use crate::catalogue::operation::{RENDER_TIMEOUT, SCENE_TIMEOUT};
use crate::catalogue::{Domain, Field, Kind};

const VIEWS: &[&str] =
    &["viewport", "window", "camera", "front", "back", "left", "right", "top", "bottom", "isometric", "perspective"];

/// What a model takes in without scaling it down; `render` makes larger pictures.
const SCREEN: Kind = Kind::Int { min: 1, max: 1568 };

const LABEL: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "The node.").required(),
    Field::new("name", Kind::Text, "Its name.").required(),
    Field::new("x", Kind::NUMBER, "Its middle, from the left.").required().unit("px"),
    Field::new("y", Kind::NUMBER, "Its middle, from the top.").required().unit("px"),
    Field::new("box", Kind::Any, "Left, top, right, bottom.").required().unit("px"),
    Field::new("drawn", Kind::Bool, "Whether its label found room.").required(),
];

const IMAGE: Field = Field::new("image", Kind::Blob("image/png"), "The picture.").required();
const WIDTH: Field = Field::new("width", Kind::COUNT, "Width of the picture.").required().unit("px");
const HEIGHT: Field = Field::new("height", Kind::COUNT, "Height of the picture.").required().unit("px");

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "look",
        doc: "Takes a quick picture of the scene: the viewport as the artist sees it, or a view of its own that moves nothing.",
        domain: Domain::Rendering,
        params: &[
            Field::new(
                "view",
                Kind::Enum(VIEWS),
                "From where; `window` is the application's own. Without it the viewport, or a perspective view where there is none.",
            ),
            Field::new(
                "shading",
                Kind::Enum(&["solid", "wireframe", "material", "rendered"]),
                "How it is drawn; without it as the viewport is.",
            ),
            Field::new("width", SCREEN, "Width of the picture.").or("800").unit("px"),
            Field::new("height", SCREEN, "Height of the picture; `window` keeps its shape.").or("600").unit("px"),
            Field::new(
                "frame_ids",
                Kind::List(&Kind::Ref("Node")),
                "The nodes that should fill the picture; without it the whole scene.",
            ),
            Field::new(
                "overlay",
                Kind::Enum(&["names", "ids"]),
                "Writes it at each node in view; `labels` tells where.",
            ),
            Field::new("editor", Kind::Text, "Of `window`, only this open editor: `outliner`, say."),
        ],
        returns: &[
            IMAGE,
            WIDTH,
            HEIGHT,
            Field::new(
                "how",
                Kind::Text,
                "How it was made: window, viewport, off-screen or render; then what had failed.",
            )
            .required(),
            Field::new(
                "labels",
                Kind::List(&Kind::Object(LABEL)),
                "Nodes in view, nearest first; only with `overlay`.",
            ),
        ],
        example: r#"{"view": "perspective", "width": 640, "height": 480}"#,
        timeout: SCENE_TIMEOUT,
        ..Entry::READ
    },
    Entry {
        name: "render",
        doc: "Renders one frame through a camera and leaves the render settings as they were.",
        domain: Domain::Rendering,
        params: &[
            Field::new(
                "engine",
                Kind::Enum(&["cycles", "eevee", "workbench"]),
                "Render engine; without it the scene's own.",
            ),
            Field::new("width", Kind::PIXELS, "Width of the picture; without it the scene's own.").unit("px"),
            Field::new("height", Kind::PIXELS, "Height of the picture; without it the scene's own.").unit("px"),
            Field::new(
                "samples",
                Kind::Int { min: 1, max: 1_000_000 },
                "Samples per pixel; without it the scene's own.",
            ),
            Field::new("camera_id", Kind::Ref("Camera"), "Through which camera; without it the active one."),
            Field::new(
                "frame",
                Kind::Int { min: -1_048_574, max: 1_048_574 },
                "Which frame; without it the current one.",
            )
            .unit("frames"),
            Field::new("output_path", Kind::Path { write: true }, "Where to write the picture as well, absolute."),
            Field::new(
                "background",
                Kind::Enum(&["auto", "always", "never"]),
                "Renders a copy in the background, so that the window goes on; `auto`: what takes long.",
            )
            .or("\"auto\""),
        ],
        returns: &[
            IMAGE,
            WIDTH,
            HEIGHT,
            Field::new("engine", Kind::Text, "The engine that rendered.").required(),
            Field::new("samples", Kind::COUNT, "Samples per pixel.").required(),
            Field::new("seconds", Kind::POSITIVE, "How long it took.").required().unit("s"),
            Field::new("output_path", Kind::Text, "Where the picture was written as well."),
            Field::new("from_copy", Kind::Bool, "Whether it shows a copy, without what was painted and not saved.")
                .required(),
        ],
        example: r#"{"engine": "cycles", "width": 640, "height": 360, "samples": 16}"#,
        timeout: RENDER_TIMEOUT,
        ..Entry::READ
    },
];
