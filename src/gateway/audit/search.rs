//! Finding records. Whatever a caller gives is bound as a parameter.

use std::io::Write;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::wire::{Code, Fault};

use super::record::Record;
use super::store::{self, COLUMNS};

/// What to find; what is not given does not matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// Whose calls, and those of others on this user's instances.
    pub user: Option<String>,
    /// With which key.
    pub key: Option<String>,
    /// On which instance.
    pub instance: Option<String>,
    /// This operation, or with a `*` at its end all that begin so.
    pub operation: Option<String>,
    /// `ok` or an error code.
    pub outcome: Option<String>,
    /// Not before, in milliseconds since 1970 (see [`time::parse_time`](crate::wire::time::parse_time)).
    pub since: Option<u64>,
    /// Before.
    pub until: Option<u64>,
    /// The cursor: the last `seq` of the page before.
    pub before_seq: Option<u64>,
    /// Of one page; 0 is 100, and 1,000 the most.
    pub limit: usize,
}

/// Of one page when nothing is said.
const PAGE: usize = 100;
/// Of one page.
const LARGEST_PAGE: usize = 1_000;

pub(super) fn newest(data: &Path, query: &Query) -> Result<Vec<Record>, Fault> {
    let limit = if query.limit == 0 { PAGE } else { query.limit };
    let found = store::read_only(data).and_then(|connection| page(&connection, query, Order::NewestFirst, limit));
    found.map_err(unreadable)
}

pub(super) fn export(data: &Path, query: &Query, out: &mut dyn Write) -> Result<u64, Fault> {
    let unwritten = |error: &dyn std::fmt::Display| {
        Fault::new(Code::ExternalServiceError, format!("the export could not be written: {error}"))
    };
    let connection = store::read_only(data).map_err(unreadable)?;
    let (mut after, mut count) = (0, 0);
    loop {
        let page = page(&connection, query, Order::OldestFirstAfter(after), LARGEST_PAGE).map_err(unreadable)?;
        for record in &page {
            serde_json::to_writer(&mut *out, record).map_err(|error| unwritten(&error))?;
            out.write_all(b"\n").map_err(|error| unwritten(&error))?;
        }
        count += page.len() as u64;
        match page.last() {
            Some(last) if page.len() == LARGEST_PAGE => after = last.seq,
            _ => return Ok(count),
        }
    }
}

#[derive(Clone, Copy)]
enum Order {
    NewestFirst,
    OldestFirstAfter(u64),
}

/// What a user did and what others did on their instances are found by an index each and merged: no record is both,
/// and one search for either would sort all there are.
fn page(connection: &Connection, query: &Query, order: Order, limit: usize) -> rusqlite::Result<Vec<Record>> {
    let limit = limit.min(LARGEST_PAGE);
    let mut found = select(connection, query, Party::Caller, order, limit)?;
    if query.user.is_some() {
        found.extend(select(connection, query, Party::Owner, order, limit)?);
        found.sort_by_key(|record| record.seq);
        if let Order::NewestFirst = order {
            found.reverse();
        }
        found.truncate(limit);
    }
    Ok(found)
}

/// What the user of a query is to a record.
#[derive(Clone, Copy)]
enum Party {
    Caller,
    Owner,
}

fn select(
    connection: &Connection,
    query: &Query,
    party: Party,
    order: Order,
    limit: usize,
) -> rusqlite::Result<Vec<Record>> {
    let mut conditions = Conditions::default();
    let (mut first, mut last) = (0, query.before_seq.map_or(i64::MAX, |before| integer(before) - 1));
    if let Order::OldestFirstAfter(after) = order {
        first = integer(after).saturating_add(1);
    }
    if query.since.is_some() || query.until.is_some() {
        // Clocks are set back now and then, so times narrow the search and are compared again.
        let (since, until) = (integer(query.since.unwrap_or(0)), query.until.map_or(i64::MAX, integer));
        let sql = "SELECT coalesce(min(seq), 1), coalesce(max(seq), 0) FROM records WHERE time >= ?1 AND time < ?2";
        let (from, to): (i64, i64) = connection.query_row(sql, [since, until], |row| Ok((row.get(0)?, row.get(1)?)))?;
        (first, last) = (first.max(from), last.min(to));
        conditions.add("+time >= ?", since);
        conditions.add("+time < ?", until);
    }
    conditions.add("seq >= ?", first);
    conditions.add("seq <= ?", last);
    conditions.filter(query, party);
    let direction = if matches!(order, Order::NewestFirst) { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {COLUMNS} FROM records WHERE {} ORDER BY seq {direction} LIMIT ?",
        conditions.sql.join(" AND ")
    );
    conditions.values.push(Value::Integer(limit as i64));
    let mut select = connection.prepare(&sql)?;
    select.query_map(params_from_iter(conditions.values), store::record)?.collect()
}

#[derive(Default)]
struct Conditions {
    sql: Vec<&'static str>,
    values: Vec<Value>,
}

impl Conditions {
    fn add(&mut self, sql: &'static str, value: impl Into<Value>) {
        self.sql.push(sql);
        self.values.push(value.into());
    }

    /// One index gives the order, so only the likely narrowest is used: `+` keeps SQLite from the others.
    fn filter(&mut self, query: &Query, party: Party) {
        let mut indexed = false;
        let mut pick = |with: &'static str, without: &'static str| {
            if std::mem::replace(&mut indexed, true) { without } else { with }
        };
        if let Some(instance) = &query.instance {
            self.add(pick("instance = ?", "+instance = ?"), instance.clone());
        }
        if let Some(key) = &query.key {
            self.add(pick("key = ?", "+key = ?"), key.clone());
        }
        if let Some(user) = &query.user {
            let (with, without) = match party {
                Party::Caller => ("user = ?", "+user = ?"),
                // Says that the index of other people's calls serves.
                Party::Owner => ("owner <> '' AND owner = ?", "+owner = ?"),
            };
            self.add(pick(with, without), user.clone());
        }
        match query.outcome.as_deref() {
            None => {}
            Some("ok") => self.sql.push("+outcome = 'ok'"),
            Some(code) => {
                self.add(pick("outcome = ?", "+outcome = ?"), code.to_owned());
                // Says that the index of failures serves.
                self.sql.push("outcome <> 'ok'");
            }
        }
        match query.operation.as_deref().map(|name| (name, name.strip_suffix('*'))) {
            None => {}
            Some((_, Some(beginning))) => {
                self.add(pick("operation >= ?", "+operation >= ?"), beginning.to_owned());
                self.add("operation < ?", format!("{beginning}{}", char::MAX));
            }
            Some((name, None)) => self.add(pick("operation = ?", "+operation = ?"), name.to_owned()),
        }
    }
}

fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unreadable(error: rusqlite::Error) -> Fault {
    super::unavailable("read", &error)
}
