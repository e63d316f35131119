//! Numbers in digits and words, with magnitudes, halves, percent signs and the suffixes glued to them.

use super::token::{Digits, Kind, Token};
use super::vocabulary::{is_one_of, longest, phrase, phrase_at, sign_at};
use crate::language::kazakh::Case;
use crate::language::numeral::{self, NumberWord, SpokenWord, spoken};
use crate::language::pattern::Openings;
use crate::plan::unit::unit_end;
use crate::value::Amount;
use crate::value::share::{THIRD, TWO_THIRDS};

/// A number as it stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// Its value.
    pub(crate) value: Amount,
    /// What it is a number of.
    pub(crate) measure: Measure,
    /// The Kazakh case its suffix says, nominative without one.
    pub(crate) case: Case,
    /// A comma before exactly three digits: thousands in English, a fraction in Kazakh and Russian.
    pub(crate) doubtful: bool,
    /// Four bare digits, as a year has.
    pub(crate) year_like: bool,
    /// Hours, a full stop and two digits of minutes: «12.00».
    pub(crate) clock_like: bool,
    /// The magnitude it is said in: 1 000 of «15 мың», the larger of «1 млн 200 мың», 1 without one.
    pub(crate) scale: u64,
    /// What stands before its one magnitude: 15 of «15 мың». Nothing without one, and where several add up.
    pub(crate) bare: Option<Amount>,
}

impl Quantity {
    /// A plain count.
    pub(crate) fn count(value: u32) -> Self {
        let (value, measure, case) = (value.into(), Measure::Plain, Case::Nominative);
        let (doubtful, year_like, clock_like) = (false, false, false);
        Self { value, measure, case, doubtful, year_like, clock_like, scale: 1, bare: None }
    }

    /// Whether it may be a year of our time.
    pub(crate) fn is_year(self) -> bool {
        self.year_like && self.value >= Amount::from(1_990) && self.value < Amount::from(2_100)
    }
}

/// What a number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// A count or an amount.
    Plain,
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// A share said in words: "two thirds", as a percent; thirds by the digits that stand for them.
    Fraction,
}

/// A number being put together from its groups: "1 млрд. 86 млн.".
struct Sum {
    value: Amount,
    case: Case,
    next: usize,
    /// The magnitude of the last group; nothing when the number is closed.
    open: Option<u64>,
    digits: Option<Digits>,
    /// The magnitude of its first group, which is the largest; 1 without one.
    scale: u64,
    /// What stands before the magnitude of the only group.
    bare: Option<Amount>,
}

/// Reads the number that begins at a token, with the token after it. Nothing when no number stands there, or one
/// that cannot be a promised count: an ordinal, a number beyond 28 digits.
pub(crate) fn quantity(tokens: &[Token], at: usize) -> Option<(Quantity, usize)> {
    if !may_begin(tokens.get(at)?) || ends_a_name(tokens, at) {
        return None;
    }
    if let Some(found) = half_of(tokens, at).or_else(|| fraction(tokens, at)).or_else(|| ratio(tokens, at)) {
        return Some(found);
    }
    let mut sum = group(tokens, at, u64::MAX)?;
    while let Some(limit) = sum.open {
        let Some(more) = group(tokens, sum.next, limit) else { break };
        sum.value = sum.value.checked_add(more.value)?;
        sum = Sum { value: sum.value, scale: sum.scale, bare: None, digits: None, ..more };
    }
    let next = after_repetition(tokens, &sum).unwrap_or(sum.next);
    let (case, next) = suffix(tokens, next, sum.case)?;
    let (measure, case, next) = percent(tokens, next, case)?;
    let (digits, scale, bare) = (sum.digits, sum.scale, sum.bare);
    let decimal = measure != Measure::Plain || scale > 1;
    let value = match digits {
        Some(digits) if decimal && scale == 1 => digits.decimal?,
        _ => sum.value,
    };
    let year_like = digits.is_some_and(|digits| digits.count == 4 && digits.plain.is_some());
    let doubtful = !decimal && digits.is_some_and(|digits| digits.doubtful);
    let clock_like = !decimal && digits.is_some_and(|digits| digits.clock);
    Some((Quantity { value, measure, case, doubtful, year_like, clock_like, scale, bare }, next))
}

