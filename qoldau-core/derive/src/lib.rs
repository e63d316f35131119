//! `#[derive(Decode)]` for the wire types of `qoldau-core`: how a type is read from JSON.
//!
//! It reads the `#[serde(…)]` attributes by which the type is written, so that the wire form is stated once. serde's own
//! derive makes two readers of every struct (from a map and from a sequence), a type for its fields, and for a tagged enum
//! a third and fourth reader from buffered values, all of them anew for every source of values. What is derived here calls
//! one reader of objects that is compiled once, with a table of the fields: see `qoldau-core/src/json/decode.rs`.

mod attributes;
mod body;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, Ident, Result, Variant, parse_macro_input};

use crate::attributes::{Container, camel_case};
use crate::body::{members, read_object};

/// Derives `crate::json::Decode`, and serde's `Deserialize` by way of it.
///
/// Read are `rename`, `rename_all`, `rename_all_fields`, `deny_unknown_fields`, `default`, `tag` and `transparent` of
/// `#[serde(…)]`, and `#[decode(with = function)]` of a field that has its own way of being read.
#[proc_macro_derive(Decode, attributes(serde, decode))]
pub fn decode(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    derived(&input).unwrap_or_else(Error::into_compile_error).into()
}

fn derived(input: &DeriveInput) -> Result<TokenStream> {
    let container = Container::of(&input.attrs)?;
    let name = &input.ident;
    let read = match &input.data {
        Data::Struct(data) if container.transparent => {
            let [inner] = data
                .fields
                .members()
                .collect::<Vec<_>>()
                .try_into()
                .map_err(|_| Error::new_spanned(name, "what is transparent has one field"))?;
            quote! { ::core::result::Result::Ok(Self { #inner: crate::json::Decode::decode(source)? }) }
        }
        Data::Struct(data) => {
            let said = format!("struct {name}");
            let members = members(&data.fields, container.rename_all)?;
            read_object(&said, &members, &quote!(Self), &container, &quote!(source))
        }
        Data::Enum(data) => {
            let variants: Vec<&Variant> = data.variants.iter().collect();
            match &container.tag {
                Some(tag) => tagged(name, tag, &variants, &container)?,
                None => words(&variants, &container)?,
            }
        }
        Data::Union(_) => return Err(Error::new_spanned(name, "a union is not read")),
    };
    Ok(quote! {
        impl crate::json::Decode for #name {
            fn decode(
                source: &mut dyn crate::json::Source<'_>,
            ) -> ::core::result::Result<Self, crate::json::Misfit> {
                #read
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                crate::json::decode_from(deserializer)
            }
        }
    })
}

/// How a variant is called on the wire.
fn wire_name(variant: &Variant, container: &Container) -> Result<String> {
    let own = Container::of(&variant.attrs)?.rename;
    let name = variant.ident.to_string();
    Ok(own.unwrap_or_else(|| if container.rename_all { camel_case(&name) } else { name }))
}

/// An enum without fields: one of certain words.
fn words(variants: &[&Variant], container: &Container) -> Result<TokenStream> {
    let mut names = Vec::new();
    for variant in variants {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(Error::new_spanned(variant, "an enum with fields needs a tag"));
        }
        names.push(wire_name(variant, container)?);
    }
    let arms = arms(variants.iter().map(|variant| {
        let ident = &variant.ident;
        quote!(Self::#ident)
    }));
    Ok(quote! {
        ::core::result::Result::Ok(match source.word(&[#(#names),*])? { #arms })
    })
}

/// An enum whose tag lies among the fields of its variant.
fn tagged(name: &Ident, tag: &str, variants: &[&Variant], container: &Container) -> Result<TokenStream> {
    let said = format!("internally tagged enum {name}");
    let (mut names, mut reads) = (Vec::new(), Vec::new());
    for variant in variants {
        names.push(wire_name(variant, container)?);
        let ident = &variant.ident;
        let said = format!("struct variant {name}::{ident}");
        let members = members(&variant.fields, container.rename_all_fields)?;
        reads.push(read_object(&said, &members, &quote!(Self::#ident), container, &quote!(source)));
    }
    let arms = arms(reads.into_iter());
    Ok(quote! {
        const TAGGED: &crate::json::Tagged =
            &crate::json::Tagged { expected: #said, tag: #tag, words: &[#(#names),*] };
        let (at, fields) = source.tagged(TAGGED)?;
        let source: &mut dyn crate::json::Source<'_> = &mut crate::json::At(&fields);
        match at { #arms }
    })
}

/// The arms of a match of positions; the last stands for all others, of which there are none.
fn arms(values: impl Iterator<Item = TokenStream>) -> TokenStream {
    let values: Vec<TokenStream> = values.collect();
    let last = values.len().saturating_sub(1);
    let arms = values
        .iter()
        .enumerate()
        .map(|(at, value)| if at == last { quote!(_ => { #value }) } else { quote!(#at => { #value }) });
    quote!(#(#arms)*)
}
