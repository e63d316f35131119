//! Numbers as spoken: the words people write for them, and the Kazakh suffix that follows one in digits.

use super::kazakh::{Case, form_of};
use crate::value::Amount;
use crate::value::text::has_letter;

/// A word of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberWord {
    /// 0 to 99, and the Russian hundreds 200 to 900.
    Plain(u32),
    /// "Hundred": multiplies what stands before it.
    Hundred,
    /// Thousand, million, milliard, trillion: closes a group.
    Magnitude(u64),
}

/// A word of a number with the case it stands in (Kazakh words only; others count as nominative).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpokenWord {
    /// What it says.
    pub word: NumberWord,
    /// Its case.
    pub case: Case,
}

const KAZAKH: [(&str, NumberWord); 27] = [
    ("нөл", NumberWord::Plain(0)),
    ("бір", NumberWord::Plain(1)),
    ("екі", NumberWord::Plain(2)),
    ("үш", NumberWord::Plain(3)),
    ("төрт", NumberWord::Plain(4)),
    ("бес", NumberWord::Plain(5)),
    ("алты", NumberWord::Plain(6)),
    ("жеті", NumberWord::Plain(7)),
    ("сегіз", NumberWord::Plain(8)),
    ("тоғыз", NumberWord::Plain(9)),
    ("он", NumberWord::Plain(10)),
    ("жиырма", NumberWord::Plain(20)),
    ("отыз", NumberWord::Plain(30)),
    ("қырық", NumberWord::Plain(40)),
    ("елу", NumberWord::Plain(50)),
    ("алпыс", NumberWord::Plain(60)),
    ("жетпіс", NumberWord::Plain(70)),
    ("сексен", NumberWord::Plain(80)),
    ("тоқсан", NumberWord::Plain(90)),
    ("жүз", NumberWord::Hundred),
    ("мың", NumberWord::Magnitude(1_000)),
    ("мын", NumberWord::Magnitude(1_000)),
    ("миллион", NumberWord::Magnitude(1_000_000)),
    ("млн", NumberWord::Magnitude(1_000_000)),
    ("миллиард", NumberWord::Magnitude(1_000_000_000)),
    ("млрд", NumberWord::Magnitude(1_000_000_000)),
    ("триллион", NumberWord::Magnitude(1_000_000_000_000)),
];

/// Words that look like a Kazakh number in some case and are something else: "for", "together", "then", "gold" …
const NOT_NUMBERS: [&str; 9] =
    ["үшін", "бірге", "бірде", "онда", "оны", "оның", "алтын", "жүзінде", "жүзіне"];