/// Whether a number may begin at a token: most words of a text are told by their first letters to begin none.
fn may_begin(token: &Token) -> bool {
    static OPENINGS: Openings =
        numeral::OPENINGS.and(&HALVES).and(&FRACTIONS).and(&[(LOTS, ()), (ONE_AND_A_HALF, ())]);
    match &token.kind {
        Kind::Number(_) => true,
        Kind::Word { .. } => token.spellings().any(|word| OPENINGS.may_open(word)),
        Kind::Sign(_) => false,
    }
}

/// «COVID-19»: digits behind a Latin word and a hyphen are a part of it, where the word is no unit («posts-5»).
fn ends_a_name(tokens: &[Token], at: usize) -> bool {
    let (Some(dash), Some(name)) = (at.checked_sub(1), at.checked_sub(2)) else { return false };
    let tight = |place: usize| tokens.get(place).is_some_and(|token| !token.spaced);
    sign_at(tokens, dash) == Some('-')
        && tight(dash)
        && tight(at)
        && tokens.get(at).is_some_and(|token| token.digits().is_some())
        && tokens.get(name).is_some_and(|token| {
            token.spellings().next().is_some_and(|word| word.chars().all(|c| c.is_ascii_alphabetic()))
        })
        && unit_end(tokens, name).is_none()
}

/// «80 (восьмидесяти) процентов»: the number said again before its percent sign.
fn after_repetition(tokens: &[Token], sum: &Sum) -> Option<usize> {
    let inside = sum.next.saturating_add(1);
    sign_at(tokens, sum.next).filter(|sign| *sign == '(')?;
    let again = group(tokens, inside, u64::MAX).filter(|again| again.value == sum.value)?;
    let next = again.next.saturating_add(1);
    let (measure, ..) = percent(tokens, next, Case::Nominative)?;
    (sign_at(tokens, again.next) == Some(')') && measure != Measure::Plain).then_some(next)
}

/// One group of a number: digits or words below a thousand, a half, and a magnitude below `limit`.
fn group(tokens: &[Token], at: usize, limit: u64) -> Option<Sum> {
    let first = limit == u64::MAX;
    let (small, mut case, mut next) = small(tokens, at)?;
    let digits = tokens.get(at).and_then(Token::digits);
    let mut half = None;
    if case == Case::Nominative {
        half = half_at(tokens, next);
        (case, next) = half.unwrap_or((case, next));
    }
    let scale = if case == Case::Nominative { magnitude(tokens, next) } else { None };
    let mut value = match (digits, scale) {
        (Some(digits), Some(_)) => digits.decimal?,
        _ => small?,
    };
    if half.is_some() {
        value = value.checked_add("0.5".parse().ok()?)?;
    }
    let (mut open, mut bare) = (None, None);
    if let Some((by, said, after)) = scale {
        if by >= limit {
            return None;
        }
        bare = Some(value);
        value = value.checked_mul(by.to_string().parse().ok()?)?;
        (case, next) = (said, after);
        open = (said == Case::Nominative).then_some(by);
    } else if !first && value >= limit.to_string().parse().ok()? {
        return None;
    }
    let kept = digits.filter(|_| half.is_none() && scale.is_none());
    let scale = scale.map_or(1, |(by, ..)| by);
    Some(Sum { value, case, next, open, digits: kept, scale, bare })
}

/// Ten or twelve, alone.
const LOTS: &str = "десяток|десятка|дюжина|дюжину|дюжины|dozen";

const ONE_AND_A_HALF: &str = "полтора|полторы|полутора";

/// Digits, or number words below a thousand, or so many tens or dozens. The value is missing when the digits fit no amount.
fn small(tokens: &[Token], at: usize) -> Option<(Option<Amount>, Case, usize)> {
    // «Десятков», "dozens" alone are some tens and some dozens, nobody knows how many.
    let alone = tokens.get(at).is_some_and(|token| is_one_of!(token, LOTS));
    let (count, case, next) =
        if alone { (Some(Amount::ONE), Case::Nominative, at) } else { below_thousand(tokens, at)? };
    let open = tokens.get(next).filter(|_| case == Case::Nominative);
    match open.and_then(lot) {
        None => Some((count, case, next)),
        Some(lot) => {
            Some((count.and_then(|count| count.checked_mul(lot.into())), case, next.saturating_add(1)))
        }
    }
}

