//! E-mail addresses and regions, plausible in form.

use std::str::FromStr;

use super::newtype::identity;

identity! {
    /// An e-mail address of a plausible form. Nothing of it shows in `Debug`.
    EmailAddress, EmailError, "string & { readonly __brand: \"EmailAddress\" }",
    "The address. Show it only where personal data belongs."
}

/// A text that is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct EmailError;

impl FromStr for EmailAddress {
    type Err = EmailError;

    /// One sign @ with something before it and a domain with a full stop behind it, of 254 bytes at most, no space in it. The domain is
    /// brought to small letters; what stands before is not, for only its owner knows whether that matters.
    fn from_str(written: &str) -> Result<Self, EmailError> {
        let written = written.trim();
        let (own, domain) = written.split_once('@').ok_or(EmailError)?;
        let parts = |text: &str| text.split('.').all(|part| !part.is_empty());
        let odd =
            |c: char| c.is_whitespace() || c.is_control() || matches!(c, '@' | ',' | ';' | '<' | '>' | '"');
        let fits = written.len() <= 254 && parts(own) && parts(domain) && domain.contains('.');
        if fits && !written.replacen('@', "", 1).contains(odd) {
            Ok(Self(format!("{own}@{}", domain.to_lowercase())))
        } else {
            Err(EmailError)
        }
    }
}

identity! {
    /// A place by the nine digits of the classifier KATO, of which the first two are the region. Nothing of it shows in `Debug`.
    KatoPlace, KatoError, "string & { readonly __brand: \"KatoPlace\" }",
    "The nine digits."
}

/// A text that is no code of KATO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of KATO: two or nine digits that begin with a region")]
pub struct KatoError;

/// The regions: the first two digits of KATO, which are those of ISO 3166-2:KZ too.
const REGIONS: [(&str, &str); 20] = [
    ("10", "Абай облысы"),
    ("11", "Ақмола облысы"),
    ("15", "Ақтөбе облысы"),
    ("19", "Алматы облысы"),
    ("23", "Атырау облысы"),
    ("27", "Батыс Қазақстан облысы"),
    ("31", "Жамбыл облысы"),
    ("33", "Жетісу облысы"),
    ("35", "Қарағанды облысы"),
    ("39", "Қостанай облысы"),
    ("43", "Қызылорда облысы"),
    ("47", "Маңғыстау облысы"),
    ("55", "Павлодар облысы"),
    ("59", "Солтүстік Қазақстан облысы"),
    ("61", "Түркістан облысы"),
    ("62", "Ұлытау облысы"),
    ("63", "Шығыс Қазақстан облысы"),
    ("71", "Астана"),
    ("75", "Алматы"),
    ("79", "Шымкент"),
];

impl KatoPlace {
    /// The region, the first two digits.
    #[must_use]
    pub fn region(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// The name of the region in Kazakh.
    #[must_use]
    pub fn region_name(&self) -> &'static str {
        REGIONS.iter().find(|(code, _)| *code == self.region()).map_or("", |(_, name)| name)
    }
}

impl FromStr for KatoPlace {
    type Err = KatoError;

    /// Nine digits, or the two of a region alone, which stand for the region as a whole. Whether a code beyond its region is given is not known here.
    fn from_str(written: &str) -> Result<Self, KatoError> {
        let digits = written.trim();
        let known = digits.get(..2).is_some_and(|region| REGIONS.iter().any(|(code, _)| *code == region));
        let whole = matches!(digits.len(), 2 | 9) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if known && whole { Ok(Self(format!("{digits:0<9}"))) } else { Err(KatoError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_a_plausible_form_are_taken() {
        let read = |text: &str| text.parse::<EmailAddress>().ok().map(|address| address.reveal().to_owned());
        assert_eq!(read(" Ai.Gerim@Example.ORG "), Some("Ai.Gerim@example.org".into()));
        for bad in [
            "",
            "@",
            "a@b",
            "a b@example.org",
            "a@b@example.org",
            ".a@example.org",
            "a@example..org",
            "a@example.org,b",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert_eq!(format!("{:?}", "a@example.org".parse::<EmailAddress>().unwrap()), "EmailAddress(…)");
    }

    #[test]
    fn regions_are_the_first_two_digits_of_kato() {
        let aktau: KatoPlace = "471010000".parse().unwrap();
        assert_eq!((aktau.region(), aktau.region_name()), ("47", "Маңғыстау облысы"));
        assert_eq!("71".parse::<KatoPlace>().unwrap().reveal(), "710000000");
        for bad in ["", "4", "51", "511010000", "4710100000", "٤٧", "47101000x", "4710"] {
            assert!(bad.parse::<KatoPlace>().is_err(), "{bad}");
        }
        assert_eq!(format!("{aktau:?}"), "KatoPlace(…)");
    }
}
