//! Reading back what was written by the same build: codes that live as long as the program, JSON inside other forms.

use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Deserializer};

/// A code (a rule, a kind, a basis) that stays as long as the program.
pub type Code = &'static str;

/// Codes, at most: there are some hundreds in the program and its tables.
const MOST: usize = 10_000;
/// Bytes of one, at most.
const MOST_BYTES: usize = 200;

static CODES: LazyLock<Mutex<FxHashSet<&'static str>>> = LazyLock::new(Mutex::default);

/// The code as one that stays, each kept once; `None` where there is no room.
fn kept(code: &str) -> Option<&'static str> {
    let mut codes = CODES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = codes.get(code) {
        return Some(known);
    }
    if codes.len() >= MOST || code.len() > MOST_BYTES {
        return None;
    }
    let kept: &'static str = Box::leak(code.into());
    codes.insert(kept);
    Some(kept)
}

/// Reads a code (a rule, a kind, a basis).
///
/// # Errors
/// Where it is no code: too long, or one of too many.
pub fn code<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    let code = <&str>::deserialize(from)?;
    kept(code).ok_or_else(|| serde::de::Error::custom("no code of this program"))
}

/// Reads a code that may be absent.
///
/// # Errors
/// As [`code`].
pub fn some_code<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static str>, D::Error> {
    let code = <Option<&str>>::deserialize(from)?;
    code.map(|code| kept(code).ok_or_else(|| serde::de::Error::custom("no code of this program"))).transpose()
}

/// Values that only JSON can tell apart, kept as JSON inside another form.
pub mod as_json {
    use serde::de::{DeserializeOwned, Error};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the value.
    ///
    /// # Errors
    /// Where it has no JSON.
    pub fn serialize<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        let json = serde_json::to_string(value).map_err(serde::ser::Error::custom)?;
        json.serialize(to)
    }

    /// Reads it back.
    ///
    /// # Errors
    /// Where it is no such value.
    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        serde_json::from_str(<&str>::deserialize(from)?).map_err(D::Error::custom)
    }
}