/// Russian number words. A `~` stands for the endings of пять: ь, и, ью.
const RUSSIAN: [(&str, NumberWord); 87] = [
    ("ноль", NumberWord::Plain(0)),
    ("нуля", NumberWord::Plain(0)),
    ("один", NumberWord::Plain(1)),
    ("одна", NumberWord::Plain(1)),
    ("одно", NumberWord::Plain(1)),
    ("одного", NumberWord::Plain(1)),
    ("одной", NumberWord::Plain(1)),
    ("одну", NumberWord::Plain(1)),
    ("одном", NumberWord::Plain(1)),
    ("одному", NumberWord::Plain(1)),
    ("два", NumberWord::Plain(2)),
    ("две", NumberWord::Plain(2)),
    ("двух", NumberWord::Plain(2)),
    ("двум", NumberWord::Plain(2)),
    ("двумя", NumberWord::Plain(2)),
    ("двое", NumberWord::Plain(2)),
    ("три", NumberWord::Plain(3)),
    ("трех", NumberWord::Plain(3)),
    ("трем", NumberWord::Plain(3)),
    ("тремя", NumberWord::Plain(3)),
    ("трое", NumberWord::Plain(3)),
    ("четыре", NumberWord::Plain(4)),
    ("четырех", NumberWord::Plain(4)),
    ("четырем", NumberWord::Plain(4)),
    ("пят~", NumberWord::Plain(5)),
    ("шест~", NumberWord::Plain(6)),
    ("сем~", NumberWord::Plain(7)),
    ("восем~", NumberWord::Plain(8)),
    ("восьм~", NumberWord::Plain(8)),
    ("девят~", NumberWord::Plain(9)),
    ("десят~", NumberWord::Plain(10)),
    ("одиннадцат~", NumberWord::Plain(11)),
    ("двенадцат~", NumberWord::Plain(12)),
    ("тринадцат~", NumberWord::Plain(13)),
    ("четырнадцат~", NumberWord::Plain(14)),
    ("пятнадцат~", NumberWord::Plain(15)),
    ("шестнадцат~", NumberWord::Plain(16)),
    ("семнадцат~", NumberWord::Plain(17)),
    ("восемнадцат~", NumberWord::Plain(18)),
    ("девятнадцат~", NumberWord::Plain(19)),
    ("двадцат~", NumberWord::Plain(20)),
    ("тридцат~", NumberWord::Plain(30)),
    ("сорок", NumberWord::Plain(40)),
    ("сорока", NumberWord::Plain(40)),
    ("пятьдесят", NumberWord::Plain(50)),
    ("пятидесяти", NumberWord::Plain(50)),
    ("шестьдесят", NumberWord::Plain(60)),
    ("шестидесяти", NumberWord::Plain(60)),
    ("семьдесят", NumberWord::Plain(70)),
    ("семидесяти", NumberWord::Plain(70)),
    ("восемьдесят", NumberWord::Plain(80)),
    ("восьмидесяти", NumberWord::Plain(80)),
    ("девяносто", NumberWord::Plain(90)),
    ("девяноста", NumberWord::Plain(90)),
    ("сто", NumberWord::Plain(100)),
    ("ста", NumberWord::Plain(100)),
    ("двести", NumberWord::Plain(200)),
    ("двухсот", NumberWord::Plain(200)),
    ("триста", NumberWord::Plain(300)),
    ("трехсот", NumberWord::Plain(300)),
    ("четыреста", NumberWord::Plain(400)),
    ("четырехсот", NumberWord::Plain(400)),
    ("пятьсот", NumberWord::Plain(500)),
    ("пятисот", NumberWord::Plain(500)),
    ("шестьсот", NumberWord::Plain(600)),
    ("шестисот", NumberWord::Plain(600)),
    ("семьсот", NumberWord::Plain(700)),
    ("семисот", NumberWord::Plain(700)),
    ("восемьсот", NumberWord::Plain(800)),
    ("восьмисот", NumberWord::Plain(800)),
    ("девятьсот", NumberWord::Plain(900)),
    ("девятисот", NumberWord::Plain(900)),
    ("тысяча", NumberWord::Magnitude(1_000)),
    ("тысячи", NumberWord::Magnitude(1_000)),
    ("тысяч", NumberWord::Magnitude(1_000)),
    ("тысячу", NumberWord::Magnitude(1_000)),
    ("тыс", NumberWord::Magnitude(1_000)),
    ("миллион", NumberWord::Magnitude(1_000_000)),
    ("миллиона", NumberWord::Magnitude(1_000_000)),
    ("миллионов", NumberWord::Magnitude(1_000_000)),
    ("миллиард", NumberWord::Magnitude(1_000_000_000)),
    ("миллиарда", NumberWord::Magnitude(1_000_000_000)),
    ("миллиардов", NumberWord::Magnitude(1_000_000_000)),
    ("триллион", NumberWord::Magnitude(1_000_000_000_000)),
    ("триллиона", NumberWord::Magnitude(1_000_000_000_000)),
    ("триллионов", NumberWord::Magnitude(1_000_000_000_000)),
    ("трлн", NumberWord::Magnitude(1_000_000_000_000)),
];

