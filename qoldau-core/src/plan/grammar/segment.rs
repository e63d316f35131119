//! One promise of a cell: its words gathered into a draft, each word in one role or the promise is not understood.

use super::bracket;
use super::comparator::{self, Direction, ending_case};
use super::number::{Measure, Quantity, quantity};
use super::scope;
use super::token::Token;
use super::vocabulary::{longest, phrase, sign_at};
use crate::language::kazakh::Case;
use crate::language::month::month_of;
use crate::plan::unit::unit_code;
use crate::plan::{Bound, EachOf, Frequency, UnitCode, UnitWord};
use crate::value::Amount;

/// What the word before a number makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing.
    Bare,
    /// «От 3», "from 3": the lower end, or the start of a range.
    From,
    /// «С 53»: the value before a change.
    Since,
    /// «До 5», "to 5", «5-ке дейін».
    To,
    /// «На 20 %», "by 20 %".
    By,
    /// «В 3 раза».
    Times,
    /// «По 2».
    Each,
}

/// A promise that is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It is there, it is done.
    Done,
    /// All of them.
    All,
    /// As many as are needed.
    AsNeeded,
}

/// The words of a promise by their roles.
#[expect(clippy::struct_excessive_bools, reason = "each is one word that stands there or not")]
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) numbers: Vec<(Quantity, Role)>,
    pub(crate) bound: Option<Bound>,
    /// The comparator stands before the number, where it can hold for the promises that follow.
    pub(crate) bound_first: bool,
    pub(crate) direction: Option<Direction>,
    /// «Есе»: the number is a factor.
    pub(crate) times: bool,
    /// The lower end stands after the English "from", which also begins a change.
    pub(crate) english_from: bool,
    /// "Between", «аралығында», or a dash between two numbers.
    pub(crate) interval: bool,
    pub(crate) state: Option<State>,
    pub(crate) unit: Option<UnitWord>,
    pub(crate) each: Option<(EachOf, Option<Amount>)>,
    pub(crate) every: Option<Frequency>,
    /// The scope or frequency stands before the number.
    pub(crate) scope_first: bool,
    pub(crate) parts: Vec<(Amount, String)>,
    pub(crate) notes: Vec<String>,
}

const STATES: [(&str, State); 3] = [
    (
        "бар|бар / жоқ|иә|иә / жоқ|орындалды|дайын|да|да / нет|есть|есть / нет|наличие|имеется|выполнено|готово|yes|yes / no|done|exists|available|completed",
        State::Done,
    ),
    ("толық|толығымен|барлығы|барлық|түгел|все|весь|вся|всем|полностью|all|in full|full|fully", State::All),
    (
        "қажеттілігіне қарай|қажеттілік бойынша|қажет болған жағдайда|қажетінше|сұраныс бойынша|сұранысқа қарай|өтініш бойынша|по факту|по мере необходимости|при необходимости|по необходимости|по запросу|по требованию|по потребности|as needed|as required|as necessary|if needed|on request|on demand|by request",
        State::AsNeeded,
    ),
];

/// States that say how it is done: the words are kept as a note.
const APPROVED: [&str; 16] = [
    "бекітілген+",
    "бекітілді",
    "келісілген+",
    "келісілді",
    "қол қойылған+",
    "қол қойылды",
    "утвержден",
    "утвержден*",
    "согласован",
    "согласован*",
    "подписан",
    "подписан*",
    "approved",
    "agreed",
    "signed",
    "published",
];

/// Words that add nothing to a number beside them.
const FILLERS: [&str; 19] = [
    "саны+",
    "санын",
    "жалпы",
    "барлығы",
    "барлық",
    "всего",
    "итого",
    "все",
    "общее",
    "общий",
    "количество",
    "число",
    "кол-во",
    "total",
    "in",
    "а",
    "the",
    "a",
    "бойынша",
];

/// Prepositions that open a remark after a number: «с косвенным охватом …», «от объема».
const REMARKS: [&str; 40] = [
    "с",
    "со",
    "в",
    "во",
    "на",
    "по",
    "от",
    "из",
    "для",
    "к",
    "при",
    "среди",
    "о",
    "об",
    "у",
    "через",
    "за",
    "под",
    "между",
    "согласно",
    "включая",
    "for",
    "with",
    "in",
    "of",
    "from",
    "to",
    "among",
    "by",
    "through",
    "during",
    "within",
    "per",
    "до",
    "после",
    "перед",
    "without",
    "across",
    "via",
    "including",
];