/// Ten or twelve that are counted in their turn: «два десятка», «три дюжины», "two dozen".
fn lot(token: &Token) -> Option<u32> {
    match () {
        () if is_one_of!(token, "десяток|десятка|десятков") => Some(10),
        () if is_one_of!(token, "дюжина|дюжину|дюжины|дюжин|dozen") => Some(12),
        () => None,
    }
}

fn below_thousand(tokens: &[Token], at: usize) -> Option<(Option<Amount>, Case, usize)> {
    let token = tokens.get(at)?;
    if let Some(digits) = token.digits() {
        return Some((digits.grouped, Case::Nominative, at.saturating_add(1)));
    }
    if is_one_of!(token, ONE_AND_A_HALF) {
        return Some(("1.5".parse().ok(), Case::Nominative, at.saturating_add(1)));
    }
    words(tokens, at)
}

/// Number words below a thousand: hundreds, tens and ones, each of which may be missing.
fn words(tokens: &[Token], at: usize) -> Option<(Option<Amount>, Case, usize)> {
    let mut said = Words { tokens, total: 0, case: Case::Nominative, next: at };
    if said.word(0).is_none() {
        // Most words are none of a number.
        return is_glued_thousand(tokens, at).then_some((Some(Amount::ONE), Case::Nominative, at));
    }
    said.hundreds();
    said.below_hundred();
    if said.next == at {
        // A bare magnitude is one of it: «мың адам».
        let bare = tokens.get(at)?.is_word() && magnitude(tokens, at).is_some();
        return bare.then_some((Some(Amount::ONE), Case::Nominative, at));
    }
    Some((Some(said.total.into()), said.case, said.next))
}

/// Number words being added up.
struct Words<'t> {
    tokens: &'t [Token<'t>],
    total: u32,
    case: Case,
    next: usize,
}

impl Words<'_> {
    /// The number word so many tokens ahead. After a word with a case ending the number is over.
    fn word(&self, ahead: usize) -> Option<SpokenWord> {
        let open = self.case == Case::Nominative;
        self.tokens.get(self.next.saturating_add(ahead)).filter(|_| open).and_then(spoken_word)
    }

    fn plain(&self, ahead: usize) -> Option<(u32, Case)> {
        let word = self.word(ahead)?;
        if let NumberWord::Plain(value) = word.word { Some((value, word.case)) } else { None }
    }

    fn add(&mut self, value: u32, case: Case, tokens: usize) {
        self.total = self.total.saturating_add(value);
        self.case = case;
        self.next = self.next.saturating_add(tokens);
    }

    /// Takes a word whose value fits.
    fn take(&mut self, fits: impl Fn(u32) -> bool) -> bool {
        let found = self.plain(0).filter(|(value, _)| fits(*value));
        if let Some((value, case)) = found {
            self.add(value, case, 1);
        }
        found.is_some()
    }

    /// «Он бес» is ten and five; "twenty-five" has a hyphen between its words.
    fn below_hundred(&mut self) {
        if self.take(|value| (11..=19).contains(&value)) {
            return;
        }
        let tens = self.take(|value| (10..=90).contains(&value));
        let dash = usize::from(tens && sign_at(self.tokens, self.next) == Some('-'));
        let ones = |value| (1..=9).contains(&value) || (value == 0 && !tens);
        if self.plain(dash).is_some_and(|(value, _)| ones(value)) {
            self.next = self.next.saturating_add(dash);
            self.take(ones);
        }
    }

    /// «Жүз», «екі жүз», «двести», "two hundred (and)".
    fn hundreds(&mut self) {
        let hundred = |word: Option<SpokenWord>| word.filter(|word| word.word == NumberWord::Hundred);
        if let Some(word) = hundred(self.word(0)) {
            self.add(100, word.case, 1);
        } else if let (Some((times @ 1..=9, Case::Nominative)), Some(word)) =
            (self.plain(0), hundred(self.word(1)))
        {
            self.add(times.saturating_mul(100), word.case, 2);
        } else {
            self.take(|value| value >= 100);
        }
        let and = self.total > 0 && self.tokens.get(self.next).is_some_and(|token| token.is("and"));
        if and && self.plain(1).is_some_and(|(value, _)| value < 100) {
            self.next = self.next.saturating_add(1);
        }
    }
}

