//! Values of people on lists.

use qoldau_core::people::identity::{Bin, EmailAddress, Iin, KatoPlace, PhoneNumber};
use qoldau_core::people::linkage::LinkageBits;
use qoldau_core::value::PersonalText;

use super::parsed;

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
    /// An e-mail address of a plausible form. It prints silently; `reveal` gives the address.
    EmailAddress, String, { remote, lower: |address| address.reveal().to_owned(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// A place by the nine digits of the classifier KATO; the two of a region stand for the region. It prints silently; `reveal` gives the digits.
    KatoPlace, String, { remote, lower: |place| place.reveal().to_owned(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// 1,024 bits that stand for a row of a list, as 256 hexadecimal digits. Whoever has the secret can try names on them, so they print silently;
    /// `reveal` gives the digits.
    LinkageBits, String, { remote, lower: |bits| bits.to_string(), try_lift: |text| parsed(&text) }
);