/// Words that turn a promise around or say "each" of something unknown: with them nothing is understood.
const STOPPERS: [&str; 14] = [
    "емес",
    "жоқ",
    "не",
    "ни",
    "нет",
    "без",
    "кроме",
    "not",
    "no",
    "without",
    "except",
    "әр",
    "әрбір",
    "числа",
];

/// Measures that describe a thing: «300 мың теңгелік грант».
const ATTRIBUTES: [&str; 8] =
    ["теңгелік", "күндік", "сағаттық", "айлық", "жылдық", "минуттық", "апталық", "орындық"];

/// Words that divide a number into parts without brackets.
const PARTS: [(&str, ()); 1] =
    [("в том числе|в т. ч.|из них|оның ішінде|соның ішінде|including|of which|of them", ())];

/// Where the words of a run lie: tokens from, to.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: usize,
    to: usize,
}

/// The reader of one promise.
struct Scan<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
    run: Option<Run>,
    role: Role,
    draft: Draft,
}

/// Reads one promise. Nothing when a word or sign of it was not understood.
pub(crate) fn read(text: &str, tokens: &[Token]) -> Option<Draft> {
    let draft = Draft::default();
    let mut scan = Scan { text, tokens, at: 0, run: None, role: Role::Bare, draft };
    while scan.at < tokens.len() {
        let before = scan.at;
        scan.step()?;
        if scan.at <= before {
            return None;
        }
    }
    scan.close_run()?;
    (scan.role == Role::Bare).then_some(scan.draft)
}

/// Whether words divide a number into parts here: what follows belongs to the number before.
pub(crate) fn divides(tokens: &[Token], at: usize) -> Option<usize> {
    longest!(tokens, at, PARTS).map(|((), next)| next)
}

/// What a reader says to the token at hand: taken, or not its own. Nothing: a contradiction.
type Taken = Option<bool>;

