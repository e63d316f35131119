//! The matching form of a word of a name: one small alphabet for every script and spelling.

use crate::value::text;

/// The letters of the matching form that are vowels.
pub(crate) const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Folds one word of a name to its matching form, in which Kazakh and Russian Cyrillic, the Kazakh Latin alphabets and
/// Russian transliteration meet.
///
/// The form is written in the letters `a b c d e f g h i j k l m n o p r s t u v w z`, of which `c` stands for ч, `j` for
/// ж, `w` for ш and щ, `h` for х, һ; Kazakh letters are as keyboards without them have them (ә as а, қ as к). ы, і, и, й and y are
/// one letter, which falls away beside another vowel (Сейіт, Сеит, Seyit); soft signs and doubled letters fall away.
/// It is for matching only and is never shown.
pub(crate) fn fold_word(word: &str) -> String {
    folded_by(word, false)
}

/// The matching form that keeps what [`fold_word`] lets fall away beside a vowel: Анна, Яна, Аяна and Диана, Дана are other names.
///
/// ия, ья and ya are one in it still, and so are й, и, ы and y; ye is е where a syllable begins with it (Yerlan). `q` stands for я behind a consonant, which is
/// written for ия and for ә, and `y` for ю there, which may be ү (Аля, Наталья; Ляззат is Ләззат, Сяния Сәния): see [`are_one_name`].
pub(crate) fn fine_word(word: &str) -> String {
    folded_by(word, true)
}

/// Whether two names in the form of [`fine_word`] may be one.
pub(crate) fn are_one_name(one: &str, other: &str) -> bool {
    let readings = |form: &str| {
        ["", "i"].map(|soft| form.replace('q', &format!("{soft}a")).replace('y', &format!("{soft}u")))
    };
    let others = readings(other);
    one == other || readings(one).iter().any(|reading| others.contains(reading))
}

/// A fine form without й before a consonant, which people leave out: Ажан may be Айжан, as other names a letter apart may be one.
pub(crate) fn without_short_i(form: &str) -> String {
    let mut letters = form.bytes().peekable();
    let mut out = String::with_capacity(form.len());
    let mut after_vowel = false;
    while let Some(letter) = letters.next() {
        let before_consonant =
            letters.peek().is_some_and(|next| !is_vowel(*next) && !matches!(next, b'q' | b'y'));
        if !(letter == b'i' && after_vowel && before_consonant) {
            out.push(char::from(letter));
        }
        after_vowel = is_vowel(letter);
    }
    out
}

fn folded_by(word: &str, fine: bool) -> String {
    let folded = match mostly_latin(word) {
        Some(latin) => text::fold(&latin),
        None => text::fold(word),
    };
    let mut letters = Letters { fine, ..Letters::default() };
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let (letter, taken) = match number_row(first) {
            Some(letter) if letters.is_begun() && is_followed_by_letter(rest) => (letter, 1),
            _ if letters.is_soft() && rest.starts_with("ya") => ("q", 2),
            _ if letters.is_soft() && first == 'я' => ("q", first.len_utf8()),
            _ if letters.is_soft() && first == 'ю' => ("y", first.len_utf8()),
            _ => one_sound(rest, first),
        };
        letters.push_all(letter);
        rest = rest.get(taken..).unwrap_or_default();
    }
    letters.end()
}

/// The letter of a Kazakh keyboard on the key of a digit, for the digits that no scanner puts for a letter.
const fn number_row(digit: char) -> Option<&'static str> {
    match digit {
        '2' => Some("a"),
        '4' => Some("n"),
        '5' => Some("g"),
        '8' | '9' => Some("u"),
        _ => None,
    }
}

fn is_followed_by_letter(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(text::is_letter)
}

/// A word of Latin letters with Cyrillic look-alikes among them, all in Latin; nothing for any other word. (Latin look-alikes in a
/// Cyrillic word are seen to by [`text::fold`].)
fn mostly_latin(word: &str) -> Option<String> {
    let cyrillic = word.chars().filter(|c| text::is_cyrillic(*c)).count();
    if cyrillic == 0 || word.chars().filter(char::is_ascii_alphabetic).count() <= cyrillic {
        return None;
    }
    let latin = |c: char| match text::lower(c) {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        'к' => 'k',
        'м' => 'm',
        'т' => 't',
        other => other,
    };
    Some(word.chars().map(latin).collect())
}

