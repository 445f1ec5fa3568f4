//! Finding an operation by what somebody wants to do: BM25 over names, what artists call it, arguments and sentences.

#[cfg(test)]
mod questions;
mod stem;
mod words;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use bm25::{Embedder, EmbedderBuilder, Scorer, Tokenizer};

use super::{Catalogue, Domain, Entity, Kind, Operation, Verb, catalogue};
use words::{ASKED, EMPTY, MEANT};

/// How much a word counts by where it stands: in the name, among what artists call it, in an argument, in a sentence.
const WEIGHTS: [f32; 4] = [2.0, 2.2, 0.7, 0.5];
/// How much longer texts are held against them: arguments are many where there is much that can be said.
const LENGTH: f32 = 0.3;
/// How much what a word means counts beside the word itself.
const BESIDES: f32 = 0.7;
/// From here on a word that nobody knows is a slip of one that we know (Jaro-Winkler).
const SLIP: f64 = 0.9;

impl Catalogue {
    /// The operations that match best, of one domain or of all, best first. Without a query all of them.
    pub fn find(&self, query: &str, domain: Option<Domain>, limit: usize) -> Vec<&Operation> {
        static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(catalogue().operations().iter()));
        let mut ranked = if query.trim().is_empty() { (0..self.operations.len()).collect() } else { INDEX.rank(query) };
        // Who writes a name, its alias or its words means that one.
        if let Some(&named) = self.by_name.get(query).or_else(|| self.by_name.get(&query.trim().replace(' ', "_"))) {
            ranked.retain(|&at| at != named);
            ranked.insert(0, named);
        }
        let found = ranked.into_iter().filter_map(|at| self.operations.get(at));
        found.filter(|operation| domain.is_none_or(|domain| operation.domain == domain)).take(limit).collect()
    }
}

/// The places of those of a few operations that have a word of the query, best first.
pub(super) fn rank(operations: &[&Operation], query: &str) -> Vec<usize> {
    Index::of(operations.iter().copied()).rank(query)
}

/// Every operation as four texts, each ranked by itself.
struct Index {
    texts: Vec<Text>,
    known: BTreeSet<String>,
}

struct Text {
    embedder: Embedder<u32, Words>,
    scorer: Scorer<usize>,
}

/// Words as they are compared: stems, without those that say nothing.
#[derive(Clone, Copy, Debug)]
struct Words;

impl Tokenizer for Words {
    fn tokenize(&self, text: &str) -> Vec<String> {
        let snake = super::nearest::snake_case(text);
        let words = snake.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
        words.filter(|word| !EMPTY.contains(word)).map(stem::stem).collect()
    }
}

impl Index {
    fn of<'a>(operations: impl Iterator<Item = &'a Operation>) -> Self {
        let told: Vec<[String; 4]> = operations.map(texts).collect();
        let known = told.iter().flatten().flat_map(|text| Words.tokenize(text)).collect();
        let text = |at: usize| Text::of(told.iter().map(|texts| texts[at].as_str()).collect());
        Self { texts: (0..WEIGHTS.len()).map(text).collect(), known }
    }

    /// The places of the operations that have a word of the query, best first; equally good ones in the catalogue's order.
    fn rank(&self, query: &str) -> Vec<usize> {
        let words: Vec<String> = Words.tokenize(query).into_iter().map(|word| self.mended(word)).collect();
        let meant: Vec<&str> = words.iter().filter_map(|word| MEANINGS.get(word)).copied().collect();
        let mut scores: HashMap<usize, f32> = HashMap::new();
        for (query, share) in [(words.join(" "), 1.0), (meant.join(" "), BESIDES)] {
            for (text, weight) in self.texts.iter().zip(WEIGHTS) {
                for found in text.scorer.matches(&text.embedder.embed(&query)) {
                    *scores.entry(found.id).or_default() += share * weight * found.score;
                }
            }
        }
        let mut ranked: Vec<(usize, f32)> = scores.into_iter().collect();
        ranked.sort_by(|(at, score), (other, beside)| beside.total_cmp(score).then(at.cmp(other)));
        ranked.into_iter().map(|(at, _)| at).collect()
    }

    /// A word that nobody knows as the one that it was probably meant to be.
    fn mended(&self, word: String) -> String {
        if word.chars().count() < 4 || self.known.contains(&word) || MEANINGS.contains_key(&word) {
            return word;
        }
        let likeness = |known: &&String| strsim::jaro_winkler(&word, known);
        let near = self.known.iter().map(|known| (likeness(&known), known)).max_by(|a, b| a.0.total_cmp(&b.0));
        near.filter(|(score, _)| *score >= SLIP).map_or(word, |(_, known)| known.clone())
    }
}

impl Text {
    fn of(told: Vec<&str>) -> Self {
        let embedder: Embedder<u32, Words> =
            EmbedderBuilder::with_tokenizer_and_fit_to_corpus(Words, &told).b(LENGTH).build();
        let mut scorer = Scorer::new();
        for (at, text) in told.iter().enumerate() {
            scorer.upsert(&at, embedder.embed(text));
        }
        Self { embedder, scorer }
    }
}

/// What artists' words mean, by their stems.
static MEANINGS: LazyLock<HashMap<String, &str>> =
    LazyLock::new(|| MEANT.iter().map(|(word, meant)| (stem::stem(word), *meant)).collect());

/// What is told of an operation: its name, what artists call it, what can be said in a call, its sentence.
fn texts(operation: &Operation) -> [String; 4] {
    let plural = operation.crud.map_or("", |(entity, _)| entity.plural);
    let asked = ASKED.iter().filter(|(of, _)| *of == operation.name || (!plural.is_empty() && *of == plural));
    let asked: Vec<&str> = asked.map(|(_, words)| *words).collect();
    [operation.name.clone(), asked.join(" "), arguments(operation), operation.doc.clone()]
}

/// What can be said in a call: `intensity` leads to lights. What nodes have in common leads to nodes only.
fn arguments(operation: &Operation) -> String {
    let own = |entity: &'static Entity| entity.fields.iter().filter(|field| !field.read_only);
    let fields: Vec<_> = match operation.crud {
        Some((entity, Verb::Create | Verb::Update)) => own(entity).collect(),
        Some(_) => Vec::new(),
        None => operation.params.iter().filter(|field| field.name != "convention").collect(),
    };
    let mut words: Vec<&str> = Vec::new();
    for field in fields {
        words.push(field.name);
        // What a compound lets be chosen of its parts (a sphere for a handle) is not what it is for.
        if !operation.is_compound() {
            said(&field.kind, &mut words);
        }
    }
    words.join(" ")
}

/// The words of an enumeration and the names within an object are said in a call too.
fn said(kind: &Kind, words: &mut Vec<&str>) {
    match kind {
        Kind::Enum(those) if those.len() < 20 => words.extend(*those),
        Kind::List(item) => said(item, words),
        Kind::Object(fields) => words.extend(fields.iter().map(|field| field.name)),
        _ => {}
    }
}
