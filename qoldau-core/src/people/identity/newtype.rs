//! The one shape of values that tell somebody apart: text of a plausible form, made by reading it alone, which prints silently.

/// A newtype of text: `FromStr` is written beside it, and everything else follows.
macro_rules! identity {
    ($(#[$doc:meta])* $name:ident, $error:ty, $brand:literal, $reveals:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "tsify", derive(tsify::Tsify), tsify(type = $brand))]
        pub struct $name(String);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl $name {
            #[doc = $reveals]
            #[must_use]
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(written: String) -> Result<Self, $error> {
                written.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

pub(super) use identity;
