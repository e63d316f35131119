//! Personal data: it crosses as text and prints silently.

/// A text that prints silently.
macro_rules! silent_text {
    ($(#[$attribute:meta])* $name:ident) => {
        $(#[$attribute])*
        #[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, qoldau_derive::Decode)]
        #[serde(transparent)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it was written.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it was written. Show it only where personal data belongs.
            #[must_use]
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

#[cfg(feature = "survey")]
pub(crate) use silent_text;

silent_text! {
    /// The name of a person.
    PersonName
}

silent_text! {
    /// A telephone number as it was written.
    Phone
}

silent_text! {
    /// Something else that is told of one person, as it was written: a birth date, an identification number, an address.
    PersonalText
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing_of_a_person() {
        assert_eq!(format!("{:?}", PersonName::new("Бірінші Қызметкер")), "PersonName(…)");
        assert_eq!(format!("{:?}", Phone::new("8 700 000 00 01")), "Phone(…)");
        assert_eq!(format!("{:?}", PersonalText::new("a@example.kz")), "PersonalText(…)");
    }
}
