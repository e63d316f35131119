//! The reading of an object into fields.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, Expr, ExprPath, Fields, Ident, Result, Type, parse_quote};

use crate::attributes::{Container, camel_case};

/// The most fields of an object: one bit each says which have been seen.
const MOST: usize = 64;

/// A field.
pub(crate) struct Member<'a> {
    ident: &'a Ident,
    ty: &'a Type,
    name: String,
    default: bool,
    with: Option<ExprPath>,
}

pub(crate) fn members(fields: &Fields, camel: bool) -> Result<Vec<Member<'_>>> {
    if fields.len() > MOST {
        return Err(Error::new_spanned(fields, "an object of so many fields is not read"));
    }
    let member = |field: &'_ syn::Field| -> Result<(String, bool, Option<ExprPath>)> {
        let said = Container::of(&field.attrs)?;
        let ident = field.ident.as_ref().ok_or_else(|| Error::new_spanned(field, "fields need names"))?;
        let ident = ident.to_string();
        let name = said.rename.unwrap_or_else(|| if camel { camel_case(&ident) } else { ident });
        Ok((name, said.default, said.with))
    };
    let mut members = Vec::new();
    for field in fields {
        let (name, default, with) = member(field)?;
        let ident = field.ident.as_ref().ok_or_else(|| Error::new_spanned(field, "fields need names"))?;
        members.push(Member { ident, ty: &field.ty, name, default, with });
    }
    Ok(members)
}

/// Reads `source` as an object of the members, and makes of it what `path` names. `expected` is what is said where it
/// is no object.
pub(crate) fn read_object(
    expected: &str,
    members: &[Member<'_>],
    path: &TokenStream,
    container: &Container,
    source: &TokenStream,
) -> TokenStream {
    let open = !container.deny_unknown_fields;
    let slots: Vec<Ident> = (0..members.len()).map(|at| format_ident!("slot_{at}")).collect();
    let whole_default = container.default;
    let fields = members.iter().map(|Member { name, ty, default, .. }| {
        let optional: Expr = if *default || whole_default {
            parse_quote!(true)
        } else {
            parse_quote!(<#ty as crate::json::Decode>::OPTIONAL)
        };
        quote!(crate::json::Field { name: #name, optional: #optional })
    });
    let puts = members.iter().zip(&slots).enumerate().map(|(at, (member, slot))| match &member.with {
        None => quote!(#at => crate::json::put(&mut #slot, value)),
        Some(with) => quote!(#at => crate::json::put_with(&mut #slot, value, #with)),
    });
    let takes = members.iter().zip(&slots).map(|(Member { ident, ty, default, .. }, slot)| {
        if whole_default {
            quote!(#ident: match #slot { Some(value) => value, None => default.#ident })
        } else if *default {
            quote!(#ident: #slot.unwrap_or_default())
        } else {
            quote! {
                #ident: match crate::json::settled::<#ty>(#slot) {
                    Some(value) => value,
                    None => return ::core::result::Result::Err(crate::json::Misfit::lost()),
                }
            }
        }
    });
    let types = members.iter().map(|member| member.ty);
    let default = whole_default.then(|| quote!(let default = <Self as ::core::default::Default>::default();));
    quote! {
        const SHAPE: &crate::json::Shape =
            &crate::json::Shape { expected: #expected, fields: &[#(#fields),*], open: #open };
        #(let mut #slots: ::core::option::Option<#types> = ::core::option::Option::None;)*
        #source.object(SHAPE, ::core::option::Option::None, &mut |at, value| match at {
            #(#puts,)*
            _ => ::core::result::Result::Ok(()),
        })?;
        #default
        ::core::result::Result::Ok(#path { #(#takes),* })
    }
}