fn spoken_word(token: &Token) -> Option<SpokenWord> {
    token.spellings().find_map(spoken)
}

/// «Жарым», «с половиной», "and a half", with its case.
fn half_at(tokens: &[Token], at: usize) -> Option<(Case, usize)> {
    if let Some(next) = phrase_at!(tokens, at, "с половиной|and a half") {
        return Some((Case::Nominative, next));
    }
    let case = tokens.get(at)?.case_of("жарым")?;
    Some((case, at.saturating_add(1)))
}

/// A magnitude: its factor, its case, and the token after it.
fn magnitude(tokens: &[Token], at: usize) -> Option<(u64, Case, usize)> {
    let token = tokens.get(at)?;
    let after = at.saturating_add(1);
    if is_glued_thousand(tokens, at) {
        return Some((1_000, Case::Nominative, after));
    }
    let word = spoken_word(token)?;
    let NumberWord::Magnitude(by) = word.word else { return None };
    let short = is_one_of!(token, "тыс|млн|млрд|трлн|mln|bln|bn|трн");
    let stop = short && sign_at(tokens, after) == Some('.');
    Some((by, word.case, after.saturating_add(usize::from(stop))))
}

/// «5k»: a letter for thousands at once behind digits.
fn is_glued_thousand(tokens: &[Token], at: usize) -> bool {
    let digits =
        at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.digits().is_some());
    let thousand = |token: &Token| !token.spaced && token.spellings().any(|word| matches!(word, "k" | "к"));
    digits && tokens.get(at).is_some_and(thousand)
}

/// The suffix glued to a number: «-ден», « -нан», « – ден», «-х». The number keeps its own case without one;
/// nothing when the suffix makes it an ordinal, which counts nothing.
fn suffix(tokens: &[Token], at: usize, own: Case) -> Option<(Case, usize)> {
    let dash = sign_at(tokens, at) == Some('-');
    let word_at = at.saturating_add(usize::from(dash));
    let Some(word) = tokens.get(word_at).filter(|token| token.is_word()) else { return Some((own, at)) };
    let tight = !word.spaced;
    let after = word_at.saturating_add(1);
    match word.spellings().find_map(suffix_of) {
        Some(Suffix::Ordinal) if tight => None,
        Some(Suffix::Case(case)) if tight => Some((case, after)),
        // «200 – ден астам», «50 ден астам»: apart, only the endings that are no words of their own.
        Some(Suffix::Case(case @ (Case::Ablative | Case::Dative))) => Some((case, after)),
        _ => Some((own, at)),
    }
}

/// Whether the words that begin at a token belong to a number that is not before them: a suffix («ден»), a measure
/// («п.п.»), a half.
pub(crate) fn is_tail(tokens: &[Token], at: usize) -> bool {
    let apart = |word| matches!(suffix_of(word), Some(Suffix::Case(Case::Ablative | Case::Dative)));
    let suffix = tokens.get(at).is_some_and(|token| token.spellings().any(apart));
    let measure =
        percent(tokens, at, Case::Nominative).is_some_and(|(measure, _, _)| measure != Measure::Plain);
    suffix || measure || half_at(tokens, at).is_some()
}

/// What letters after a number are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Suffix {
    Case(Case),
    Ordinal,
}

fn suffix_of(word: &str) -> Option<Suffix> {
    Some(match word {
        "ден" | "дан" | "тен" | "тан" | "нен" | "нан" | "інен" | "ынан" | "сінен" | "сынан" => {
            Suffix::Case(Case::Ablative)
        }
        "ге" | "ға" | "ке" | "қа" | "іне" | "ына" | "сіне" | "сына" => {
            Suffix::Case(Case::Dative)
        }
        "де" | "да" | "те" | "та" | "інде" | "ында" | "сінде" | "сында" => {
            Suffix::Case(Case::Locative)
        }
        "нің" | "ның" | "дің" | "дың" | "тің" | "тың" => Suffix::Case(Case::Genitive),
        "ні" | "ны" | "ді" | "ды" | "ті" | "ты" | "ін" | "ын" | "сін" | "сын" => {
            Suffix::Case(Case::Accusative)
        }
        "і" | "ы" | "сі" | "сы" | "х" | "ти" | "и" | "ми" | "ух" | "ех" | "ю" | "мя" => {
            Suffix::Case(Case::Nominative)
        }
        "ші" | "шы" | "інші" | "ыншы" | "нші" | "ншы" | "й" | "го" | "я" | "е" | "ое" | "ый" | "ая"
        | "му" | "ого" | "ой" | "ю-ю" | "st" | "nd" | "rd" | "th" => Suffix::Ordinal,
        _ => return None,
    })
}

