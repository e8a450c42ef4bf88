//! Reads messages: objects whose `type` says which, beside their fields.
//!
//! Serde's own `tag` would buffer every message in a general form first, and so make a second copy of the code that reads
//! each type within: half of the page's code for reading. Here the type is known before the fields are read.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

/// A message: its type, and what gives its fields.
#[derive(Debug)]
pub struct Tagged<'a, D> {
    tag: &'a str,
    fields: D,
}

impl<'a, D> Tagged<'a, D> {
    /// `fields` gives the object itself; its `type` is `tag`.
    pub fn new(tag: &'a str, fields: D) -> Self {
        Self { tag, fields }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tagged<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, D::Error> {
        Err(D::Error::custom("only messages carry a type"))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de, D: Deserializer<'de>> EnumAccess<'de> for Tagged<'_, D> {
    type Error = D::Error;
    type Variant = Fields<'de, D>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), D::Error> {
        let tag = IntoDeserializer::<D::Error>::into_deserializer(self.tag);
        Ok((seed.deserialize(tag)?, Fields { fields: self.fields, lifetime: PhantomData }))
    }
}

/// What is left of a message once its type is read.
#[derive(Debug)]
pub struct Fields<'de, D> {
    fields: D,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, D: Deserializer<'de>> VariantAccess<'de> for Fields<'de, D> {
    type Error = D::Error;

    fn unit_variant(self) -> Result<(), D::Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, D::Error> {
        seed.deserialize(self.fields)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.fields.deserialize_tuple(length, visitor)
    }

    // A function for each kind of message: in the browser those that a first result does without are fetched afterwards.
    #[inline(never)]
    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.fields.deserialize_struct("", fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::Tagged;
    use crate::session::protocol::{Request, SourceFile};

    fn read(tag: &str, fields: &str) -> Result<Request, String> {
        let mut fields = serde_json::Deserializer::from_str(fields);
        Request::deserialize(Tagged::new(tag, &mut fields)).map_err(|error| error.to_string())
    }

    #[test]
    fn the_type_stands_beside_the_fields() {
        let file = SourceFile { name: "a".to_owned(), ..SourceFile::default() };
        let files = r#"{"type": "add", "files": [{"name": "a"}], "more": 1}"#;
        assert_eq!(read("add", files), Ok(Request::Add { files: vec![file], keep_duplicates: false }));
        assert_eq!(read("undo", r#"{"type": "undo"}"#), Ok(Request::Undo));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        assert!(read("sing", "{}").is_err_and(|error| error.contains("sing")));
        assert!(read("article", "{}").is_err_and(|error| error.contains("key")));
        assert!(read("cancelled", "{}").is_err());
    }
}
