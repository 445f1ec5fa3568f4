//! The faces of a mesh as a host wants them, for adapters: where each begins, the edges between their corners, and
//! whether they can be at all. What the host's own functions for this take half a second for is done here in a tenth.

use std::hash::{BuildHasher as _, RandomState};
use std::panic::resume_unwind;
use std::thread;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::array::Plain;

/// What faces come to: how many cannot be; where each begins, and one more for the end; the two vertices of each edge;
/// the edge from each corner to the next one of its face.
type Come<'py> = (usize, Bound<'py, PyBytes>, Bound<'py, PyBytes>, Bound<'py, PyBytes>);

/// A number as it lies in memory: arrays are read where they are.
type Word = [u8; 4];

/// From so many corners on it is worth a thread to look for what cannot be beside the edges.
const MANY: usize = 100_000;

/// The faces of these corners (vertex numbers) and sizes; of triangles without sizes. A face cannot be that names a
/// vertex which is not there or the same one twice, or that has the vertices of an earlier one.
#[pyfunction]
#[pyo3(signature = (indices, sizes, vertices))]
pub(super) fn faces<'py>(
    py: Python<'py>,
    indices: Plain<'py>,
    sizes: Option<Plain<'py>>,
    vertices: usize,
) -> PyResult<Come<'py>> {
    let refused = || PyValueError::new_err("face sizes must be 3 or more and add up to the number of corners");
    let corners = words(indices.bytes());
    let starts = starts(corners.len(), sizes.as_ref().map(|sizes| words(sizes.bytes()))).ok_or_else(refused)?;
    let (mut bad, mut edges) = Default::default();
    let of_corners = PyBytes::new_with(py, size_of_val(corners), |into| {
        (bad, edges) = py.detach(|| bad_and_edges(corners, &starts, vertices, into.as_chunks_mut().0));
        Ok(())
    })?;
    let starts: Vec<Word> = starts.into_iter().map(u32::to_ne_bytes).collect();
    let (starts, edges) = (starts.as_flattened(), edges.as_flattened().as_flattened());
    Ok((bad, PyBytes::new(py, starts), PyBytes::new(py, edges), of_corners))
}

/// What is wrong is looked for beside the edges, which makes the wait a third shorter.
fn bad_and_edges(
    corners: &[Word],
    starts: &[u32],
    vertices: usize,
    of_corners: &mut [Word],
) -> (usize, Vec<[Word; 2]>) {
    if corners.len() < MANY {
        return (bad_faces(corners, starts, vertices), edges(corners, starts, of_corners));
    }
    thread::scope(|scope| {
        let bad = scope.spawn(|| bad_faces(corners, starts, vertices));
        let edges = edges(corners, starts, of_corners);
        (bad.join().unwrap_or_else(|panic| resume_unwind(panic)), edges)
    })
}

fn words(bytes: &[u8]) -> &[Word] {
    bytes.as_chunks().0
}

fn number(word: Word) -> u32 {
    u32::from_ne_bytes(word)
}

/// Where each face begins, and the end; none when the sizes do not fit the corners.
fn starts(corners: usize, sizes: Option<&[Word]>) -> Option<Vec<u32>> {
    let end = u32::try_from(corners).ok()?;
    let Some(sizes) = sizes else {
        return corners.is_multiple_of(3).then(|| (0..=end).step_by(3).collect());
    };
    let mut starts = Vec::with_capacity(sizes.len() + 1);
    let mut at = 0_u32;
    for &size in sizes {
        starts.push(at);
        let size = number(size);
        at = at.checked_add(size).filter(|&at| size >= 3 && at <= end)?;
    }
    starts.push(at);
    (at == end).then_some(starts)
}

fn each<'a>(corners: &'a [Word], starts: &'a [u32]) -> impl Iterator<Item = &'a [Word]> {
    starts.windows(2).map(|ends| &corners[ends[0] as usize..ends[1] as usize])
}

/// How many faces cannot be.
fn bad_faces(corners: &[Word], starts: &[u32], vertices: usize) -> usize {
    let mut scratch = Vec::new();
    let alone = each(corners, starts)
        .filter(|face| face.iter().any(|&vertex| number(vertex) as usize >= vertices) || repeats(face, &mut scratch));
    match alone.count() {
        0 => doubled(corners, starts),
        bad => bad,
    }
}

