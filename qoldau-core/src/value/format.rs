//! Names and versions of wire forms: `qoldau-plan/1.0`.

use qoldau_derive::Decode;

use crate::json::Tree;

/// The version of a wire form. A reader takes every minor version up to its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    /// Changes when old readers can no longer read.
    pub(crate) major: u32,
    /// Changes when something is added.
    pub(crate) minor: u32,
}

impl Version {
    /// The version that a format such as `qoldau-plan/1.0` names, if it is of this name.
    pub(crate) fn of(format: &str, name: &str) -> Option<Self> {
        let number = |digits: &str| {
            let plain = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| digits.parse().ok()).flatten()
        };
        let (major, minor) = format.strip_prefix(name)?.strip_prefix('/')?.split_once('.')?;
        Some(Self { major: number(major)?, minor: number(minor)? })
    }
}

/// Why a document is not read by its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormatFault {
    /// It is of a newer version, whose format is told.
    Newer(String),
    /// It is something else, or does not say what it is.
    Other,
}

/// Holds the format that a document names against the newest version of a name that a reader knows.
pub(crate) fn accept(format: Option<&str>, name: &str, known: Version) -> Result<(), FormatFault> {
    match format.and_then(|format| Version::of(format, name)) {
        Some(version) if version > known => {
            Err(FormatFault::Newer(format!("{name}/{}.{}", version.major, version.minor)))
        }
        Some(version) if version.major == known.major => Ok(()),
        _ => Err(FormatFault::Other),
    }
}

/// What every document says of itself: the one field that is read before all others, which a newer version may have any of.
#[derive(Decode)]
pub(crate) struct Head {
    format: Option<Tree>,
}

impl Head {
    /// Holds the document's format against the newest version of a name that a reader knows.
    pub(crate) fn accept(&self, name: &str, known: Version) -> Result<(), FormatFault> {
        let format = match &self.format {
            Some(Tree::Text(format)) => Some(&**format),
            _ => None,
        };
        accept(format, name, known)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn only_a_name_and_two_plain_numbers_are_a_format() {
        assert_eq!(Version::of("qoldau-plan/1.0", "qoldau-plan"), Some(Version { major: 1, minor: 0 }));
        for other in
            ["", "qoldau-plan", "qoldau-plan/1", "qoldau-plan/1.", "qoldau-plan/+1.0", "qoldau-planet/1.0"]
        {
            assert_eq!(Version::of(other, "qoldau-plan"), None, "{other}");
        }
    }
}
