//! JSON in which no key stands twice and nothing is nested without end: of two values for one fact,
//! neither may be guessed.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::{Refusal, limits};

/// Reads JSON that somebody wrote. A key that stands twice is an error that names it, as is a value
/// that is nested too deeply.
pub fn json_once(text: &str) -> Result<Value, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let whole = Nested(limits::DEPTH).deserialize(&mut reader)?;
    reader.end()?;
    Ok(whole)
}

/// Reads JSON of open data.
pub(crate) fn read(text: &str) -> Result<Value, Refusal> {
    json_once(text).map_err(|error| {
        let says = if error.is_eof() {
            "The file is cut short".to_owned()
        } else {
            let words = error.to_string();
            let reason = words.split(" at line ").next().unwrap_or_default();
            format!("The file is not JSON as it must be ({reason})")
        };
        Refusal::of_file(format!(
            "{says}: line {}, column {}.",
            error.line(),
            error.column()
        ))
    })
}

struct Nested(usize);

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl Nested {
    fn deeper<E: Error>(&self) -> Result<usize, E> {
        self.0
            .checked_sub(1)
            .ok_or_else(|| E::custom("it is nested too deeply"))
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Value, E> {
        Ok(yes.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Nested(deeper))? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<Key>()? {
            let value = entries.next_value_seed(Nested(deeper))?;
            if map.contains_key(&key.0) {
                return Err(Error::custom(format!(
                    "\"{}\" is given twice",
                    key.0.escape_default()
                )));
            }
            map.insert(key.0, value);
        }
        Ok(map.into())
    }
}

/// A key, which is short.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        if key.len() > 200 {
            return Err(D::Error::custom("a key is too long"));
        }
        Ok(Self(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_given_twice_is_refused_with_its_line() {
        let refused = read("{\n\"name\": \"a\",\n\"name\": \"b\"}").unwrap_err().0;

        assert!(
            refused.says.contains("\"name\" is given twice"),
            "{}",
            refused.says
        );
        assert!(refused.says.contains("line 3"), "{}", refused.says);
    }

    #[test]
    fn everything_else_is_read_as_it_stands() {
        let text = r#"{"a":[1,-2,3.5,"x",true,null],"b":{"c":{}}}"#;

        let once = json_once(text).unwrap();

        assert_eq!(once, serde_json::from_str::<Value>(text).unwrap());
    }

    #[test]
    fn a_file_cut_short_or_nested_without_end_is_refused() {
        assert!(
            read("[{\"id\": \"a\"")
                .unwrap_err()
                .0
                .says
                .starts_with("The file is cut short")
        );
        assert!(read(&"[".repeat(100_000)).is_err());
        let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
        assert!(
            read(&deep)
                .unwrap_err()
                .0
                .says
                .contains("nested too deeply")
        );
    }
}
