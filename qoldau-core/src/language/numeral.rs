//! Numbers as spoken: the words people write for them, and the Kazakh suffix that follows one in digits.

use super::kazakh::{Case, form_of};
use super::pattern::{Openings, table};
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

/// The words of numbers in the three languages; `stem+` are the Kazakh ones, which take endings.
const NUMBERS: [(&str, NumberWord); 42] = [
    ("нөл+|ноль|нуля|zero", NumberWord::Plain(0)),
    ("бір+|один|одна|одно|одного|одной|одну|одном|одному|one", NumberWord::Plain(1)),
    ("екі+|два|две|двух|двум|двумя|двое|two", NumberWord::Plain(2)),
    ("үш+|три|трех|трем|тремя|трое|three", NumberWord::Plain(3)),
    ("төрт+|четыре|четырех|четырем|four", NumberWord::Plain(4)),
    ("бес+|пять|пяти|пятью|five", NumberWord::Plain(5)),
    ("алты+|шесть|шести|шестью|six", NumberWord::Plain(6)),
    ("жеті+|семь|семи|семью|seven", NumberWord::Plain(7)),
    ("сегіз+|восемь|восеми|восемью|восьмь|восьми|восьмью|eight", NumberWord::Plain(8)),
    ("тоғыз+|девять|девяти|девятью|nine", NumberWord::Plain(9)),
    ("он+|десять|десяти|десятью|ten", NumberWord::Plain(10)),
    ("одиннадцать|одиннадцати|одиннадцатью|eleven", NumberWord::Plain(11)),
    ("двенадцать|двенадцати|двенадцатью|twelve", NumberWord::Plain(12)),
    ("тринадцать|тринадцати|тринадцатью|thirteen", NumberWord::Plain(13)),
    ("четырнадцать|четырнадцати|четырнадцатью|fourteen", NumberWord::Plain(14)),
    ("пятнадцать|пятнадцати|пятнадцатью|fifteen", NumberWord::Plain(15)),
    ("шестнадцать|шестнадцати|шестнадцатью|sixteen", NumberWord::Plain(16)),
    ("семнадцать|семнадцати|семнадцатью|seventeen", NumberWord::Plain(17)),
    ("восемнадцать|восемнадцати|восемнадцатью|eighteen", NumberWord::Plain(18)),
    ("девятнадцать|девятнадцати|девятнадцатью|nineteen", NumberWord::Plain(19)),
    ("жиырма+|двадцать|двадцати|двадцатью|twenty", NumberWord::Plain(20)),
    ("отыз+|тридцать|тридцати|тридцатью|thirty", NumberWord::Plain(30)),
    ("қырық+|сорок|сорока|forty", NumberWord::Plain(40)),
    ("елу+|пятьдесят|пятидесяти|fifty", NumberWord::Plain(50)),
    ("алпыс+|шестьдесят|шестидесяти|sixty", NumberWord::Plain(60)),
    ("жетпіс+|семьдесят|семидесяти|seventy", NumberWord::Plain(70)),
    ("сексен+|восемьдесят|восьмидесяти|eighty", NumberWord::Plain(80)),
    ("тоқсан+|девяносто|девяноста|ninety", NumberWord::Plain(90)),
    ("жүз+|hundred", NumberWord::Hundred),
    ("сто|ста", NumberWord::Plain(100)),
    ("двести|двухсот", NumberWord::Plain(200)),
    ("триста|трехсот", NumberWord::Plain(300)),
    ("четыреста|четырехсот", NumberWord::Plain(400)),
    ("пятьсот|пятисот", NumberWord::Plain(500)),
    ("шестьсот|шестисот", NumberWord::Plain(600)),
    ("семьсот|семисот", NumberWord::Plain(700)),
    ("восемьсот|восьмисот", NumberWord::Plain(800)),
    ("девятьсот|девятисот", NumberWord::Plain(900)),
    ("мың+|мын+|тысяча|тысячи|тысяч|тысячу|тыс|thousand", NumberWord::Magnitude(1_000)),
    ("миллион+|млн+|миллион|миллиона|миллионов|million|mln", NumberWord::Magnitude(1_000_000)),
    ("миллиард+|млрд+|миллиард|миллиарда|миллиардов|billion|bn|bln", NumberWord::Magnitude(1_000_000_000)),
    ("триллион+|триллион|триллиона|триллионов|трлн|trillion|trn", NumberWord::Magnitude(1_000_000_000_000)),
];

/// How the words of numbers begin.
pub(crate) const OPENINGS: Openings = Openings::none().and(&NUMBERS);

/// Words that look like a Kazakh number in some case and are something else: "for", "together", "then", "gold" …
const NOT_NUMBERS: [&str; 9] =
    ["үшін", "бірге", "бірде", "онда", "оны", "оның", "алтын", "жүзінде", "жүзіне"];

/// Reads one word (folded, in lower case) as a word of a number in any of the three languages.
#[must_use]
pub fn spoken(word: &str) -> Option<SpokenWord> {
    if has_letter(word, 'ё') {
        // The letter is Russian: «трёх» and «трех» are one, and no Kazakh word has it.
        let word = word.replace('ё', "е");
        return forms_like(&word).find_map(|(form, value)| exact(&word, form, value));
    }
    forms_like(word).find_map(|(form, value)| match form.strip_suffix('+') {
        Some(stem) => kazakh(word, stem, value),
        None => exact(word, form, value),
    })
}

/// The words of numbers that begin like a word, with what they say.
fn forms_like(word: &str) -> impl Iterator<Item = (&'static str, NumberWord)> {
    let numbers = table!(&NUMBERS);
    let those = numbers.phrases().beginning_like(word);
    those.filter_map(|(place, number)| Some((number.pattern, *numbers.meanings.get(place)?)))
}

/// A Kazakh word as a form of a number's stem.
fn kazakh(word: &str, stem: &str, value: NumberWord) -> Option<SpokenWord> {
    let case = form_of(word, stem)?;
    let counts = !matches!(case, Case::Accusative | Case::Instrumental) && !NOT_NUMBERS.contains(&word);
    counts.then_some(SpokenWord { word: value, case })
}

/// A word of another language, which stands in one form.
fn exact(word: &str, form: &str, value: NumberWord) -> Option<SpokenWord> {
    (word == form).then_some(SpokenWord { word: value, case: Case::Nominative })
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
        for (forms, value) in NUMBERS {
            for form in forms.split('|') {
                let (stem, endings) = match form.strip_suffix('+') {
                    Some(stem) => (stem, &["", "ден", "дан", "тен", "тан", "нан", "нен", "ге", "да"][..]),
                    None => (form, &[""][..]),
                };
                for ending in endings {
                    let word = format!("{stem}{ending}");
                    assert!(OPENINGS.may_open(&word), "{word}");
                    let read = spoken(&word).map(|word| word.word);
                    assert_eq!(read.is_none(), NOT_NUMBERS.contains(&word.as_str()), "{word}");
                    assert!(read.is_none_or(|read| read == value), "{word}");
                }
                let yo = spoken(&stem.replace('е', "ё")).map(|word| word.word);
                assert!(yo == Some(value) || form.ends_with('+') && yo.is_none(), "{form}");
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
