//! The faces of a mesh as a host wants them, for adapters: where each begins, the edges between their corners, and
//! whether they can be at all. What the host's own functions for this take half a second for is done here in a tenth.

use std::hash::{BuildHasher as _, RandomState};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// What faces come to: how many cannot be; where each begins, and one more for the end; the two vertices of each edge;
/// the edge from each corner to the next one of its face.
type Come<'py> = (usize, Bound<'py, PyBytes>, Bound<'py, PyBytes>, Bound<'py, PyBytes>);

/// The faces of these corners (vertex numbers) and sizes; of triangles without sizes. A face cannot be that names a
/// vertex which is not there or the same one twice, or that has the vertices of an earlier one; then there are no edges.
#[pyfunction]
#[pyo3(signature = (indices, sizes, vertices))]
pub(super) fn faces<'py>(
    py: Python<'py>,
    indices: &[u8],
    sizes: Option<&[u8]>,
    vertices: usize,
) -> PyResult<Come<'py>> {
    let refused = || PyValueError::new_err("face sizes must be 3 or more and add up to the number of corners");
    let built = py.detach(|| {
        let corners: Vec<u32> = words(indices).collect();
        let starts = starts(corners.len(), sizes)?;
        let bad = bad_faces(&corners, &starts, vertices);
        let (edges, of_corners) = if bad == 0 { edges(&corners, &starts, vertices) } else { Default::default() };
        Some((bad, starts, edges, of_corners))
    });
    let (bad, starts, edges, of_corners) = built.ok_or_else(refused)?;
    Ok((bad, bytes(py, &starts)?, bytes(py, &edges)?, bytes(py, &of_corners)?))
}

fn words(bytes: &[u8]) -> impl ExactSizeIterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|word| word.try_into().map(u32::from_ne_bytes).unwrap_or_default())
}

fn bytes<'py>(py: Python<'py>, numbers: &[u32]) -> PyResult<Bound<'py, PyBytes>> {
    PyBytes::new_with(py, 4 * numbers.len(), |into| {
        into.chunks_exact_mut(4).zip(numbers).for_each(|(word, number)| word.copy_from_slice(&number.to_ne_bytes()));
        Ok(())
    })
}

/// Where each face begins, and the end; none when the sizes do not fit the corners.
fn starts(corners: usize, sizes: Option<&[u8]>) -> Option<Vec<u32>> {
    let end = u32::try_from(corners).ok()?;
    let Some(sizes) = sizes else {
        return corners.is_multiple_of(3).then(|| (0..=end).step_by(3).collect());
    };
    let mut starts = Vec::with_capacity(sizes.len() / 4 + 1);
    let mut at = 0_u32;
    for size in words(sizes) {
        starts.push(at);
        at = at.checked_add(size).filter(|&at| size >= 3 && at <= end)?;
    }
    starts.push(at);
    (at == end).then_some(starts)
}

fn each<'a>(corners: &'a [u32], starts: &'a [u32]) -> impl Iterator<Item = &'a [u32]> + Clone {
    starts.windows(2).map(|ends| &corners[ends[0] as usize..ends[1] as usize])
}

/// How many faces cannot be.
fn bad_faces(corners: &[u32], starts: &[u32], vertices: usize) -> usize {
    let mut scratch = Vec::new();
    let alone = each(corners, starts)
        .filter(|face| face.iter().any(|&vertex| vertex as usize >= vertices) || repeats(face, &mut scratch));
    match alone.count() {
        0 => doubled(corners, starts, vertices),
        bad => bad,
    }
}

