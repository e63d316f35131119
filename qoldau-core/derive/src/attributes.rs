//! The attributes of serde, as far as the wire types use them.

use syn::meta::ParseNestedMeta;
use syn::parse::ParseBuffer;
use syn::{Attribute, ExprPath, LitStr, Result, Token};

/// What is said of a type, or of a variant or a field of it.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an attribute that stands or does not")]
pub(crate) struct Container {
    /// Its own name on the wire.
    pub(crate) rename: Option<String>,
    /// Whether names of its parts are written `likeThis`.
    pub(crate) rename_all: bool,
    /// The same of the fields of an enum's variants.
    pub(crate) rename_all_fields: bool,
    /// Whether a field that it does not have is an error.
    pub(crate) deny_unknown_fields: bool,
    /// Whether what is missing is taken from its default.
    pub(crate) default: bool,
    /// The field that says which variant it is.
    pub(crate) tag: Option<String>,
    /// Whether it is read as its one field is.
    pub(crate) transparent: bool,
    /// The function that reads it.
    pub(crate) with: Option<ExprPath>,
}

impl Container {
    pub(crate) fn of(attributes: &[Attribute]) -> Result<Self> {
        let mut read = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("serde") {
                attribute.parse_nested_meta(|meta| read.serde(&meta))?;
            } else if attribute.path().is_ident("decode") {
                attribute.parse_nested_meta(|meta| {
                    if !meta.path.is_ident("with") {
                        return Err(meta.error("only `with` is known"));
                    }
                    read.with = Some(meta.value()?.parse()?);
                    Ok(())
                })?;
            }
        }
        Ok(read)
    }

    fn serde(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let is = |name: &str| meta.path.is_ident(name);
        let text = || meta.value().and_then(ParseBuffer::parse::<LitStr>).map(|text| text.value());
        if is("rename_all") || is("rename_all_fields") {
            if text()? != "camelCase" {
                return Err(meta.error("only camelCase is known"));
            }
            if is("rename_all") { self.rename_all = true } else { self.rename_all_fields = true }
        } else if is("rename") {
            self.rename = Some(text()?);
        } else if is("tag") {
            self.tag = Some(text()?);
        } else if is("deny_unknown_fields") {
            self.deny_unknown_fields = true;
        } else if is("default") && !meta.input.peek(Token![=]) {
            self.default = true;
        } else if is("transparent") {
            self.transparent = true;
        } else if is("serialize_with") || is("skip_serializing_if") {
            text()?;
        } else {
            return Err(meta.error("this is not known to `Decode`"));
        }
        Ok(())
    }
}

/// `up_to` and `UpTo` as serde writes them: `upTo`.
pub(crate) fn camel_case(name: &str) -> String {
    let mut written = String::new();
    let mut parts = name.split('_').filter(|part| !part.is_empty());
    let lowered = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_ascii_lowercase().to_string() + letters.as_str())
    };
    let raised = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
    };
    written.extend(parts.next().and_then(lowered));
    written.extend(parts.filter_map(raised));
    written
}

#[cfg(test)]
mod tests {
    use super::camel_case;

    #[test]
    fn names_are_written_as_serde_writes_them() {
        for (name, written) in
            [("up_to", "upTo"), ("UpTo", "upTo"), ("id", "id"), ("All", "all"), ("_format", "format")]
        {
            assert_eq!(camel_case(name), written);
        }
    }
}
