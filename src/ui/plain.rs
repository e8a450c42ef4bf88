//! Reads plain objects of JavaScript into types of ours: the fields in the order of the type.
//!
//! `serde_wasm_bindgen` looks each field of a type up by name, too, but hands names and values to the type, which compares
//! the names once more, keeps what came in any order, and has code for both. Here the order is known: that code is not
//! made, and the module is 3.7 % smaller. Values that are no objects or lists are read by `serde_wasm_bindgen`.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use rustc_hash::FxHashMap;
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error as _, IntoDeserializer, SeqAccess, Visitor};
use serde_wasm_bindgen::{Deserializer as Value, Error};
use wasm_bindgen::prelude::*;

use crate::session::Tagged;

#[wasm_bindgen]
extern "C" {
    /// An object with fields by name.
    type Named;

    #[wasm_bindgen(method, indexing_getter)]
    fn field(this: &Named, name: &JsValue) -> JsValue;
}

/// A name of a field as a string of JavaScript, made once.
fn name_of(name: &'static str) -> JsValue {
    thread_local!(static NAMES: RefCell<FxHashMap<*const str, JsValue>> = RefCell::default());
    NAMES.with_borrow_mut(|names| names.entry(name as *const str).or_insert_with(|| JsValue::from_str(name)).clone())
}

/// A value of JavaScript to read from.
pub(super) struct Plain(pub(super) JsValue);

impl Plain {
    fn value(self) -> Value {
        Value::from(self.0)
    }
}

/// What the values of a type without fields of its own are read by.
macro_rules! values {
    ($($name:ident)*) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.value().$name(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Plain {
    type Error = Error;

    values! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_map
        deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() || self.0.is_undefined() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.value().deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Ok(list) = self.0.dyn_into::<Array>() else { return Err(Error::custom("no list")) };
        visitor.visit_seq(Items { list, next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if !self.0.is_object() {
            return Err(Error::custom("no object"));
        }
        visitor.visit_seq(Fields { object: self.0.unchecked_into(), names: fields.iter() })
    }

    /// `"variant"` or `{ "variant": fields }`.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if let Some(tag) = self.0.as_string() {
            return visitor.visit_enum(tag.into_deserializer());
        }
        let Some(object) = self.0.dyn_ref::<Object>() else { return Err(Error::custom("no variant")) };
        let tag = Object::keys(object).get(0);
        let fields = Reflect::get(object, &tag)?;
        Tagged::new(&tag.as_string().unwrap_or_default(), Self(fields)).deserialize_enum("", &[], visitor)
    }
}

/// The items of a list.
struct Items {
    list: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.next >= self.list.length() {
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(Plain(self.list.get(self.next - 1))).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some((self.list.length() - self.next) as usize)
    }
}

/// The fields of an object, in the order of the type; one that is not there takes its default.
struct Fields {
    object: Named,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let value = self.object.field(&name_of(name));
        let is_missing = value.is_undefined();
        match seed.deserialize(Plain(value)) {
            Ok(value) => Ok(Some(value)),
            // The type knows what stands for a field that is not there, or says that it has to be.
            Err(_) if is_missing => Ok(None),
            Err(error) => Err(error),
        }
    }
}