/// Percentage points.
const POINTS: &str = "процентн* пункт=|процентн* пункта|п. п.|пп|пайыздық тармақ+|пайыздық тармағ+|пайыздық пункт+|percentage points|percentage point|pp|p. p.";

/// A percent sign or word after a number, with its suffix: «%», « %-дан», «пайызға», «п.п.», "percentage points".
fn percent(tokens: &[Token], at: usize, case: Case) -> Option<(Measure, Case, usize)> {
    // Every word of a measure begins with one of two letters, and few words after numbers do.
    let begins = |token: &Token| {
        token.sign() == Some('%') || token.spellings().any(|word| word.starts_with(['п', 'p']))
    };
    if case != Case::Nominative || !tokens.get(at).is_some_and(begins) {
        return Some((Measure::Plain, case, at));
    }
    if let Some(next) = phrase_at!(tokens, at, POINTS) {
        let case = tokens
            .get(next.saturating_sub(1))
            .and_then(|token| ["тармақ", "тармағ", "пункт"].iter().find_map(|stem| token.case_of(stem)));
        return Some((Measure::Points, case.unwrap_or(Case::Nominative), next));
    }
    if sign_at(tokens, at) == Some('%') {
        let (case, next) = suffix(tokens, at.saturating_add(1), Case::Nominative)?;
        let points = phrase(tokens, next, "п. п.").filter(|_| case == Case::Nominative);
        return Some(points.map_or((Measure::Percent, case, next), |next| (Measure::Points, case, next)));
    }
    if let Some(case) = tokens.get(at).and_then(|token| token.case_of("пайыз")) {
        return Some((Measure::Percent, case, at.saturating_add(1)));
    }
    let word = phrase_at!(tokens, at, "процент=|проц.|percent|per cent|pct");
    Some(word.map_or((Measure::Plain, case, at), |next| (Measure::Percent, Case::Nominative, next)))
}

/// Shares in words, as percents. Longer phrases win.
const FRACTIONS: [(&str, &str); 12] = [
    ("үштен екі+", TWO_THIRDS),
    ("үштен бір+", THIRD),
    ("төрттен бір+", "25"),
    ("төрттен үш+", "75"),
    ("жартысы+", "50"),
    ("две трети|двух третей", TWO_THIRDS),
    ("треть|трети|одна треть|одной трети|каждый третий|каждая третья", THIRD),
    ("четверть|четверти|одна четверть|каждый четвертый|каждая четвертая", "25"),
    ("три четверти|трех четвертей", "75"),
    ("половина|половины|половину|каждый второй|каждая вторая|half|a half|one half", "50"),
    ("two thirds|two - thirds", TWO_THIRDS),
    ("one third|a third|one - third|every third", THIRD),
];

/// Half of a round number in one word or two, by its number.
const HALVES: [(&str, u32); 4] = [
    ("полдюжины|полудюжины|half a dozen|half - dozen", 6),
    ("полсотни|полусотни|пол сотни|half a hundred|жарты жүз+", 50),
    ("полтысячи|полутысячи|пол тысячи|полтыщи|half a thousand|жарты мың+", 500),
    (
        "полмиллиона|полумиллиона|пол миллиона|полмлн|half a million|half - million|жарты миллион+|жарты млн",
        500_000,
    ),
];

/// «Полтысячи», «жарты мың», "half a thousand".
fn half_of(tokens: &[Token], at: usize) -> Option<(Quantity, usize)> {
    let (value, next) = longest!(tokens, at, HALVES)?;
    let last = next.checked_sub(1).and_then(|last| tokens.get(last))?;
    let case =
        ["жүз", "мың", "миллион"].iter().find_map(|stem| last.case_of(stem)).unwrap_or(Case::Nominative);
    let (case, next) = suffix(tokens, next, case)?;
    let scale = u64::from(value.saturating_mul(2));
    Some((Quantity { case, scale, ..Quantity::count(value) }, next))
}

