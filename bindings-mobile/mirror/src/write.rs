//! The text of a mirror file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;

use qoldau_core::annex::ReadLimits;
use qoldau_core::bundle::BundleLimits;
use qoldau_core::facts::FactsLimits;
use quote::ToTokens;
use serde_json::Value;
use syn::{Attribute, Fields, Type, Variant};

use crate::list::{FILES, MirrorFile};
use crate::source::{Found, Sources, derives_default, doc_lines, may_be_missing};

/// Numbers that fields have where nobody says otherwise, by type and field.
pub(crate) type Defaults = BTreeMap<(&'static str, String), u64>;

/// The defaults of the types that the core constructs by `Default`.
pub(crate) fn defaults() -> Defaults {
    let types = [
        ("ReadLimits", serde_json::to_value(ReadLimits::default())),
        ("BundleLimits", serde_json::to_value(BundleLimits::default())),
        ("FactsLimits", serde_json::to_value(FactsLimits::default())),
    ];
    let mut defaults = Defaults::new();
    for (name, value) in types {
        for (field, value) in value.as_ref().ok().and_then(Value::as_object).into_iter().flatten() {
            if let Some(number) = value.as_u64() {
                defaults.insert((name, field.to_lowercase()), number);
            }
        }
    }
    defaults
}

/// Lists that may be left out although serde's derives do not say so: the core reads their type by hand.
const OPTIONAL_LISTS: [(&str, &str); 1] = [("Entry", "replaces")];

/// The text of a file of mirrors.
pub(crate) fn file(
    file: &MirrorFile,
    sources: &Sources,
    core: &Sources,
    defaults: &Defaults,
) -> io::Result<String> {
    let (home, types) = (file.path(), file.types);
    let mut body = String::new();
    let mut used = BTreeSet::new();
    for name in types {
        let writer = Writer { name, defaults, text: &mut body, used: &mut used };
        writer.mirror(sources.find(name)?);
    }
    let mut text = format!(
        "//! Mirrors of the types of `{home}`. Written by `bindings-mobile/mirror`; do not edit:\n\
         //! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`\n\n"
    );
    if used.remove("BTreeMap") {
        text.push_str("use std::collections::BTreeMap;\n\n");
    }
    let mut imports: BTreeSet<String> = types.iter().map(|name| format!("{home}::{name}")).collect();
    for name in used.iter().filter(|name| !types.contains(&name.as_str())) {
        if let Some(from) = home_of(name, core) {
            imports.insert(format!("{from}::{name}"));
        }
    }
    for import in imports {
        let _ = writeln!(text, "use {import};");
    }
    text.push_str(&body);
    Ok(text)
}

/// Where a type is imported from; nothing for the types of the standard library.
fn home_of(name: &str, core: &Sources) -> Option<String> {
    let listed = FILES.iter().find(|file| file.types.contains(&name)).map(MirrorFile::path);
    let by_hand = match name {
        "PersonName" | "PersonalText" | "Phone" => Some("value"),
        "RawBody" => Some("facts"),
        "FreeText" | "PersonCode" => Some("survey::answers"),
        "Bin" | "EmailAddress" | "Iin" | "KatoPlace" | "PhoneNumber" => Some("people::identity"),
        "LinkageBits" => Some("people::linkage"),
        _ if core.has(name) => Some("value"),
        _ => None,
    };
    listed.or_else(|| by_hand.map(|floor| format!("qoldau_core::{floor}")))
}

/// Writes the mirror of one type.
struct Writer<'a> {
    name: &'static str,
    defaults: &'a Defaults,
    text: &'a mut String,
    /// Names of all types that fields have.
    used: &'a mut BTreeSet<String>,
}

impl Writer<'_> {
    fn mirror(mut self, found: &Found) {
        self.text.push('\n');
        match found {
            Found::Struct(item) => {
                self.docs("", &item.attrs);
                self.line("", "#[uniffi::remote(Record)]");
                self.line("", &format!("pub struct {} {{", self.name));
                self.fields("    ", Some(&item.attrs), &item.fields);
                self.line("", "}");
            }
            Found::Enum(item) => {
                self.docs("", &item.attrs);
                self.line("", "#[uniffi::remote(Enum)]");
                self.line("", &format!("pub enum {} {{", self.name));
                for variant in &item.variants {
                    self.variant(variant);
                }
                self.line("", "}");
            }
        }
    }

    fn variant(&mut self, variant: &Variant) {
        const INDENT: &str = "    ";
        self.docs(INDENT, &variant.attrs);
        let name = &variant.ident;
        match &variant.fields {
            Fields::Named(fields) if fields.named.is_empty() => self.line(INDENT, &format!("{name} {{}},")),
            Fields::Named(_) => {
                self.line(INDENT, &format!("{name} {{"));
                self.fields("        ", None, &variant.fields);
                self.line(INDENT, "},");
            }
            // A tuple variant becomes a line that does not compile: such types do not cross.
            Fields::Unit | Fields::Unnamed(_) => self.line(INDENT, &format!("{},", variant.ident)),
        }
    }

    /// The fields of a record, whose attributes are given, or of a variant, which has none of its own.
    fn fields(&mut self, indent: &str, record: Option<&[Attribute]>, fields: &Fields) {
        let visibility = if record.is_some() { "pub " } else { "" };
        for field in fields {
            let Some(name) = &field.ident else { continue };
            self.docs(indent, &field.attrs);
            let kind = self.type_text(&field.ty);
            if let Some(of_record) = record {
                let all_may = may_be_missing(of_record) && derives_default(of_record);
                let may_be_missing = all_may || may_be_missing(&field.attrs);
                match self.default_of(&name.to_string(), &kind, may_be_missing).as_deref() {
                    Some("") => self.line(indent, "#[uniffi(default)]"),
                    Some(default) => self.line(indent, &format!("#[uniffi(default = {default})]")),
                    None => {}
                }
            }
            self.line(indent, &format!("{visibility}{name}: {kind},"));
        }
    }

    /// What a field is where a host leaves it out: what JSON takes for a field that is missing; empty text for the type's
    /// own default.
    /// The fields of a variant have none: in Python they stand in order, and one without a default may not follow one
    /// with.
    fn default_of(&self, field: &str, kind: &str, may_be_missing: bool) -> Option<String> {
        let optional_list = may_be_missing || OPTIONAL_LISTS.contains(&(self.name, field));
        let number = self.defaults.get(&(self.name, field.replace('_', ""))).map(u64::to_string);
        match kind {
            _ if kind.starts_with("Option<") => Some("None".into()),
            _ if kind.starts_with("Vec<") && optional_list => Some("[]".into()),
            _ if number.is_some() => number,
            "bool" if may_be_missing => Some("false".into()),
            "u32" if may_be_missing => Some("0".into()),
            "Wording" if may_be_missing => Some(String::new()),
            _ => None,
        }
    }

    /// A type as text, its names noted.
    fn type_text(&mut self, kind: &Type) -> String {
        let text = kind.to_token_stream().to_string().replace(' ', "").replace(',', ", ");
        let names = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty());
        self.used.extend(names.map(ToOwned::to_owned));
        text
    }

    fn docs(&mut self, indent: &str, attributes: &[Attribute]) {
        for line in doc_lines(attributes) {
            self.line(indent, format!("///{line}").trim_end());
        }
    }

    fn line(&mut self, indent: &str, line: &str) {
        let _ = writeln!(self.text, "{indent}{line}");
    }
}