/// The letters of the sound that the text begins with, and how many bytes it takes. Latin spellings write some sounds with several
/// signs; the longer ones come first.
fn one_sound(rest: &str, first: char) -> (&'static str, usize) {
    let sounds: &[(&str, &str)] = match first {
        's' => &[("shch", "w"), ("sch", "w"), ("sh", "w"), ("s\u{327}", "w"), ("s\u{30c}", "w")],
        'd' => &[("dzh", "j"), ("dj", "j")],
        'z' => &[("zh", "j"), ("z\u{30c}", "j")],
        'k' => &[("kh", "h")],
        'c' => &[("ch", "c"), ("ck", "k"), ("c\u{327}", "c"), ("c\u{30c}", "c")],
        'g' => &[("gh", "g")],
        'p' => &[("ph", "f")],
        'y' => &[("y\u{301}", "u")],
        'д' => &[("дж", "j")],
        _ => &[],
    };
    if let Some((sound, letters)) = sounds.iter().find(|(sound, _)| rest.starts_with(sound)) {
        return (letters, sound.len());
    }
    // Apostrophes come in many forms; after s, c and y they make another letter.
    let apostrophe = match first {
        's' => "w",
        'c' => "c",
        'y' => "u",
        _ => return (letter_of(first), first.len_utf8()),
    };
    let second = rest.get(first.len_utf8()..).and_then(|rest| rest.chars().next());
    match second.filter(|c| is_apostrophe(*c)) {
        Some(second) => (apostrophe, first.len_utf8().saturating_add(second.len_utf8())),
        None => (letter_of(first), first.len_utf8()),
    }
}

/// Whether a sign is one of the apostrophes that keyboards and fonts have.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | '′')
}

/// The letter of the matching form for one letter in lower case; nothing for signs that have no sound.
fn letter_of(c: char) -> &'static str {
    match c {
        'а' | 'ә' | 'a' | 'á' | 'à' | 'â' | 'ä' | 'å' | 'ă' | 'ə' => "a",
        'б' | 'b' | '6' => "b",
        'в' | 'v' => "v",
        'г' | 'ғ' | 'ґ' | 'g' | 'ǵ' | 'ğ' | 'ġ' => "g",
        'д' | 'd' => "d",
        'е' | 'ё' | 'э' | 'e' | 'é' | 'è' | 'ê' | 'ë' => "e",
        'ж' | 'j' | 'ž' => "j",
        'з' | 'z' | '3' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ї' | 'i' | 'ı' | 'í' | 'ì' | 'î' | 'ï' | 'y' => "i",
        'к' | 'қ' | 'k' | 'q' | 'c' => "k",
        'л' | 'l' | 'ł' | '1' => "l",
        'м' | 'm' => "m",
        'н' | 'ң' | 'n' | 'ń' | 'ñ' | 'ŋ' | 'ň' => "n",
        'о' | 'ө' | 'o' | 'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ō' | 'ɵ' | '0' => "o",
        'п' | 'p' => "p",
        'р' | 'r' => "r",
        'с' | 's' => "s",
        'т' | 't' => "t",
        'у' | 'ұ' | 'ү' | 'u' | 'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ŭ' | 'ý' => "u",
        'ф' | 'f' => "f",
        'я' => "ia",
        'ю' => "iu",
        'ц' => "ts",
        'x' => "ks",
        'х' | 'һ' | 'h' => "h",
        'ч' | 'ç' | 'č' => "c",
        'ш' | 'щ' | 'w' | 'ş' | 'š' | 'ș' => "w",
        _ => "",
    }
}

/// A matching form while it is written: without doubled letters, and without `i` beside another vowel unless it is the fine one.
#[derive(Default)]
struct Letters {
    written: String,
    fine: bool,
}

impl Letters {
    fn push_all(&mut self, letters: &str) {
        letters.bytes().for_each(|letter| self.push(letter));
    }

    fn push(&mut self, letter: u8) {
        let mut before = self.written.bytes().rev();
        let (last, second) = (before.next(), before.next());
        // «Yerlan», «-bayev»: the fine form has no i there either.
        let begins = second.is_none_or(is_vowel);
        let falls = |next: u8| if self.fine { next == b'e' && begins } else { is_vowel(next) };
        match last {
            Some(last) if last == letter => {}
            Some(last) if letter == b'i' && is_vowel(last) && !self.fine => {}
            // ң is written н and нг.
            Some(b'n') if letter == b'g' => {}
            Some(b'i') if falls(letter) => {
                self.written.pop();
                self.push(letter);
            }
            _ => self.written.push(char::from(letter)),
        }
    }

    const fn is_begun(&self) -> bool {
        !self.written.is_empty()
    }

    /// Whether я that comes next may be written for ә.
    fn is_soft(&self) -> bool {
        self.fine && self.written.bytes().last().is_some_and(|last| !is_vowel(last) && last != b'q')
    }

    fn end(self) -> String {
        self.written
    }
}

