//! Finding an operation by what somebody wants to do.

use super::{Catalogue, Domain, Entity, Operation, Verb};

/// Words of artists, and the words of names that they mean.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("add", &["create"]),
    ("make", &["create"]),
    ("new", &["create"]),
    ("spawn", &["create"]),
    ("build", &["create"]),
    ("remove", &["delete"]),
    ("erase", &["delete"]),
    ("destroy", &["delete"]),
    ("change", &["update"]),
    ("edit", &["update"]),
    ("set", &["update"]),
    ("modify", &["update"]),
    ("move", &["update", "node"]),
    ("rotate", &["update", "node"]),
    ("scale", &["update", "node"]),
    ("transform", &["update", "node"]),
    ("rename", &["update", "node"]),
    ("parent", &["update", "node"]),
    ("hide", &["update", "node"]),
    ("show", &["list", "look"]),
    ("find", &["list"]),
    ("all", &["list"]),
    ("many", &["list"]),
    ("count", &["list"]),
    ("what", &["list", "get"]),
    ("which", &["list", "get"]),
    ("assign", &["update"]),
    ("apply", &["update"]),
    ("start", &["new"]),
    ("read", &["get"]),
    ("inspect", &["get"]),
    ("object", &["node"]),
    ("objects", &["node"]),
    ("thing", &["node"]),
    ("empty", &["node"]),
    ("lamp", &["light"]),
    ("sun", &["light"]),
    ("spot", &["light"]),
    ("shader", &["material"]),
    ("colour", &["material"]),
    ("color", &["material"]),
    ("geometry", &["mesh"]),
    ("model", &["mesh"]),
    ("vertices", &["mesh"]),
    ("cube", &["primitive"]),
    ("box", &["primitive"]),
    ("sphere", &["primitive"]),
    ("ball", &["primitive"]),
    ("cylinder", &["primitive"]),
    ("cone", &["primitive"]),
    ("plane", &["primitive"]),
    ("torus", &["primitive"]),
    ("shape", &["primitive"]),
    ("screenshot", &["look"]),
    ("viewport", &["look"]),
    ("picture", &["look", "render"]),
    ("image", &["look", "render"]),
    ("view", &["look"]),
    ("script", &["python", "execute"]),
    ("code", &["python", "execute"]),
    ("run", &["execute"]),
    ("load", &["open"]),
    ("revert", &["undo"]),
    ("back", &["undo"]),
    ("outliner", &["scene", "list"]),
    ("health", &["status"]),
    ("busy", &["status"]),
    ("docs", &["describe", "api"]),
    ("selected", &["selection"]),
    ("pick", &["select"]),
];

/// Words that say nothing of what is meant.
const EMPTY: &[&str] =
    &["a", "an", "the", "of", "to", "in", "and", "my", "is", "are", "it", "on", "for", "with", "there", "how", "one"];

/// A word of the name that was typed itself; then one that a synonym means; of a field; of the documentation.
const NAMED: u32 = 12;
const MEANT: u32 = 9;
const FIELD: u32 = 6;
const TOLD: u32 = 2;

impl Catalogue {
    /// The operations that match best, of one domain or of all, best first. Without a query all of them.
    pub fn find(&self, query: &str, domain: Option<Domain>, limit: usize) -> Vec<&Operation> {
        let words = words(query);
        let candidates =
            self.operations.iter().filter(|operation| domain.is_none_or(|domain| operation.domain == domain));
        let mut scored: Vec<(u32, &Operation)> =
            candidates.map(|operation| (score(operation, &words), operation)).collect();
        if !words.is_empty() {
            scored.retain(|(score, _)| *score > 0);
            // Stable: what is equally good stays in the order of the catalogue.
            scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        }
        scored.into_iter().take(limit).map(|(_, operation)| operation).collect()
    }
}

/// Words as they are compared: in lower case, `createLights` and `create_lights` alike.
fn words(text: &str) -> Vec<String> {
    let snake = super::nearest::snake_case(text);
    let words = snake.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !EMPTY.contains(word)).map(stem).collect()
}