impl<'t> Scan<'t> {
    fn token(&self, at: usize) -> Option<&'t Token> {
        self.tokens.get(at)
    }

    /// Reads the next element.
    fn step(&mut self) -> Option<()> {
        if let Some(sign) = sign_at(self.tokens, self.at) {
            return self.sign(sign);
        }
        let readers: [fn(&mut Self) -> Taken; 9] = [
            Self::parts,
            Self::scope,
            Self::state,
            Self::change,
            Self::comparator,
            Self::lead,
            Self::number,
            Self::remark,
            Self::word,
        ];
        for reader in readers {
            if reader(self)? {
                return Some(());
            }
        }
        None
    }

    /// Fills a slot once; a second, different word for it is a contradiction.
    fn fill<T: PartialEq>(slot: &mut Option<T>, value: T) -> Option<()> {
        if slot.as_ref().is_some_and(|old| *old != value) {
            return None;
        }
        *slot = Some(value);
        Some(())
    }

    fn slice(&self, from: usize, to: usize) -> Option<&'t str> {
        let (first, last) = (self.token(from)?, self.token(to.checked_sub(1)?)?);
        self.text.get(first.start..last.end)
    }

    fn note(&mut self, from: usize, to: usize) -> Option<()> {
        let words = self.slice(from, to)?;
        self.draft.notes.push(words.into());
        Some(())
    }

    /// «Оның ішінде 1 спорттық, 2 мәдени»: parts without brackets, up to the end.
    fn parts(&mut self) -> Taken {
        let Some(next) = divides(self.tokens, self.at).filter(|_| !self.draft.numbers.is_empty()) else {
            return Some(false);
        };
        self.close_run()?;
        let colon = usize::from(sign_at(self.tokens, next) == Some(':'));
        let rest = self.tokens.get(next.saturating_add(colon)..)?;
        match bracket::parts(self.text, rest) {
            Some(parts) if self.draft.parts.is_empty() => self.draft.parts = parts,
            _ => self.note(self.at, self.tokens.len())?,
        }
        self.at = self.tokens.len();
        Some(true)
    }

    /// "Every month", "from each event", «7 округтің әрбірінде».
    fn scope(&mut self) -> Taken {
        let first = self.draft.numbers.is_empty();
        if let Some((every, next)) = scope::frequency(self.tokens, self.at) {
            self.close_run()?;
            Self::fill(&mut self.draft.every, every)?;
            self.draft.scope_first |= first;
            // «Раз в месяц» has no number: it is one time.
            self.at = next;
            return Some(true);
        }
        let Some((each, next)) = scope::scope(self.tokens, self.at)
            .map(|(of, next)| ((of, None), next))
            .or_else(|| self.counted_scope())
        else {
            return Some(false);
        };
        self.close_run()?;
        Self::fill(&mut self.draft.each, each)?;
        self.draft.scope_first |= first;
        self.at = next;
        Some(true)
    }

    fn counted_scope(&self) -> Option<((EachOf, Option<Amount>), usize)> {
        if let Some(number_at) = scope::scope_number(self.tokens, self.at) {
            let (count, next) = quantity(self.tokens, number_at)?;
            let (of, next) = scope::scope_noun(self.tokens, next)?;
            return Some(((of, Some(count.value)), next));
        }
        let (count, next) = quantity(self.tokens, self.at)?;
        let (of, next) = scope::counted_scope(self.tokens, next)?;
        Some(((of, Some(count.value)), next))
    }

    /// "All", "as needed", «утвержден».
    fn state(&mut self) -> Taken {
        if !self.draft.numbers.is_empty() || self.draft.state.is_some() || self.number_follows(self.at) {
            return Some(false);
        }
        if let Some((state, next)) = longest!(self.tokens, self.at, STATES) {
            self.close_run()?;
            self.draft.state = Some(state);
            self.at = next;
            return Some(true);
        }
        if APPROVED.iter().any(|word| phrase(self.tokens, self.at, word).is_some()) {
            // The state's words begin a run, which becomes the note.
            self.close_run()?;
            self.draft.state = Some(State::Done);
            return self.word();
        }
        Some(false)
    }

    /// Whether a number follows a word, as in «барлығы 5», «все 7 школ».
    fn number_follows(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let next = next.saturating_add(usize::from(sign_at(self.tokens, next) == Some(':')));
        quantity(self.tokens, next).is_some()
    }

    /// The verbs of a change, «есе», «аралығында».
    fn change(&mut self) -> Taken {
        let by = self
            .draft
            .numbers
            .last()
            .is_some_and(|(number, role)| *role == Role::By || number.case == Case::Dative);
        let than = if by { comparator::than_before(self.tokens, self.at) } else { None };
        if let Some((direction, next)) = than.or_else(|| comparator::direction(self.tokens, self.at)) {
            self.close_run()?;
            // «Артты және жетті»: reaching says no more than the direction does.
            match (self.draft.direction, direction) {
                (Some(_), Direction::Reach) => {}
                (None | Some(Direction::Reach), _) => self.draft.direction = Some(direction),
                (Some(old), new) if old == new => {}
                _ => return None,
            }
            self.at = next;
            return Some(true);
        }
        let token = self.token(self.at)?;
        let after = self.at.saturating_add(1);
        let times = token.case_of("есе").or_else(|| token.is("fold").then_some(Case::Nominative));
        if let (Some(case), Some((number, _))) = (times, self.draft.numbers.last_mut()) {
            number.case = case;
            self.close_run()?;
            self.draft.times = true;
            self.at = after;
            return Some(true);
        }
        if token.is("аралы*") || token.is("between") || token.is("между") {
            self.close_run()?;
            self.draft.interval = true;
            self.at = after;
            return Some(true);
        }
        Some(false)
    }

    /// The Kazakh case of what stands just before.
    fn case_before(&self) -> Case {
        match (self.run, self.draft.numbers.last()) {
            (Some(run), _) => {
                run.to.checked_sub(1).and_then(|at| self.token(at)).map_or(Case::Nominative, ending_case)
            }
            (None, Some((number, _))) => number.case,
            (None, None) => Case::Nominative,
        }
    }

    /// "At least", «астам», «дейін».
    fn comparator(&mut self) -> Taken {
        let numbered = !self.draft.numbers.is_empty();
        let behind =
            if numbered { comparator::behind(self.tokens, self.at, self.case_before()) } else { None };
        if let Some((bound, next)) = behind {
            self.close_run()?;
            Self::fill(&mut self.draft.bound, bound)?;
            self.at = next;
            return Some(true);
        }
        if numbered && self.token(self.at)?.is("дейін+") {
            self.close_run()?;
            let (_, role) = self.draft.numbers.last_mut()?;
            if *role != Role::Bare {
                return None;
            }
            *role = Role::To;
            self.at = self.at.saturating_add(1);
            return Some(true);
        }
        let Some((bound, next)) = comparator::before(self.tokens, self.at) else { return Some(false) };
        self.close_run()?;
        Self::fill(&mut self.draft.bound, bound)?;
        self.draft.bound_first |= !numbered;
        self.at = next;
        Some(true)
    }

    /// Whether a number follows, with at most comparators before it.
    fn leads_to_number(&self) -> bool {
        let mut at = self.at.saturating_add(1);
        for _ in 0..2 {
            match comparator::before(self.tokens, at) {
                Some((_, next)) => at = next,
                None => break,
            }
        }
        quantity(self.tokens, at).is_some()
    }

    /// The preposition before a number.
    fn lead(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let first = self.draft.numbers.is_empty();
        let begun = self.draft.numbers.last().is_some_and(|(number, role)| {
            matches!(role, Role::From | Role::Since) || (*role == Role::Bare && number.case == Case::Ablative)
        });
        let says = |words: &[&str]| words.iter().any(|word| token.is(word));
        let role = if first && says(&["с", "со"]) {
            Role::Since
        } else if first && says(&["от", "from"]) {
            Role::From
        } else if (first || begun) && says(&["до"]) || (begun || self.one_bare()) && says(&["to"]) {
            Role::To
        } else if (first || begun) && says(&["на", "by"]) && self.changes() {
            Role::By
        } else if (first || begun) && says(&["в"]) {
            if self.times_follow() { Role::Times } else { Role::Bare }
        } else if first && says(&["по"]) {
            Role::Each
        } else {
            return Some(false);
        };
        if !self.leads_to_number() || (!first && role == Role::Bare) {
            return Some(false);
        }
        self.close_run()?;
        if self.role != Role::Bare {
            return None;
        }
        self.draft.english_from |= token.is("from");
        self.role = role;
        self.at = self.at.saturating_add(1);
        Some(true)
    }

    /// "10 to 15": one bare number with nothing after it.
    fn one_bare(&self) -> bool {
        self.run.is_none() && matches!(self.draft.numbers.as_slice(), [(_, Role::Bare)])
    }

    /// Whether the promise says a change anywhere.
    fn changes(&self) -> bool {
        let verb = |at: usize| {
            comparator::direction(self.tokens, at).is_some()
                || comparator::than_before(self.tokens, at).is_some()
        };
        self.draft.direction.is_some()
            || (self.at..self.tokens.len().min(self.at.saturating_add(12))).any(verb)
    }

    /// «В 3 раза».
    fn times_follow(&self) -> bool {
        let at = comparator::before(self.tokens, self.at.saturating_add(1))
            .map_or(self.at.saturating_add(1), |(_, next)| next);
        quantity(self.tokens, at)
            .and_then(|(_, next)| self.token(next))
            .is_some_and(|token| token.is("раз") || token.is("раза"))
    }

    /// A number, or two with a dash between them.
    fn number(&mut self) -> Taken {
        if self.occasions() {
            return Some(true);
        }
        let Some((number, next)) = quantity(self.tokens, self.at) else {
            let digits = self.token(self.at)?.digits().is_some();
            return if digits { None } else { Some(false) };
        };
        if ATTRIBUTES.iter().any(|word| phrase(self.tokens, next, word).is_some()) {
            self.close_run()?;
            let after = next.saturating_add(1);
            self.note(self.at, after)?;
            self.at = after;
            return Some(true);
        }
        if self.draft.numbers.len() > 1 || self.draft.state.is_some() || self.is_date(number, next) {
            return None;
        }
        self.close_run()?;
        self.draft.numbers.push((number, self.role));
        self.role = Role::Bare;
        self.at = next;
        self.second_of_range(number);
        if self.run.is_none() && self.token(self.at).is_some_and(|token| token.is("раз") || token.is("раза"))
        {
            self.after_times();
        }
        Some(true)
    }

    /// "Twice", «дважды», and the «раз» of «раз в месяц»: a number of times in one word.
    fn occasions(&mut self) -> bool {
        let Some(token) = self.token(self.at) else { return false };
        let next = self.at.saturating_add(1);
        let alone = token.is("раз") && scope::frequency(self.tokens, next).is_some();
        let value: u32 = match () {
            () if alone || token.is("once") || token.is("однажды") => 1,
            () if token.is("twice") || token.is("дважды") => 2,
            () if token.is("thrice") || token.is("трижды") => 3,
            () => return false,
        };
        let Some(text) = self.slice(self.at, next) else { return false };
        if !self.draft.numbers.is_empty() || self.draft.unit.is_some() {
            return false;
        }
        self.draft.unit = Some(UnitWord { code: UnitCode::Time, text: text.into() });
        self.draft.numbers.push((Quantity::count(value), self.role));
        self.role = Role::Bare;
        self.at = next;
        true
    }

    /// «В 3 раза»: the word belongs to the factor.
    fn after_times(&mut self) {
        if matches!(self.draft.numbers.last(), Some((_, Role::Times))) {
            self.at = self.at.saturating_add(1);
        }
    }

    /// The second number of «10-15», «70–80 %».
    fn second_of_range(&mut self, first: Quantity) {
        let dash = matches!(sign_at(self.tokens, self.at), Some('-' | '…'));
        if !dash || first.case != Case::Nominative {
            return;
        }
        if let Some((second, next)) = quantity(self.tokens, self.at.saturating_add(1)) {
            self.draft.numbers.push((second, Role::Bare));
            self.draft.interval = true;
            self.at = next;
        }
    }

    /// «10 августа», «2024 жылы»: a date is no count.
    fn is_date(&self, number: Quantity, next: usize) -> bool {
        let Some(token) = self.token(next) else { return false };
        let year = ["жыл+", "год", "года", "году", "годы", "гг", "г", "ж", "year"];
        let dated = number.year_like && year.iter().any(|word| token.is(word));
        dated || token.spellings().any(|word| month_of(word).is_some()) || token.is("числа")
    }

    /// «С косвенным охватом …»: a remark up to the next bracket, scope or end.
    fn remark(&mut self) -> Taken {
        let opens = REMARKS.iter().any(|word| self.token(self.at).is_some_and(|token| token.is(word)));
        if self.draft.numbers.is_empty() && self.draft.state.is_none() || !opens {
            return Some(false);
        }
        self.close_run()?;
        let mut end = self.at.saturating_add(1);
        while end < self.tokens.len()
            && sign_at(self.tokens, end) != Some('(')
            && scope::frequency(self.tokens, end).is_none()
            && scope::scope(self.tokens, end).is_none()
        {
            end = end.saturating_add(1);
        }
        self.note(self.at, end)?;
        self.at = end;
        Some(true)
    }

    /// Any other word: of the unit after a number, of a remark before it.
    fn word(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let stops = STOPPERS.iter().any(|word| token.is(word)) || token.spellings().any(scope::says_each);
        let foreign = token.spellings().any(|word| word.chars().any(|c| c.is_ascii_digit()));
        if stops || foreign {
            return None;
        }
        self.extend(1);
        Some(true)
    }

    /// Takes so many tokens into the open run, or opens one.
    fn extend(&mut self, count: usize) {
        let to = self.at.saturating_add(count);
        let from = self.run.map_or(self.at, |run| run.from);
        self.run = Some(Run { from, to });
        self.at = to;
    }

    /// Ends a run of words and gives it its role.
    fn close_run(&mut self) -> Option<()> {
        let Some(run) = self.run.take() else { return Some(()) };
        let words = self.tokens.get(run.from..run.to)?;
        let filler = |token: &Token| !token.is_word() || FILLERS.iter().any(|word| token.is(word));
        if words.iter().all(filler) {
            return Some(());
        }
        let counts = self.draft.numbers.last().is_some_and(|(number, _)| number.measure == Measure::Plain);
        if !counts {
            return self.note(run.from, run.to);
        }
        let tail = words.iter().rev().take_while(|token| token.is("бойынша")).count();
        let to = run.to.saturating_sub(tail);
        let unit = self.unit(run.from, to)?;
        match &self.draft.unit {
            None => self.draft.unit = Some(unit),
            Some(old) if old.code == unit.code && self.draft.numbers.len() == 2 => {
                self.draft.unit = Some(unit);
            }
            Some(_) => self.note(run.from, run.to)?,
        }
        Some(())
    }

    fn unit(&self, from: usize, to: usize) -> Option<UnitWord> {
        let code = unit_code(self.tokens.get(from..to)?);
        Some(UnitWord { code, text: self.slice(from, to)?.into() })
    }
}