const ENGLISH: [(&str, NumberWord); 37] = [
    ("zero", NumberWord::Plain(0)),
    ("one", NumberWord::Plain(1)),
    ("two", NumberWord::Plain(2)),
    ("three", NumberWord::Plain(3)),
    ("four", NumberWord::Plain(4)),
    ("five", NumberWord::Plain(5)),
    ("six", NumberWord::Plain(6)),
    ("seven", NumberWord::Plain(7)),
    ("eight", NumberWord::Plain(8)),
    ("nine", NumberWord::Plain(9)),
    ("ten", NumberWord::Plain(10)),
    ("eleven", NumberWord::Plain(11)),
    ("twelve", NumberWord::Plain(12)),
    ("thirteen", NumberWord::Plain(13)),
    ("fourteen", NumberWord::Plain(14)),
    ("fifteen", NumberWord::Plain(15)),
    ("sixteen", NumberWord::Plain(16)),
    ("seventeen", NumberWord::Plain(17)),
    ("eighteen", NumberWord::Plain(18)),
    ("nineteen", NumberWord::Plain(19)),
    ("twenty", NumberWord::Plain(20)),
    ("thirty", NumberWord::Plain(30)),
    ("forty", NumberWord::Plain(40)),
    ("fifty", NumberWord::Plain(50)),
    ("sixty", NumberWord::Plain(60)),
    ("seventy", NumberWord::Plain(70)),
    ("eighty", NumberWord::Plain(80)),
    ("ninety", NumberWord::Plain(90)),
    ("hundred", NumberWord::Hundred),
    ("thousand", NumberWord::Magnitude(1_000)),
    ("million", NumberWord::Magnitude(1_000_000)),
    ("mln", NumberWord::Magnitude(1_000_000)),
    ("billion", NumberWord::Magnitude(1_000_000_000)),
    ("bn", NumberWord::Magnitude(1_000_000_000)),
    ("bln", NumberWord::Magnitude(1_000_000_000)),
    ("trillion", NumberWord::Magnitude(1_000_000_000_000)),
    ("trn", NumberWord::Magnitude(1_000_000_000_000)),
];

/// Reads one word (folded, in lower case) as a word of a number in any of the three languages.
#[must_use]
pub fn spoken(word: &str) -> Option<SpokenWord> {
    let kazakh = || if KAZAKH_BEGINNINGS.may_begin(word) { kazakh_word(word) } else { None };
    let russian = || match word {
        _ if !RUSSIAN_BEGINNINGS.may_begin(word) => None,
        word if has_letter(word, 'ё') => russian_word(&word.replace('ё', "е")),
        word => russian_word(word),
    };
    let english = || ENGLISH.iter().find(|(form, _)| *form == word).map(|(_, value)| *value);
    kazakh().or_else(|| {
        let word = russian().or_else(|| if word.is_ascii() { english() } else { None })?;
        Some(SpokenWord { word, case: Case::Nominative })
    })
}

/// How the words of numbers begin. Every word of a contract is asked whether it is a number, and nearly all differ in
/// their first two letters from every one.
const KAZAKH_BEGINNINGS: Beginnings = Beginnings::of(&KAZAKH);
const RUSSIAN_BEGINNINGS: Beginnings = Beginnings::of(&RUSSIAN);

/// Beginnings of words: a bit for the second and the fourth byte, which in Cyrillic tell the first two letters.
struct Beginnings([u64; 64]);

impl Beginnings {
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "taken when the crate is built"
    )]
    const fn of(words: &[(&str, NumberWord)]) -> Self {
        let (mut beginnings, mut next) = ([0; 64], 0);
        while next < words.len() {
            let (row, bit) = Self::place(words[next].0.as_bytes());
            beginnings[row] |= bit;
            next += 1;
        }
        Self(beginnings)
    }

    #[expect(clippy::as_conversions, reason = "six bits fit everywhere")]
    const fn place(word: &[u8]) -> (usize, u64) {
        let (row, bit) = match word {
            // «ё» is taken for «е».
            [_, row, 0xd1, 0x91, ..] => (*row, 0xb5),
            [_, row, _, bit, ..] => (*row, *bit),
            [_, row, ..] => (*row, 0),
            _ => (0, 0),
        };
        ((row & 63) as usize, 1 << (bit & 63))
    }

    fn may_begin(&self, word: &str) -> bool {
        let (row, bit) = Self::place(word.as_bytes());
        self.0.get(row).is_some_and(|bits| bits & bit != 0)
    }
}

