//! Whether a text names one of the synthetic people of the inputs. The command's tests take this file in too.

/// People of the inputs: of the sample annex, of lists and registries in tests.
const NAMES: [&str; 9] = [
    "Бірінші Қызметкер",
    "Екінші Қызметкер",
    "Үшінші Қызметкер",
    "Ахметова",
    "Akhmetova",
    "Әбдіқадырова",
    "Оспанов",
    "Синтетова",
    "Тілеубергенов",
];

/// Whether a text names one of the people: by name, by a telephone of the synthetic range, by a number of the synthetic vectors.
#[must_use]
pub fn names_somebody(text: &str) -> bool {
    NAMES.iter().any(|name| text.contains(name)) || text.lines().any(has_number)
}

/// A telephone +7 700 000 … in any form, or an identification number of the vectors: digits with spaces and signs between them.
#[must_use]
pub fn has_number(line: &str) -> bool {
    let mut run = String::new();
    for c in line.chars().chain(['\n']) {
        match c {
            '0'..='9' => run.push(c),
            ' ' | '-' | '(' | ')' | '+' | '\u{a0}' if !run.is_empty() => {}
            _ => {
                let phone = run.len() <= 13 && (run.contains("7700000") || run.contains("8700000"));
                let number = run.len() == 12 && (run.starts_with("0001013") || run.starts_with("99014000"));
                if phone || number {
                    return true;
                }
                run.clear();
            }
        }
    }
    false
}
