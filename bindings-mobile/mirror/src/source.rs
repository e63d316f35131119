//! The public types of a crate, found in its sources.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use syn::{Attribute, Expr, ExprLit, Item, Lit, Meta};

/// A public type.
pub(crate) enum Found {
    Struct(syn::ItemStruct),
    Enum(syn::ItemEnum),
}

/// Every public struct and enum of a crate by its name.
#[derive(Default)]
pub(crate) struct Sources {
    types: BTreeMap<String, Found>,
}

impl Sources {
    /// Reads all sources under a folder.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let mut sources = Self::default();
        sources.take_folder(folder)?;
        Ok(sources)
    }

    fn take_folder(&mut self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.take_folder(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                self.take_file(&path)?;
            }
        }
        Ok(())
    }

    fn take_file(&mut self, path: &Path) -> io::Result<()> {
        let file = syn::parse_file(&fs::read_to_string(path)?).map_err(io::Error::other)?;
        for item in file.items {
            let (name, public, found) = match item {
                Item::Struct(item) => (item.ident.to_string(), is_public(&item.vis), Found::Struct(item)),
                Item::Enum(item) => (item.ident.to_string(), is_public(&item.vis), Found::Enum(item)),
                _ => continue,
            };
            if public && self.types.insert(name.clone(), found).is_some() {
                return Err(io::Error::other(format!("two public types are called {name}")));
            }
        }
        Ok(())
    }

    /// The type of a name.
    pub(crate) fn find(&self, name: &str) -> io::Result<&Found> {
        self.types.get(name).ok_or_else(|| io::Error::other(format!("there is no public type {name}")))
    }

    /// Whether the name is of a public type.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.types.contains_key(name)
    }
}

const fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

/// The lines of an item's documentation, in words that hold in every language: links into Rust's documentation become
/// plain names.
pub(crate) fn doc_lines(attributes: &[Attribute]) -> Vec<String> {
    attributes.iter().filter_map(doc_line).map(|line| without_links(&line)).collect()
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value else { return None };
    pair.path.is_ident("doc").then(|| text.value().trim_end().to_owned())
}

/// Takes the brackets off "[`Name`]" and "[`name`](path::name)".
fn without_links(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        text.push_str(before);
        text.push('`');
        text.push_str(name);
        text.push('`');
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    text.push_str(rest);
    text
}

/// Whether serde lets the field, or every field of a type, be missing.
pub(crate) fn may_be_missing(attributes: &[Attribute]) -> bool {
    has_word(attributes, "serde", "default")
}

/// Whether a type's `Default` is that of its fields.
pub(crate) fn derives_default(attributes: &[Attribute]) -> bool {
    has_word(attributes, "derive", "Default")
}

/// Whether an attribute such as `#[serde(…)]` has a word among its words.
fn has_word(attributes: &[Attribute], name: &str, wanted: &str) -> bool {
    attributes.iter().any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        list.path.is_ident(name) && list.tokens.to_string().split(',').any(|word| word.trim() == wanted)
    })
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn links_become_names() {
        assert_eq!(
            without_links("Limits on what [`read_annex`](super::read_annex) takes."),
            "Limits on what `read_annex` takes."
        );
        assert_eq!(without_links("A [`Param`] and [`Plan`], `x`."), "A `Param` and `Plan`, `x`.");
        assert_eq!(without_links("An open [`bracket"), "An open [`bracket");
    }
}
