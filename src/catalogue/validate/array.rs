//! Dense arrays: JSON lists, flat or in rows, become attachments; attachments of other number types are converted.
//!
//! Floats travel as `f4`, whole numbers as `i4`. A million rows take milliseconds, so nothing here allocates per row.

use bytes::Bytes;
use serde_json::{Value, json};

use super::scalar::{SINGLE, finite, whole};
use super::{Checker, Problem};
use crate::catalogue::Kind;
use crate::wire::{Attachment, Dtype, placeholder};

/// What the elements of an array must be.
#[derive(Clone, Copy, Debug)]
struct Element {
    width: usize,
    numbers: Numbers,
}

#[derive(Clone, Copy, Debug)]
enum Numbers {
    Floats(f64, f64),
    Integers(i64, i64),
}

impl Element {
    fn of(kind: &Kind) -> Self {
        let numbers = match kind {
            Kind::Int { min, max } => Numbers::Integers(*min, *max),
            Kind::Float { min, max } => Numbers::Floats(*min, *max),
            Kind::Ratio => Numbers::Floats(0.0, 1.0),
            Kind::Color => Numbers::Floats(0.0, f64::INFINITY),
            _ => Numbers::Floats(f64::NEG_INFINITY, f64::INFINITY),
        };
        Self { width: kind.width().unwrap_or(1), numbers }
    }

    const fn dtype(self) -> Dtype {
        match self.numbers {
            Numbers::Floats(..) => Dtype::F4,
            Numbers::Integers(..) => Dtype::I4,
        }
    }

    fn expectation(self) -> String {
        match self.numbers {
            Numbers::Floats(0.0, _) => "a finite number of 0 or more".to_owned(),
            Numbers::Floats(..) => SINGLE.to_owned(),
            Numbers::Integers(min, max) => format!("a whole number from {min} to {max}"),
        }
    }

    /// The bytes of one number; none when it is not what it must be.
    fn encode(self, value: &Value) -> Option<[u8; 4]> {
        match self.numbers {
            Numbers::Floats(..) => finite(value).and_then(|number| self.float(number)),
            Numbers::Integers(..) => whole(value).and_then(|number| self.integer(number)),
        }
    }

    fn float(self, number: f64) -> Option<[u8; 4]> {
        let Numbers::Floats(least, greatest) = self.numbers else { return None };
        let single = number as f32;
        let fits = single.is_finite() && number >= least && number <= greatest;
        fits.then(|| single.to_le_bytes())
    }

    fn integer(self, number: i64) -> Option<[u8; 4]> {
        match self.numbers {
            Numbers::Floats(..) => self.float(number as f64),
            Numbers::Integers(min, max) if (min..=max).contains(&number) => {
                i32::try_from(number).ok().map(i32::to_le_bytes)
            }
            Numbers::Integers(..) => None,
        }
    }

    fn attachment(self, data: impl Into<Bytes>) -> Attachment {
        let data = data.into();
        let rows = (data.len() / (4 * self.width)) as u64;
        let shape = if self.width == 1 { vec![rows] } else { vec![rows, self.width as u64] };
        Attachment { dtype: self.dtype(), shape, media: None, data }
    }
}

impl Checker {
    pub(super) fn array(&mut self, kind: &Kind, value: Value) -> Option<Value> {
        let element = Element::of(kind);
        let built = match placeholder(&value) {
            Some(number) => match self.given.get(number) {
                Some(attachment) => convert(element, attachment),
                None => Err(Problem::new("", format!("one of the {} attachments", self.given.len()), &value)),
            },
            None => match &value {
                Value::Array(list) => read(element, list),
                other => Err(Problem::new("", Kind::array_expectation(kind), other)),
            },
        };
        match built {
            Ok(attachment) => Some(self.keep(attachment)),
            Err(problem) => {
                let here = self.here();
                self.note(problem.under(&here))
            }
        }
    }
}

/// A JSON list, flat or in rows.
fn read(element: Element, list: &[Value]) -> Result<Attachment, Problem> {
    let in_rows = list.first().is_some_and(Value::is_array);
    if !in_rows {
        return read_flat(element, list);
    }
    let mut data = Vec::with_capacity(list.len() * element.width * 4);
    for (at, row) in list.iter().enumerate() {
        let numbers = row.as_array().filter(|row| row.len() == element.width);
        let numbers = numbers.ok_or_else(|| wrong_row(element, at, row))?;
        for (column, number) in numbers.iter().enumerate() {
            let bytes = element.encode(number);
            data.extend(
                bytes.ok_or_else(|| Problem::new(&format!("[{at}][{column}]"), element.expectation(), number))?,
            );
        }
    }
    Ok(element.attachment(data))
}

fn read_flat(element: Element, list: &[Value]) -> Result<Attachment, Problem> {
    if !list.len().is_multiple_of(element.width) {
        return Err(wrong_length(element, list.len()));
    }
    let mut data = Vec::with_capacity(list.len() * 4);
    for (at, number) in list.iter().enumerate() {
        let bytes = element.encode(number);
        data.extend(bytes.ok_or_else(|| Problem::new(&format!("[{at}]"), element.expectation(), number))?);
    }
    Ok(element.attachment(data))
}