/// «2/3», «3/4-і»: a share in digits, of what can be said in so many digits or in thirds, and of people alone: of posts, pages and days
/// it would be a part of one, or two or three.
fn ratio(tokens: &[Token], at: usize) -> Option<(Quantity, usize)> {
    let figure = |at: usize| tokens.get(at)?.digits().filter(|digits| digits.count <= 2)?.plain;
    let tight = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    let (slash, below) = (at.checked_add(1)?, at.checked_add(2)?);
    let (part, whole) = (figure(at)?, figure(below)?);
    let written = sign_at(tokens, slash) == Some('/') && tight(slash) && tight(below);
    if !written || part == 0 || part >= whole || tokens.get(at)?.digits()?.count > 1 {
        return None;
    }
    let value: Amount = match (part, whole) {
        (1, 3) => THIRD.parse().ok()?,
        (2, 3) => TWO_THIRDS.parse().ok()?,
        (_, 2 | 4 | 5 | 10) => Amount::HUNDRED.checked_mul(part.into())?.checked_div(whole.into())?,
        _ => return None,
    };
    let (case, next) = suffix(tokens, below.checked_add(1)?, Case::Nominative)?;
    let of_people = tokens.get(next).is_none_or(|token| {
        is_one_of!(token, "участни*|слушател*|обучающ*|обученн*|учащ*|школьник*|студент*|волонтер*|молодеж*|человек|людей|люди|жител*|граждан*|респондент*|опрошенн*|группы|групп|состава|числа|от|из|всех|их|общего|қатысушы+|тыңдаушы+|оқушы+|студент+|волонтер+|адам+|жас+|бөліг*|астам|артық|кем|аз|част*|part|тұрғын+|азамат+|респондент+|participants|people|volunteers|students|respondents|residents|citizens|of|the|all")
            || token.sign().is_some_and(|sign| sign != '/')
    });
    // «1/2» alone may be one or two, or a day.
    let asked = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| is_one_of!(token, "менее|более|свыше|около|минимум|кемінде|least|than|about"));
    let of_them = tokens.get(next).is_some_and(Token::is_word) || next > below.saturating_add(1);
    (of_people && (asked || of_them))
        .then_some((Quantity { measure: Measure::Fraction, value, case, ..Quantity::count(0) }, next))
}

/// The share in words that begins at a token.
fn fraction(tokens: &[Token], at: usize) -> Option<(Quantity, usize)> {
    let (percent, next) = longest!(tokens, at, FRACTIONS)?;
    let value = percent.parse().ok()?;
    let last = next.checked_sub(1).and_then(|last| tokens.get(last));
    let case =
        last.and_then(|last| ["бір", "екі", "үш", "жартысы"].iter().find_map(|stem| last.case_of(stem)));
    let case = case.unwrap_or(Case::Nominative);
    Some((Quantity { measure: Measure::Fraction, value, case, ..Quantity::count(0) }, next))
}

/// The number a text consists of, and nothing else: the «он» of «10 (он)».
pub(crate) fn only_number(tokens: &[Token]) -> Option<Amount> {
    let (found, next) = quantity(tokens, 0)?;
    (next == tokens.len() && found.measure == Measure::Plain).then_some(found.value)
}

#[cfg(test)]
mod tests {
    use super::super::token::{Numbers, tokens};
    use super::*;

    #[test]
    fn no_number_is_passed_over_by_its_beginning() {
        let halves = HALVES.map(|(phrases, _)| phrases);
        let fractions = FRACTIONS.map(|(phrases, _)| phrases);
        let others = [LOTS, ONE_AND_A_HALF, "екі|үштен|он бес|twenty-five|мың|тысяча|k|5k|0"];
        for phrase in halves.iter().chain(&fractions).chain(&others).flat_map(|phrases| phrases.split('|')) {
            let list = tokens(phrase, Numbers::Grouped);
            let list: Vec<Token<'_>> = list.into_iter().filter(|token| token.sign() != Some('+')).collect();
            assert!(may_begin(list.first().unwrap()), "{phrase}");
            assert_eq!(quantity(&list, 0).is_some(), phrase != "k", "{phrase}");
        }
        for word in ["қатысушы", "және", "of", "(", "-"] {
            assert!(!may_begin(tokens(word, Numbers::Grouped).first().unwrap()), "{word}");
        }
    }
}