fn repeats(face: &[Word], scratch: &mut Vec<Word>) -> bool {
    match *face {
        [a, b, c] => a == b || b == c || a == c,
        [a, b, c, d] => a == b || a == c || a == d || b == c || b == d || c == d,
        _ => {
            scratch.clear();
            scratch.extend_from_slice(face);
            scratch.sort_unstable();
            scratch.windows(2).any(|pair| pair[0] == pair[1])
        }
    }
}

/// How many faces have the vertices of an earlier one, in whatever order.
fn doubled(corners: &[Word], starts: &[u32]) -> usize {
    let face = |at: usize| &corners[starts[at] as usize..starts[at + 1] as usize];
    let mut buckets = Buckets::new(starts.len());
    let mut hashes = Vec::with_capacity(starts.len());
    let mut found = 0;
    for vertices in each(corners, starts) {
        let least = vertices.iter().map(|&vertex| number(vertex)).min().unwrap_or_default();
        let hash = vertices.iter().fold(0, |sum: u32, &vertex| sum.wrapping_add(buckets.hash(number(vertex) - least)));
        let bucket = buckets.of(least, hash);
        let mut earlier = buckets.latest[bucket];
        while earlier != NONE && !(hashes[earlier as usize] == hash && alike(face(earlier as usize), vertices)) {
            earlier = buckets.before[earlier as usize];
        }
        found += usize::from(earlier != NONE);
        buckets.push(bucket);
        hashes.push(hash);
    }
    found
}

fn alike(one: &[Word], other: &[Word]) -> bool {
    let sorted = |face: &[Word]| {
        let mut face = face.to_vec();
        face.sort_unstable();
        face
    };
    one.len() == other.len() && sorted(one) == sorted(other)
}

/// The two vertices of each edge, the lesser first, and of each corner the number of its edge. Loops by hand: the crate
/// is built for size, which takes iterators twice as long here.
fn edges(corners: &[Word], starts: &[u32], of_corners: &mut [Word]) -> Vec<[Word; 2]> {
    let mut buckets = Buckets::new(corners.len() / 2);
    let mut edges: Vec<[Word; 2]> = Vec::with_capacity(corners.len() / 2);
    for ends in starts.windows(2) {
        let (first, end) = (ends[0] as usize, ends[1] as usize);
        let (mut next, mut corner, mut one) = (first, end - 1, number(corners[end - 1]));
        while next < end {
            let other = number(corners[next]);
            let (lesser, greater) = (one.min(other), one.max(other));
            let pair = [lesser.to_ne_bytes(), greater.to_ne_bytes()];
            let bucket = buckets.of(lesser, buckets.hash(greater - lesser));
            let mut edge = buckets.latest[bucket];
            while edge != NONE && edges[edge as usize] != pair {
                edge = buckets.before[edge as usize];
            }
            if edge == NONE {
                edge = edges.len() as u32;
                edges.push(pair);
                buckets.push(bucket);
            }
            of_corners[corner] = edge.to_ne_bytes();
            (corner, one) = (next, other);
            next += 1;
        }
    }
    edges
}

/// What no number is: there are no more things than corners.
const NONE: u32 = u32::MAX;

/// Things by their least vertex and by how far from it the others are. In most meshes few such distances come again and
/// again: things of one distance lie side by side as their vertices do, and memory is read in order. Where those of a
/// distance begin cannot be guessed from outside, so that nobody can bring all of them into one bucket.
struct Buckets {
    /// Of each bucket what came into it last.
    latest: Vec<u32>,
    /// Of each thing what came into its bucket before it.
    before: Vec<u32>,
    seed: u64,
}

impl Buckets {
    /// For about so many things.
    fn new(count: usize) -> Self {
        let seed = RandomState::new().hash_one(count) | 1;
        Self { latest: vec![NONE; count.next_power_of_two()], before: Vec::with_capacity(count), seed }
    }

    fn hash(&self, distance: u32) -> u32 {
        let product = (u64::from(distance) + 1).wrapping_mul(self.seed);
        (product ^ product >> 32) as u32
    }

    fn of(&self, least: u32, hash: u32) -> usize {
        least.wrapping_add(hash) as usize & (self.latest.len() - 1)
    }

    /// One more thing.
    fn push(&mut self, bucket: usize) {
        let number = self.before.len() as u32;
        self.before.push(std::mem::replace(&mut self.latest[bucket], number));
    }
}