/// The letters a first letter may stand for, as bits: `Z.` may be Zhanna, `Y.` Yerlan.
///
/// `word` is what was written; a single sign is an initial, of which a Latin one may be the first of two that make a sound.
pub(crate) fn first_letters(word: &str, folded: &str) -> u32 {
    let bit =
        |letter: u8| letter.checked_sub(b'a').map_or(0, |place| 1_u32.checked_shl(place.into()).unwrap_or(0));
    let own = folded.bytes().next().map_or(0, bit);
    let further: &[u8] = match (word.chars().count(), word.chars().next().map(text::lower)) {
        (1, Some('z')) => b"j",
        (1, Some('s')) => b"w",
        (1, Some('k')) => b"h",
        (1, Some('c')) => b"cs",
        (1, Some('t')) => b"t",
        (1, Some('y' | 'i' | 'ı')) => b"aeou",
        _ => b"",
    };
    further.iter().fold(own, |bits, letter| bits | bit(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(words: &[&str]) {
        let forms: Vec<String> = words.iter().map(|word| fold_word(word)).collect();
        assert!(forms.iter().all(|form| form == &forms[0]), "{words:?} {forms:?}");
    }

    #[test]
    fn one_name_in_every_script_is_one_form() {
        same(&["Айгерім", "АЙГЕРИМ", "Aigerim", "Aygerim", "Aıgerіm", "Ai'gerim", "Әйгерім", "Aigerım"]);
        same(&["Шыңғыс", "Шингис", "Shyngys", "S'yn'g'ys", "Şyñğys", "Shıńǵys", "Шынгыс", "wıngıs"]);
        same(&["Қожахмет", "Кожахмет", "Qojahmet", "Kozhakhmet", "Ќожахмет"]);
        same(&["Сейіт", "Сеит", "Сейт", "Seyit", "Seıit"]);
        same(&["Ілияс", "Ильяс", "Ilyas", "Iliyas", "İlias"]);
        same(&["Ғабдулла", "Габдулла", "Gabdulla", "G'abdulla", "Ǵabdýlla"]);
        same(&["Юлия", "Yuliya", "Iuliia", "Julia".replace('J', "Yu").as_str()]);
        same(&["Наталья", "Наталия", "Natalia", "Natalya"]);
        same(&["Фёдор", "Федор", "Fedor"]);
        same(&["Ерлан", "Yerlan", "Erlan"]);
        same(&["Алма\u{301}", "Алма"]);
        same(&["Мейрамбек", "Mеyrаmbek"]);
        same(&["Нұрсұлтан", "Н9рс9лтан"]);
        same(&["Жәнібек", "Ж2нібек"]);
    }

    #[test]
    fn different_names_stay_different() {
        for (one, other) in
            [("Айжан", "Айгерім"), ("Марат", "Мұрат"), ("Дана", "Динара"), ("Шолпан", "Жолпан")]
        {
            assert_ne!(fold_word(one), fold_word(other));
        }
    }

    #[test]
    fn the_fine_form_keeps_names_apart_that_fall_together_and_joins_spellings() {
        for (one, other) in [
            ("Анна", "Яна"),
            ("Анна", "Аяна"),
            ("Яна", "Ания"),
            ("Дана", "Диана"),
            ("Диана", "Даяна"),
            ("Дана", "Diana"),
            ("Жанна", "Жания"),
            ("Алия", "Аяла"),
            ("Нурай", "Нурия"),
            ("Аян", "Ян"),
            ("Адия", "Аида"),
            ("Дара", "Дария"),
            ("Лана", "Лиана"),
            ("Рания", "Риана"),
            ("Данар", "Данияр"),
            ("Айман", "Аман"),
        ] {
            assert_eq!(fold_word(one), fold_word(other), "{one} {other}");
            assert!(!are_one_name(&fine_word(one), &fine_word(other)), "{one} {other}");
        }
        for names in [
            &["Айгерім", "Aigerim", "Aygerim", "Ai'gerim", "Әйгерім"][..],
            &["Сейіт", "Сеит", "Сейт", "Seyit", "Seıit"],
            &["Ілияс", "Ильяс", "Ilyas", "Iliyas", "İlias"],
            &["Юлия", "Yuliya", "Iuliia"],
            &["Наталья", "Наталия", "Natalia", "Natalya"],
            &["Ерлан", "Yerlan", "Erlan"],
            &["Диана", "Дияна", "Diana", "Diyana"],
            &["Даяна", "Дайана", "Dayana", "Daiana"],
            &["Әлия", "Алия", "Aliya", "Aliia", "Alya"],
            &["Сәния", "Сания", "Сяния", "Saniya"],
            &["Ләззат", "Ляззат", "Lyazzat", "Лаззат"],
            &["Майя", "Мая", "Maya", "Maiya"],
            &["Дмитрий", "Dmitriy", "Dmitry", "Дмитри"],
            &["Нұрай", "Нурай", "Nuray", "Nurai"],
            &["Евгения", "Yevgeniya", "Evgenia"],
            &["Мадияр", "Madiyar", "Madiar", "Мадьяр"],
        ] {
            for name in names {
                let (one, other) = (fine_word(names[0]), fine_word(name));
                assert!(are_one_name(&one, &other), "{} {name}: {one} {other}", names[0]);
            }
        }
    }

    #[test]
    fn an_initial_in_latin_letters_may_begin_a_longer_sound() {
        let of = |word: &str| first_letters(word, &fold_word(word));
        for (initial, name) in [
            ("Z", "Жанна"),
            ("Z", "Зере"),
            ("S", "Шолпан"),
            ("K", "Хадиша"),
            ("Y", "Ерлан"),
            ("Я", "Яна"),
            ("Ж", "Zhanna"),
        ] {
            assert_ne!(of(initial) & of(name), 0, "{initial} {name}");
        }
        assert_eq!(of("А") & of("Берік"), 0);
    }
}