/// Signs.
impl Scan<'_> {
    fn sign(&mut self, sign: char) -> Option<()> {
        let next = self.at.saturating_add(1);
        match sign {
            '(' => return self.bracket(),
            '≥' | '>' | '≤' | '<' | '~' => return self.comparator().filter(|taken| *taken).map(|_| ()),
            '-' => return self.dash(next),
            '+' => self.plus(next)?,
            ':' => self.colon()?,
            ',' | '/' => return self.joint(sign, next),
            '…' => {
                self.extend(1);
                return Some(());
            }
            '.' => return self.stop(next),
            '"' | '\'' => {
                if self.run.is_some() && self.token(next).is_some_and(Token::is_word) {
                    self.extend(1);
                    return Some(());
                }
            }
            '•' | '*' if self.at == 0 => {}
            ';' | '!' => self.close_run()?,
            _ => return None,
        }
        self.at = next;
        Some(())
    }

    /// A dash within a word goes with it; one with spaces around it separates; one at a number may be a sign.
    fn dash(&mut self, next: usize) -> Option<()> {
        let token = self.token(self.at)?;
        let tight = !token.spaced && self.token(next).is_some_and(|token| !token.spaced);
        let word_next = self.token(next).is_some_and(Token::is_word);
        let after_number = self.run.is_none() && !self.draft.numbers.is_empty();
        if tight && word_next {
            // «45-дневный» has no word before its dash.
            self.run?;
            self.extend(1);
            return Some(());
        }
        let number_next = quantity(self.tokens, next).is_some();
        if number_next && self.at == 0 && self.token(next).is_some_and(|token| !token.spaced) {
            // A true minus before a percent is a decrease; a hyphen may as well be a bullet.
            let minus = self.text.get(token.start..token.end) == Some("\u{2212}");
            self.draft.direction = Some(minus.then_some(Direction::Down)?);
        } else if number_next && self.run.is_some() && self.draft.numbers.is_empty() {
            self.lead_unit(false)?;
        } else if number_next && after_number {
            return None;
        }
        self.close_run()?;
        self.at = next;
        Some(())
    }

    /// "3+" is at least, "+20 %" an increase.
    fn plus(&mut self, next: usize) -> Option<()> {
        self.close_run()?;
        if !self.draft.numbers.is_empty() {
            return Self::fill(&mut self.draft.bound, Bound::AtLeast);
        }
        quantity(self.tokens, next)?;
        Self::fill(&mut self.draft.direction, Direction::Up)
    }

    /// «Пост: 2»: the words before the colon are the unit.
    fn colon(&mut self) -> Option<()> {
        if !self.draft.numbers.is_empty() {
            return None;
        }
        self.lead_unit(true)
    }

    /// Takes the words before the number as its unit; with a dash only when the unit is known.
    fn lead_unit(&mut self, certain: bool) -> Option<()> {
        let run = self.run?;
        let unit = self.unit(run.from, run.to)?;
        let filler =
            self.tokens.get(run.from..run.to)?.iter().all(|token| FILLERS.iter().any(|word| token.is(word)));
        if !filler && (certain || unit.code != UnitCode::Other) {
            self.run = None;
            return Self::fill(&mut self.draft.unit, unit);
        }
        Some(())
    }

    /// A comma or slash between words belongs to them.
    fn joint(&mut self, sign: char, next: usize) -> Option<()> {
        if self.run.is_some() && self.token(next).is_some_and(Token::is_word) {
            self.extend(1);
            return Some(());
        }
        if sign == '/' {
            return None;
        }
        self.close_run()?;
        self.at = next;
        Some(())
    }

    /// A full stop belongs to the word before it; after a number it would make it an item of a list.
    fn stop(&mut self, next: usize) -> Option<()> {
        let glued = self.token(self.at).is_some_and(|token| !token.spaced);
        if self.run.is_some() && glued {
            self.extend(1);
            return Some(());
        }
        if self.run.is_none() && next < self.tokens.len() && sign_at(self.tokens, next).is_none() {
            return None;
        }
        self.at = next;
        Some(())
    }

    /// A bracket: a word for the number, a part list, a scope, or a note.
    fn bracket(&mut self) -> Option<()> {
        self.close_run()?;
        let end = bracket::close(self.tokens, self.at)?;
        let inside = self.tokens.get(self.at.saturating_add(1)..end)?;
        bracket::read(self.text, inside, &mut self.draft);
        self.at = end.saturating_add(1);
        Some(())
    }
}