/// Whether two words begin with the same two bytes.
fn begin_alike(word: &str, form: &str) -> bool {
    word.as_bytes().get(..2) == form.as_bytes().get(..2)
}

fn kazakh_word(word: &str) -> Option<SpokenWord> {
    if NOT_NUMBERS.contains(&word) {
        return None;
    }
    KAZAKH.iter().filter(|(stem, _)| begin_alike(word, stem)).find_map(|(stem, value)| {
        let case = form_of(word, stem)?;
        let fits = !matches!(case, Case::Accusative | Case::Instrumental);
        fits.then_some(SpokenWord { word: *value, case })
    })
}

fn russian_word(word: &str) -> Option<NumberWord> {
    let fits = |form: &str| match form.strip_suffix('~') {
        None => form == word,
        Some(stem) => word.strip_prefix(stem).is_some_and(|rest| matches!(rest, "ь" | "и" | "ью")),
    };
    RUSSIAN.iter().find(|(form, _)| begin_alike(word, form) && fits(form)).map(|(_, value)| *value)
}

/// The Kazakh case suffixes that follow a number in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suffixes {
    /// From, than: «80-нен», as before «астам», «кем емес».
    pub ablative: &'static str,
    /// To: «80-ге», as before «дейін», «жуық».
    pub dative: &'static str,
    /// In: «80-де».
    pub locative: &'static str,
}

const fn suffixes(ablative: &'static str, dative: &'static str, locative: &'static str) -> Suffixes {
    Suffixes { ablative, dative, locative }
}

/// The suffixes of a percent sign, spoken «пайыз».
pub const PERCENT_SUFFIXES: Suffixes = suffixes("дан", "ға", "да");

/// The Kazakh suffixes of a number, chosen by the last word it is spoken with: 30 is «отыз», 300 «үш жүз», 3 000
/// «үш мың»; a fraction is spoken last («екі бүтін оннан бес»).
#[must_use]
pub fn suffixes_of(amount: Amount) -> Suffixes {
    let text = amount.to_string();
    let digits = text.split_once('.').map_or(text.as_str(), |(_, fraction)| fraction);
    let significant = digits.trim_end_matches('0');
    let zeros = digits.len().saturating_sub(significant.len());
    match (significant.bytes().last(), zeros) {
        (Some(b'3' | b'4' | b'5'), 0) | (Some(b'7'), 1) => suffixes("тен", "ке", "те"),
        (Some(b'6' | b'9'), 0) | (Some(b'2' | b'3'), 1) => suffixes("дан", "ға", "да"),
        (Some(b'4' | b'6'), 1) | (Some(_), 9..=11) => suffixes("тан", "қа", "та"),
        (Some(b'8'), 1) => suffixes("нен", "ге", "де"),
        (Some(b'1' | b'9'), 1) | (Some(_), 3..) => suffixes("нан", "ға", "да"),
        _ => suffixes("ден", "ге", "де"),
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "a naive model of small numbers")]
mod tests {
    use super::*;