fn repeats(face: &[u32], scratch: &mut Vec<u32>) -> bool {
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
fn doubled(corners: &[u32], starts: &[u32], vertices: usize) -> usize {
    let face = |number: u32| &corners[starts[number as usize] as usize..starts[number as usize + 1] as usize];
    // Not to be guessed from outside: faces of one hash are compared one by one.
    let seed = RandomState::new().hash_one(corners.len());
    let hash = |face: &[u32]| face.iter().fold(0_u64, |sum, &vertex| sum.wrapping_add(mixed(u64::from(vertex) ^ seed)));
    let least = |face: &[u32]| face.iter().copied().min().unwrap_or_default();
    let keyed = (0_u32..).zip(each(corners, starts)).map(|(number, face)| (least(face), number));
    let (ends, mut by_least) = grouped(keyed, vertices);
    let mut found = 0;
    for group in groups(&ends, &mut by_least).filter(|group| group.len() > 1) {
        let mut hashed: Vec<(u64, u32)> = group.iter().map(|&number| (hash(face(number)), number)).collect();
        hashed.sort_unstable();
        for same in hashed.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
            let mut first: Vec<u32> = Vec::new();
            for &(_, number) in same {
                match first.iter().any(|&earlier| alike(face(earlier), face(number))) {
                    true => found += 1,
                    false => first.push(number),
                }
            }
        }
    }
    found
}

fn alike(one: &[u32], other: &[u32]) -> bool {
    let sorted = |face: &[u32]| {
        let mut face = face.to_vec();
        face.sort_unstable();
        face
    };
    one.len() == other.len() && sorted(one) == sorted(other)
}

/// Every bit of the number in every bit of the result (MurmurHash3's last step).
const fn mixed(mut number: u64) -> u64 {
    number ^= number >> 33;
    number = number.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    number ^= number >> 33;
    number = number.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    number ^ (number >> 33)
}

/// Each value beside those of the same key, which are numbers below `count`; and where each key's end.
fn grouped<T: Copy + Default>(keyed: impl Iterator<Item = (u32, T)> + Clone, count: usize) -> (Vec<u32>, Vec<T>) {
    let mut ends = vec![0_u32; count];
    keyed.clone().for_each(|(key, _)| ends[key as usize] += 1);
    let mut sum = 0;
    for end in &mut ends {
        sum += std::mem::replace(end, sum);
    }
    let mut values = vec![T::default(); sum as usize];
    for (key, value) in keyed {
        let place = &mut ends[key as usize];
        values[*place as usize] = value;
        *place += 1;
    }
    (ends, values)
}

fn groups<'a, T>(ends: &'a [u32], mut values: &'a mut [T]) -> impl Iterator<Item = &'a mut [T]> {
    let mut start = 0;
    ends.iter().map(move |&end| {
        let (group, rest) = std::mem::take(&mut values).split_at_mut((end - start) as usize);
        (values, start) = (rest, end);
        group
    })
}

/// The two vertices of each edge, the lesser first, and the edge of each corner.
fn edges(corners: &[u32], starts: &[u32], vertices: usize) -> (Vec<u32>, Vec<u32>) {
    let mut next = vec![0_u32; corners.len()];
    for ends in starts.windows(2) {
        let face = ends[0] as usize..ends[1] as usize;
        next[face.start..face.end - 1].copy_from_slice(&corners[face.start + 1..face.end]);
        next[face.end - 1] = corners[face.start];
    }
    // By the lesser vertex of their edge, then by the greater one: corners that share an edge stand together.
    let keyed = (0_u32..).zip(corners.iter().zip(&next));
    let keyed =
        keyed.map(|(corner, (&one, &other))| (one.min(other), u64::from(one.max(other)) << 32 | u64::from(corner)));
    let (ends, mut by_lesser) = grouped(keyed, vertices);
    let (mut edges, mut of_corners) = (Vec::with_capacity(corners.len()), vec![0_u32; corners.len()]);
    for (lesser, group) in (0_u32..).zip(groups(&ends, &mut by_lesser)) {
        group.sort_unstable();
        let mut before = None;
        for &kept in group.iter() {
            let (greater, corner) = ((kept >> 32) as u32, kept as u32);
            if before != Some(greater) {
                edges.extend([lesser, greater]);
                before = Some(greater);
            }
            of_corners[corner as usize] = (edges.len() / 2 - 1) as u32;
        }
    }
    (edges, of_corners)
}