fn wrong_row(element: Element, at: usize, row: &Value) -> Problem {
    let expected = match element.width {
        1 => element.expectation(),
        width => format!("a row of {width} numbers"),
    };
    Problem::new(&format!("[{at}]"), expected, row)
}

fn wrong_length(element: Element, length: usize) -> Problem {
    let expected = format!("a multiple of {} numbers, {} per row", element.width, element.width);
    let mut problem = Problem::new("", expected, &json!(length));
    problem.got = format!("{length} numbers");
    problem
}

/// An attachment, brought to the number type that the host takes.
fn convert(element: Element, given: &Attachment) -> Result<Attachment, Problem> {
    let count = given.data.len() / given.dtype.size();
    let stated = given.shape.iter().try_fold(1_u64, |product, &extent| product.checked_mul(extent));
    if stated != Some(count as u64) || !given.data.len().is_multiple_of(given.dtype.size()) {
        return Err(described("a shape that holds all its bytes", given));
    }
    let width = element.width as u64;
    let fits = match given.shape[..] {
        [flat] => flat % width == 0,
        [_, columns] => columns == width,
        _ => false,
    };
    if !fits {
        let shape = if width == 1 { "[n]".to_owned() } else { format!("[n, {width}]") };
        return Err(described(&format!("an array of shape {shape}"), given));
    }
    let data = numbers(element, given)?;
    Ok(element.attachment(data))
}

/// The bytes as `f4` or `i4`; what already is one is checked and shared, not copied.
fn numbers(element: Element, given: &Attachment) -> Result<Bytes, Problem> {
    let refused = |at: usize, got: Value| Problem::new(&format!("[{at}]"), element.expectation(), &got);
    let data = &given.data;
    match (given.dtype, element.numbers) {
        (Dtype::F4, Numbers::Floats(least, greatest)) => {
            let bad = words(data).map(f32::from_le_bytes).position(|number| {
                let number = f64::from(number);
                !(number.is_finite() && number >= least && number <= greatest)
            });
            bad.map_or_else(|| Ok(data.clone()), |at| Err(refused(at, shown(f64::from(nth(data, at))))))
        }
        (Dtype::F8, Numbers::Floats(..)) => {
            let doubles = data.chunks_exact(8).map(|word| f64::from_le_bytes(word.try_into().unwrap_or_default()));
            recoded(doubles, |number| element.float(number)).map_err(|(at, number)| refused(at, shown(number)))
        }
        (Dtype::I4, Numbers::Integers(..)) => {
            let bad = words(data).map(i32::from_le_bytes).position(|number| element.integer(number.into()).is_none());
            let got = |at| json!(words(data).nth(at).map(i32::from_le_bytes));
            bad.map_or_else(|| Ok(data.clone()), |at| Err(refused(at, got(at))))
        }
        (Dtype::U4 | Dtype::I8 | Dtype::U1, Numbers::Integers(..)) | (Dtype::I4 | Dtype::U4 | Dtype::I8, _) => {
            recoded(integers(given), |number| element.integer(number))
                .map_err(|(at, number)| refused(at, json!(number)))
        }
        (_, Numbers::Floats(..)) => Err(described("an array of f4 or f8", given)),
        (_, Numbers::Integers(..)) => Err(described("an array of i4", given)),
    }
}

fn words(data: &[u8]) -> impl Iterator<Item = [u8; 4]> + '_ {
    data.chunks_exact(4).map(|word| word.try_into().unwrap_or_default())
}

fn nth(data: &[u8], at: usize) -> f32 {
    words(data).nth(at).map(f32::from_le_bytes).unwrap_or_default()
}

fn integers(given: &Attachment) -> Box<dyn Iterator<Item = i64> + '_> {
    match given.dtype {
        Dtype::I8 => {
            Box::new(given.data.chunks_exact(8).map(|word| i64::from_le_bytes(word.try_into().unwrap_or_default())))
        }
        Dtype::U4 => Box::new(words(&given.data).map(|word| i64::from(u32::from_le_bytes(word)))),
        Dtype::U1 => Box::new(given.data.iter().map(|&byte| i64::from(byte))),
        _ => Box::new(words(&given.data).map(|word| i64::from(i32::from_le_bytes(word)))),
    }
}

/// Every number encoded anew, or the first that cannot be, with its place.
fn recoded<T: Copy>(
    numbers: impl Iterator<Item = T>,
    encode: impl Fn(T) -> Option<[u8; 4]>,
) -> Result<Bytes, (usize, T)> {
    let mut data = Vec::with_capacity(numbers.size_hint().0 * 4);
    for (at, number) in numbers.enumerate() {
        data.extend(encode(number).ok_or((at, number))?);
    }
    Ok(data.into())
}

/// JSON has no infinities.
fn shown(number: f64) -> Value {
    if number.is_finite() { json!(number) } else { json!(number.to_string()) }
}

fn described(expected: &str, given: &Attachment) -> Problem {
    let mut problem = Problem::new("", expected, &Value::Null);
    problem.got = words_for(given);
    problem
}

/// An array or file as an error shows it.
pub(super) fn words_for(given: &Attachment) -> String {
    format!("an array of {:?} with shape {:?} and {} bytes", given.dtype, given.shape, given.data.len())
}