    const ONES: [&str; 10] = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
    const TENS: [&str; 10] =
        ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];

    /// The whole number in Kazakh words, spelled out naively.
    fn spell(number: u64) -> String {
        for (value, word) in
            [(1_000_000_000, "миллиард"), (1_000_000, "миллион"), (1_000, "мың"), (100, "жүз")]
        {
            if number >= value {
                let rest = number % value;
                let tail = if rest == 0 { String::new() } else { format!(" {}", spell(rest)) };
                return format!("{} {word}{tail}", spell(number / value));
            }
        }
        let (ten, one) = ((number / 10) as usize, (number % 10) as usize);
        match (ten, one) {
            (0, one) => ONES[one].into(),
            (ten, 0) => TENS[ten].into(),
            (ten, one) => format!("{} {}", TENS[ten], ONES[one]),
        }
    }

    /// The suffixes by the sounds of the last word: back or front vowel, voiceless, nasal or other last letter.
    fn by_sound(spelled: &str) -> (String, String, String) {
        let word = spelled.split(' ').next_back().unwrap();
        let vowel = word.chars().rev().find(|c| "аәоөұүыіеиу".contains(*c)).unwrap();
        // «миллион», «миллиард» take back endings by о and а; «елу» is a front word by its е.
        let back = "аоұы".contains(vowel) && word != "елу";
        let last = word.chars().last().unwrap();
        let a = if back { 'а' } else { 'е' };
        let (abl, dat, loc) = match last {
            'н' | 'м' | 'ң' => ('н', if back { 'ғ' } else { 'г' }, 'д'),
            'т' | 'с' | 'ш' | 'қ' | 'к' | 'п' | 'д' => ('т', if back { 'қ' } else { 'к' }, 'т'),
            _ => ('д', if back { 'ғ' } else { 'г' }, 'д'),
        };
        (format!("{abl}{a}н"), format!("{dat}{a}"), format!("{loc}{a}"))
    }

    #[test]
    fn suffixes_follow_the_sound_of_the_last_spoken_word() {
        let rounds = (1..=20).map(|n| n * 1_000_000).chain((1..=20).map(|n| n * 1_000_000_000));
        for number in (0..=10_000).chain((0..1_000).map(|n| n * 1_000 + 10_000)).chain(rounds) {
            let found = suffixes_of(number.to_string().parse().unwrap());
            let spelled = spell(number);
            let want = by_sound(&spelled);
            let found = (found.ablative.into(), found.dative.into(), found.locative.into());
            assert_eq!(found, want, "{number}: {spelled}");
        }
    }

    #[test]
    fn suffixes_of_fractions_follow_the_fraction() {
        let dative = |text: &str| suffixes_of(text.parse().unwrap()).dative;
        assert_eq!([dative("2.5"), dative("0.9"), dative("10.25"), dative("30.1")], ["ке", "ға", "ке", "ге"]);
    }

    #[test]
    fn no_word_of_a_number_is_passed_over_by_its_beginning() {
        for (form, _) in KAZAKH.iter().chain(&RUSSIAN).chain(&ENGLISH) {
            let word = form.replace('~', "ь");
            assert!(spoken(&word).is_some(), "{word}");
            assert!(spoken(&word.replace('е', "ё")).is_some() || !RUSSIAN.iter().any(|(one, _)| one == form));
        }
        for (stem, value) in KAZAKH {
            for ending in ["ден", "дан", "тен", "тан", "нан", "нен", "ге", "ға", "ке", "қа", "де", "да"]
            {
                let word = format!("{stem}{ending}");
                let expected = kazakh_word(&word).map(|word| word.word);
                assert_eq!(
                    spoken(&word).map(|word| word.word).filter(|word| *word == value),
                    expected,
                    "{word}"
                );
            }
        }
    }

    #[test]
    fn the_words_of_every_number_are_read() {
        for number in 0..=99_u32 {
            for word in spell(number.into()).split(' ') {
                assert!(matches!(spoken(word).unwrap().word, NumberWord::Plain(_)), "{word}");
            }
        }
        assert_eq!(
            spoken("отыздан").unwrap(),
            SpokenWord { word: NumberWord::Plain(30), case: Case::Ablative }
        );
        assert_eq!(spoken("мыңнан").unwrap().case, Case::Ablative);
        assert_eq!(spoken("трёх").unwrap().word, NumberWord::Plain(3));
        assert_eq!(spoken("пятью").unwrap().word, NumberWord::Plain(5));
        for other in ["үшін", "бірге", "семинар", "семья", "бірнеше", "on", "алтын", "пятница", "стол"]
        {
            assert_eq!(spoken(other), None, "{other}");
        }
    }
}