/// `lights` as `light`, `meshes` as `mesh`.
fn stem(word: &str) -> String {
    let short = match word {
        _ if word.len() > 4 && (word.ends_with("shes") || word.ends_with("xes")) => word.strip_suffix("es"),
        _ if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => {
            word.strip_suffix('s')
        }
        _ => None,
    };
    short.unwrap_or(word).to_owned()
}

fn score(operation: &Operation, query: &[String]) -> u32 {
    let (name, fields, doc) = (words(&operation.name), field_words(operation), words(&operation.doc));
    let matched: u32 = query.iter().map(|word| word_score(word, [&name, &fields, &doc])).sum();
    let whole = !name.is_empty() && name.iter().all(|part| query.iter().any(|word| leads(word, part)));
    // A name of which nothing is left over is what was meant.
    if whole { matched + NAMED } else { matched }
}

/// What can be said in a call: `intensity` leads to lights. What nodes have in common leads to nodes only.
fn field_words(operation: &Operation) -> Vec<String> {
    let own = |entity: &'static Entity| entity.fields.iter().filter(|field| !field.read_only);
    match operation.crud {
        Some((entity, Verb::Create | Verb::Update)) => own(entity).flat_map(|field| words(field.name)).collect(),
        Some(_) => Vec::new(),
        None => operation.params.iter().flat_map(|field| words(field.name)).collect(),
    }
}

fn word_score(word: &str, [name, fields, doc]: [&[String]; 3]) -> u32 {
    let has = |words: &[String], wanted: &str| words.iter().any(|word| word == wanted);
    if has(name, word) {
        return NAMED;
    }
    let meant = meanings(word).iter().filter(|meaning| has(name, meaning)).count() as u32;
    let begins = word.len() >= 4 && name.iter().any(|part| part.starts_with(word));
    let mentioned = match (has(fields, word), has(doc, word)) {
        (true, _) => FIELD,
        (_, true) => TOLD,
        _ => 0,
    };
    meant * MEANT + u32::from(begins) * MEANT + mentioned
}

fn meanings(word: &str) -> &'static [&'static str] {
    let same = |entry: &&(&str, &[&str])| entry.0 == word || stem(entry.0) == word;
    SYNONYMS.iter().find(same).map_or(&[], |(_, meanings)| meanings)
}

fn leads(word: &str, part: &str) -> bool {
    word == part || meanings(word).contains(&part)
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{Domain, catalogue};

    fn check(query: &str, first: &str) {
        let found: Vec<&str> =
            catalogue().find(query, None, 5).into_iter().map(|operation| operation.name.as_str()).collect();
        assert_eq!(found.first(), Some(&first), "{query}: {found:?}");
    }

    #[test]
    fn finds_what_people_ask_for() {
        for (query, first) in [
            ("make a lamp", "create_lights"),
            ("render image", "render"),
            ("delete object", "delete_nodes"),
            ("remove the materials", "delete_materials"),
            ("createMeshes", "create_meshes"),
            ("add cube", "create_primitives"),
            ("screenshot", "look"),
            ("run a python script", "execute_python"),
            ("what is selected", "get_selection"),
            ("move an object", "update_nodes"),
            ("open file", "open_file"),
            ("list cameras", "list_cameras"),
            ("undo", "undo"),
            ("scene", "get_scene"),
            ("change colour of a material", "update_materials"),
            ("change the spot angle", "update_lights"),
            ("set the focal length", "update_cameras"),
            ("how many objects are there", "list_nodes"),
            ("is the host busy", "get_status"),
            ("parent one object to another", "update_nodes"),
            ("save the scene", "save_file"),
            ("start a new scene", "new_file"),
        ] {
            check(query, first);
        }
    }

    #[test]
    fn keeps_to_the_domain_and_the_limit() {
        let found = catalogue().find("create", Some(Domain::Rendering), 2);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|operation| operation.domain == Domain::Rendering));
        assert!(catalogue().find("xyzzy", None, 5).is_empty());
        assert_eq!(catalogue().find("", None, 1_000).len(), catalogue().operations().len());
    }
}
