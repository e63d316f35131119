//! Names of folders and files that are safe on every system: ASCII, short, no two alike however a system compares
//! them.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::EvidenceKind;
use crate::plan::{Plan, PlanNode};
use crate::value::{Id, IsoDate};

/// Longest label of a line; the rest of a name is short.
const LONGEST: usize = 40;

/// Names that Windows keeps for devices, with or without an extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// What stands in file names for a kind, the same in every language of the report: Kazakh in Latin letters.
pub(super) const fn slug(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "qujat",
        EvidenceKind::List => "tizim",
        EvidenceKind::Letter => "hat",
        EvidenceKind::Plan => "jospar",
        EvidenceKind::Programme => "bagdarlama",
        EvidenceKind::Rules => "ereje",
        EvidenceKind::Journal => "jurnal",
        EvidenceKind::Report => "esep",
        EvidenceKind::Act => "akt",
        EvidenceKind::Post => "post",
        EvidenceKind::Announcement => "habarlandyru",
        EvidenceKind::Photo => "foto",
        EvidenceKind::Video => "video",
        EvidenceKind::Publication => "jariialanym",
        EvidenceKind::LiveStream => "efir",
        EvidenceKind::Story => "storis",
        EvidenceKind::Material => "material",
        EvidenceKind::Page => "paraqsha",
        EvidenceKind::Survey => "saualnama",
        EvidenceKind::Presentation => "prezentatsiia",
        EvidenceKind::Other => "basqa",
    }
}

/// A label for every line, from its printed number, no two alike: folders and numbers are made of it. Lines that were taken
/// out come last: where another line has their number now, it has the plain label.
pub(super) fn labels(plan: &Plan) -> BTreeMap<&Id, String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut labels = BTreeMap::new();
    let of_impact = |number: &str| format!("IV.{number}");
    let gone = plan.withdrawn.iter().map(|gone| {
        let number = gone.number.as_deref().unwrap_or_default();
        (&gone.id, if gone.node == PlanNode::Impact { of_impact(number) } else { number.to_owned() })
    });
    let impact = plan.impact.iter().map(|line| (&line.id, of_impact(&line.number)));
    let all = plan.lines().map(|(.., line)| (&line.id, line.number.clone())).chain(impact).chain(gone);
    for (id, number) in all {
        let base = safe(&number);
        let again = (2_u32..).map(|count| format!("{base}_{count}"));
        let mut names = std::iter::once(base.clone()).chain(again);
        if let Some(label) = names.find(|name| !taken.contains(&name.to_ascii_lowercase())) {
            taken.insert(label.to_ascii_lowercase());
            labels.insert(id, label);
        }
    }
    labels
}

/// The name of a file in its line's folder. `at` counts the files of an item from 0; a file that is alone has no
/// number of its own.
pub(super) fn file_name(
    number: &str,
    kind: EvidenceKind,
    date: IsoDate,
    at: usize,
    files: usize,
    original: &str,
) -> String {
    let own = if files > 1 { format!("_{:02}", at.saturating_add(1)) } else { String::new() };
    format!("{number}_{}_{date}{own}{}", slug(kind), extension(original))
}

/// The extension of a name in small letters with its point, where it looks like one.
fn extension(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && (1..=5).contains(&end.len()) => {
            let plain = end.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if plain { format!(".{}", end.to_ascii_lowercase()) } else { String::new() }
        }
        _ => String::new(),
    }
}

/// A text as a name: letters of ASCII, digits, points and hyphens; everything else an underscore.
fn safe(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars().take(LONGEST) {
        let fits = c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        if fits {
            name.push(c);
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    // A name that opens with a point is hidden, one that ends with a point is cut by Windows.
    let name = name.trim_matches(['.', '_', '-', ' ']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        stem.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    });
    if name.is_empty() || numbered || DEVICES.contains(&stem.as_str()) {
        return format!("line_{name}").trim_end_matches('_').to_owned();
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_made_of_number_kind_and_date() {
        let name = |at, files, original| {
            file_name("2.10-3", EvidenceKind::Photo, "2024-06-15".parse().unwrap(), at, files, original)
        };
        assert_eq!(name(0, 1, "IMG 001.JPG"), "2.10-3_foto_2024-06-15.jpg");
        assert_eq!(name(4, 5, "фото (соңғы).jpeg"), "2.10-3_foto_2024-06-15_05.jpeg");
        assert_eq!(name(0, 1, "без расширения"), "2.10-3_foto_2024-06-15");
        assert_eq!(name(0, 1, "a.тхт"), "2.10-3_foto_2024-06-15");
        assert_eq!(name(0, 1, "../../etc/passwd.sh; rm"), "2.10-3_foto_2024-06-15");
    }

    #[test]
    fn names_of_devices_and_hidden_names_are_changed() {
        for (number, label) in [
            ("2.10", "2.10"),
            ("CON", "line_CON"),
            ("com1.txt", "line_com1.txt"),
            ("..", "line"),
            ("", "line"),
            ("2/10: бір", "2_10"),
            ("1.", "1"),
        ] {
            assert_eq!(safe(number), label, "{number}");
        }
    }

    proptest! {
        #[test]
        fn every_text_becomes_a_safe_name(text in "\\PC{0,60}") {
            let name = safe(&text);
            prop_assert!(!name.is_empty() && name.len() <= LONGEST + 5);
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b)));
            prop_assert!(!name.starts_with('.') && !name.ends_with('.'));
        }

        #[test]
        fn an_extension_never_brings_a_folder(text in ".{0,40}") {
            prop_assert!(extension(&text).bytes().skip(1).all(|b| b.is_ascii_alphanumeric()));
        }
    }
}
