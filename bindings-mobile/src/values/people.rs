//! Values of people on lists.

use qoldau_core::failure::Failure;
use qoldau_core::people::identity::{Bin, Birth, Iin, PhoneNumber};
use qoldau_core::value::PersonalText;

use super::parsed;
use crate::QoldauError;

uniffi::custom_type!(
    /// Something that is told of one person, as it was written: a birth date, an identification number, an address. It
    /// prints silently; `reveal` gives the text.
    PersonalText, String, {
        remote,
        lower: |text| text.reveal().to_owned(),
        try_lift: |text| Ok(PersonalText::new(text)),
    }
);

uniffi::custom_type!(
    /// An individual identification number (ИИН) whose form and check digit are plausible; whether a person bears it is not
    /// known. It prints silently; `reveal` gives the twelve digits.
    Iin, String, { remote, lower: |number| number.reveal().to_owned(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// A business identification number (БИН) whose form and check digit are plausible. It prints silently; `reveal` gives the
    /// twelve digits.
    Bin, String, { remote, lower: |number| number.reveal().to_owned(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// A telephone number in the form E.164, `+77000000001`. It prints silently; `reveal` gives the number.
    PhoneNumber, String, { remote, lower: |number| number.reveal().to_owned(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// When somebody was born, as well as it is known. It prints silently; `reveal` gives the text in the Extended Date/Time
    /// Format: `2008-06-14` where the day is known, `2008-01-01~` for a day that was put down and is not the day, `2008` for
    /// the year alone.
    Birth, String, { remote, lower: |birth| text_of_birth(birth), try_lift: |text| birth_of_text(&text) }
);

fn text_of_birth(birth: Birth) -> String {
    match birth {
        Birth::Exact { date } => date.to_string(),
        Birth::Estimated { date } => format!("{date}~"),
        Birth::YearOnly { year } => format!("{year:04}"),
    }
}

fn birth_of_text(text: &str) -> uniffi::Result<Birth> {
    if let Some(date) = text.strip_suffix('~') {
        return Ok(Birth::Estimated { date: parsed(date)? });
    }
    if text.len() != 4 {
        return Ok(Birth::Exact { date: parsed(text)? });
    }
    let year = text.parse().ok().filter(|year| (1..=9999).contains(year));
    let year = year.filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    year.map(|year| Birth::YearOnly { year }).ok_or_else(|| {
        QoldauError::from(Failure::of_input(None, "not a year of birth such as `2008`")).into()
    })
}

#[cfg(test)]
mod tests {
    use super::{birth_of_text, text_of_birth};

    #[test]
    fn births_survive_as_text() {
        for text in ["2008-06-14", "2008-01-01~", "2008", "0001", "0001-01-01"] {
            assert_eq!(birth_of_text(text).map(text_of_birth).ok().as_deref(), Some(text));
        }
        for text in
            ["", "~", "2008~", "0000", "+200", "20080", "2008-02-30", "2008-06-14~~", "білмеймін", "٢٠٠٨"]
        {
            assert!(birth_of_text(text).is_err(), "{text}");
        }
    }
}
