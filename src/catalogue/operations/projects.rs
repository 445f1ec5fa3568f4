//! A project's own scripts, under the same policy as `execute_python`.

use super::Entry;
use crate::catalogue::{Effect, Field, Kind, Scope};

const WORDS: Kind = Kind::List(&Kind::Text);
const STDOUT: Field = Field::new("stdout", Kind::Text, "What was printed.").required();
const STDERR: Field = Field::new("stderr", Kind::Text, "What was printed to stderr.").required();
const MODULE: &[Field] = &[
    Field::new("module", Kind::Text, "Its name.").required(),
    Field::new("file", Kind::Text, "Where it lies.").required(),
];
const OUTCOMES: &[&str] = &["passed", "failed", "error", "skipped", "expected_failure", "unexpected_success"];
const TEST: &[Field] = &[
    Field::new("name", Kind::Text, "`module.Class.test` or `module.test`.").required(),
    Field::new("outcome", Kind::Enum(OUTCOMES), "How it came out.").required(),
    Field::new("seconds", Kind::POSITIVE, "How long it took.").required().unit("s"),
    Field::new("message", Kind::Text, "What was raised, or why it was passed over."),
    Field::new("traceback", Kind::Text, "The project's own lines on the way there."),
];
pub(super) const VARIABLE: &[Field] = &[
    Field::new("name", Kind::Text, "Name.").required(),
    Field::new("type", Kind::Text, "Name of its type.").required(),
    Field::new("repr", Kind::Text, "As Python prints it, up to 2,000 characters.").required(),
    Field::new("length", Kind::COUNT, "How many parts it has, of texts, lists, tables and sets."),
    Field::new("value", Kind::Any, "The value, when it has a JSON form and is short.").nullable(),
];

const PROJECT_OPERATION: &[Field] = &[
    Field::new("operation", Kind::Text, "Its name.").required(),
    Field::new("title", Kind::Text, "Its name for people.").required(),
    Field::new("description", Kind::Text, "What it does.").required(),
    Field::new("domain", Kind::Text, "Where it is listed.").required(),
    Field::new("effect", Kind::Enum(&["read", "edit"]), "What it does to the scene.").required(),
    Field::new("idempotent", Kind::Bool, "Whether doing it twice is doing it once.").required(),
    Field::new("default_timeout", Kind::POSITIVE, "How long it may take when the caller does not say.")
        .required()
        .unit("s"),
    Field::new("input_schema", Kind::Map, "JSON Schema of the arguments.").required(),
    Field::new("output_schema", Kind::Map, "JSON Schema of the result.").required(),
    Field::new("example", Kind::Map, "Arguments of a call that fits.").required(),
    Field::new("errors", Kind::List(&Kind::Map), "Which errors to be ready for, with their meaning.").required(),
    Field::new("module", Kind::Text, "The module that defines it.").required(),
];

const CODE: Entry = Entry { scope: Scope::Python, ..Entry::EDIT };

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "import_module",
        doc: "Imports a module of a project: a file, or one out of a folder, which is found from then on. A failing import leaves nothing imported.",
        params: &[
            Field::new("path", Kind::Path { write: false }, "The file, or the folder that holds the module.")
                .required(),
            Field::new("module", Kind::Text, "Its dotted name, where `path` is a folder."),
        ],
        returns: &[
            Field::new("module", Kind::Text, "Its name.").required(),
            Field::new("file", Kind::Text, "Where it lies.").required(),
            Field::new("names", WORDS, "What it defines.").required(),
            Field::new("operations", WORDS, "All that its project's modules define with `@scenewire.operation`.")
                .required(),
            Field::new("already_imported", Kind::Bool, "Whether it was there; `reload_modules` reads it again.")
                .required(),
            STDOUT,
            STDERR,
        ],
        idempotent: true,
        example: r#"{"path": "/projects/tools", "module": "rigging"}"#,
        ..CODE
    },
    Entry {
        name: "reload_modules",
        doc: "Reads again the modules that `import_module` brought, those that others import first: all, or none when one fails.",
        params: &[Field::new("path", Kind::Path { write: false }, "Only those in this folder or file.")],
        returns: &[
            Field::new("modules", Kind::List(&Kind::Object(MODULE)), "What was read again.").required(),
            Field::new("operations", WORDS, "What all modules define now with `@scenewire.operation`.").required(),
            STDOUT,
            STDERR,
        ],
        example: "{}",
        ..CODE
    },
    Entry {
        name: "run_tests",
        doc: "Runs a project's tests in the host: unittest cases and plain test functions. What they did to the scene is taken back.",
        params: &[
            Field::new("path", Kind::Path { write: false }, "A file of tests, or a folder.").required(),
            Field::new("pattern", Kind::Text, "Which files of a folder.").or("\"test*.py\""),
            Field::new("names", WORDS, "Only tests of these names; `*` stands for anything."),
            Field::new("keep_changes", Kind::Bool, "Whether what they did to the scene stays.").or("false"),
        ],
        returns: &[
            Field::new("passed", Kind::COUNT, "How many passed.").required(),
            Field::new("failed", Kind::COUNT, "How many failed, errors included.").required(),
            Field::new("skipped", Kind::COUNT, "How many were passed over.").required(),
            Field::new("seconds", Kind::POSITIVE, "How long all took.").required().unit("s"),
            Field::new("tests", Kind::List(&Kind::Object(TEST)), "Each of them.").required(),
            STDOUT,
            STDERR,
        ],
        example: r#"{"path": "/projects/tools/tests"}"#,
        ..CODE
    },
    Entry {
        name: "list_project_operations",
        doc: "Tells the operations that the modules of a project define with `@scenewire.operation`, with all that a call needs. They are called as any other.",
        params: &[Field::new("query", Kind::Text, "Words of what to do; without them all.").or("\"\"")],
        returns: &[
            Field::new("items", Kind::List(&Kind::Object(PROJECT_OPERATION)), "Best first, else by name.").required()
        ],
        main_thread: false,
        ..Entry::READ
    },
    Entry {
        name: "inspect_variables",
        doc: "Tells what the variables of a namespace of `execute_python`, or of an imported module, are now.",
        params: &[
            Field::new("namespace", Kind::Text, "A namespace that a call has used; or give `module`."),
            Field::new("module", Kind::Text, "Dotted name of an imported module; or give `namespace`."),
            Field::new(
                "names",
                WORDS,
                "Only these; `*` stands for anything. Without it all that do not begin with `__`.",
            ),
            Field::new("values", Kind::Bool, "Whether values come along, where they have a JSON form.").or("true"),
        ],
        returns: &[Field::new("items", Kind::List(&Kind::Object(VARIABLE)), "By name.").required()],
        effect: Effect::Read,
        idempotent: true,
        example: r#"{"namespace": "work", "names": ["total*"]}"#,
        ..CODE
    },
];
