//! What lay in a bundle, on a terminal.

use qoldau_core::bundle::BundleManifest;
use qoldau_core::language::{Language, Saying};

use crate::speech::said;

const PART: Saying =
    Saying { kk: "жазылды: {file}", ru: "записан: {file}", en: "written: {file}" };
const ENTRIES: Saying = Saying {
    kk: "журналдағы жазба – {count}",
    ru: "записей в журнале – {count}",
    en: "entries in the journal – {count}",
};
const FILES: Saying = Saying {
    kk: "дәлел файлы – {count}, жіберушінің қолында – {present}",
    ru: "файлов-подтверждений – {count}, из них на руках у отправителя – {present}",
    en: "files of evidence – {count}, of them in the sender’s hands – {present}",
};
const ELSEWHERE: Saying = Saying {
    kk: "тіркелген, бірақ файлы жоқ: {name} ({item})",
    ru: "записан, но файла нет: {name} ({item})",
    en: "recorded, but the file is not in hand: {name} ({item})",
};

/// The parts that were written, how much lies in the journal, and which files the sender does not have.
pub(crate) fn contents(
    manifest: &BundleManifest,
    parts: impl Iterator<Item = String>,
    language: Language,
) -> String {
    let mut lines: Vec<String> = parts.map(|file| said(&PART, &[("file", &file)], language)).collect();
    lines.push(said(&ENTRIES, &[("count", &manifest.entries.to_string())], language));
    let present = manifest.files.iter().filter(|file| file.present).count();
    if !manifest.files.is_empty() {
        let counts = [manifest.files.len().to_string(), present.to_string()];
        lines.push(said(&FILES, &[("count", &counts[0]), ("present", &counts[1])], language));
    }
    for file in manifest.files.iter().filter(|file| !file.present) {
        lines.push(said(&ELSEWHERE, &[("name", &file.name), ("item", file.item.as_str())], language));
    }
    lines.join("\n") + "\n"
}
