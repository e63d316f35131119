//! Kazakh endings: which letters after a stem are the same word in another form, and Kazakh in Latin letters.

/// A Kazakh case, as far as contracts use it after numbers and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// The plain form: «шара».
    Nominative,
    /// Of: «шараның».
    Genitive,
    /// The object: «шараны».
    Accusative,
    /// To: «шараға».
    Dative,
    /// In: «шарада», and "that is in": «шарадағы».
    Locative,
    /// From: «шарадан».
    Ablative,
    /// With: «шарамен».
    Instrumental,
}

const PLURALS: [&str; 7] = ["", "лар", "лер", "дар", "дер", "тар", "тер"];
const POSSESSIVES: [&str; 5] = ["", "ы", "і", "сы", "сі"];
/// The case of an ending (plural, possessive and case in that order, each optional), or nothing when the letters
/// are no ending: «шара|ларынан» is ablative, «волонтер|лік» is another word. People mix the vowels, so any
/// harmony is taken.
#[must_use]
pub fn ending(rest: &str) -> Option<Case> {
    PLURALS.iter().filter_map(|plural| rest.strip_prefix(plural)).find_map(|rest| {
        POSSESSIVES.iter().filter_map(|possessive| rest.strip_prefix(possessive)).find_map(case)
    })
}

/// The case that the letters behind a plural and a possessive say.
fn case(letters: &str) -> Option<Case> {
    Some(match letters {
        "" => Case::Nominative,
        "ның" | "нің" | "дың" | "дің" | "тың" | "тің" => Case::Genitive,
        "ны" | "ні" | "ды" | "ді" | "ты" | "ті" | "н" => Case::Accusative,
        "ға" | "ге" | "қа" | "ке" | "на" | "не" => Case::Dative,
        "да" | "де" | "та" | "те" | "нда" | "нде" | "дағы" | "дегі" | "тағы" | "тегі" | "ндағы" | "ндегі" => {
            Case::Locative
        }
        "дан" | "ден" | "тан" | "тен" | "нан" | "нен" => Case::Ablative,
        "мен" | "бен" | "пен" => Case::Instrumental,
        _ => return None,
    })
}

/// The case of `word` as a form of `stem`, or nothing when it is none.
#[must_use]
pub fn form_of(word: &str, stem: &str) -> Option<Case> {
    word.strip_prefix(stem).and_then(ending)
}

/// A Latin-letter Kazakh word in Cyrillic letters, for matching only: the orthographies of 2018 (á ǵ ń ó ú ý ı),
/// of 2021 (ä ğ ñ ö ü ū ş) and bare ASCII are taken. Nothing when a letter is not of them.
#[must_use]
pub fn from_latin(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let mark = letters.next_if(|next| matches!(next, '\u{301}' | '\u{306}' | '\u{308}' | '\u{303}'));
        let after_vowel = out.chars().last().is_some_and(|last| "аәеоөұүыіэ".contains(last));
        let digraph = match (c, letters.peek()) {
            ('s', Some('h')) => Some('ш'),
            ('c', Some('h')) => Some('ч'),
            _ => None,
        };
        if let Some(letter) = digraph {
            letters.next();
            out.push(letter);
            continue;
        }
        out.push(latin_letter(c, mark.is_some(), after_vowel)?);
    }
    Some(out)
}

/// One Latin letter of Kazakh in Cyrillic; `i` and `ı` after a vowel are a glide.
fn latin_letter(c: char, marked: bool, after_vowel: bool) -> Option<char> {
    Some(match (c, marked) {
        ('a', true) | ('á' | 'ä' | 'ə', _) => 'ә',
        ('a', false) => 'а',
        ('b', _) => 'б',
        ('d', _) => 'д',
        ('e', _) => 'е',
        ('f', _) => 'ф',
        ('g', true) | ('ǵ' | 'ğ', _) => 'ғ',
        ('g', false) => 'г',
        ('h', _) => 'х',
        ('i' | 'ı' | 'ï', _) if after_vowel => 'й',
        ('i', _) => 'і',
        ('ı' | 'ï', _) => 'и',
        ('j', _) => 'ж',
        ('k', _) => 'к',
        ('l', _) => 'л',
        ('m', _) => 'м',
        ('n', true) | ('ń' | 'ñ' | 'ŋ', _) => 'ң',
        ('n', false) => 'н',
        ('o', true) | ('ó' | 'ö', _) => 'ө',
        ('o', false) => 'о',
        ('p', _) => 'п',
        ('q', _) => 'қ',
        ('r', _) => 'р',
        ('s', true) | ('ş', _) => 'ш',
        ('s', false) => 'с',
        ('t', _) => 'т',
        ('u', true) | ('ú' | 'ü', _) => 'ү',
        ('u' | 'ū', _) => 'ұ',
        ('v', _) => 'в',
        ('w' | 'ý', _) | ('y', true) => 'у',
        ('y', false) => 'ы',
        ('z', _) => 'з',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_told_from_other_words() {
        for (word, stem, case) in [
            ("шара", "шара", Case::Nominative),
            ("шарадан", "шара", Case::Ablative),
            ("шаралардың", "шара", Case::Genitive),
            ("іс-шараларынан", "іс-шара", Case::Ablative),
            ("тізімін", "тізім", Case::Accusative),
            ("айына", "ай", Case::Dative),
            ("мыңнан", "мың", Case::Ablative),
            ("шілдесінен", "шілде", Case::Ablative),
            ("ақпанындағы", "ақпан", Case::Locative),
        ] {
            assert_eq!(form_of(word, stem), Some(case), "{word}");
        }
        assert_eq!(form_of("волонтерлік", "волонтер"), None);
        assert_eq!(form_of("қала", "аудан"), None);
        assert_eq!(form_of("постамент", "пост"), None);
    }

    #[test]
    fn latin_kazakh_is_read() {
        for (latin, cyrillic) in [
            ("astamy", "астамы"),
            ("myńnan", "мыңнан"),
            ("mynnan", "мыннан"),
            ("keminde", "кемінде"),
            ("saiyn", "сайын"),
            ("saıyn", "сайын"),
            ("är", "әр"),
            ("a\u{301}r", "әр"),
            ("qyrküiek", "қыркүйек"),
            ("jarym", "жарым"),
            ("maýsym", "маусым"),
        ] {
            assert_eq!(from_latin(latin).as_deref(), Some(cyrillic), "{latin}");
        }
        assert_eq!(from_latin("x"), None);
    }
}
