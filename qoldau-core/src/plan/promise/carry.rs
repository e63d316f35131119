//! Holds the promises of a plan's prose against its lines.

use super::Subject;
use super::scan::{Promise, Promises};
use super::stem::{Openings, Stem, stems};
use crate::plan::{Activity, Bound, GrantTask, Indicator, Plan, ReadingSource, Target, TargetRule};
use crate::value::{Amount, Id};

/// The largest number that two things may have in common by chance: it binds a promise to a line only if they share
/// words too.
const COMMON: u32 = 10;

/// How many lines of one number are looked at for one promise.
const LOOKED_AT: usize = 16;

/// Where a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner<'a> {
    /// A goal, counted from 1.
    Goal(usize),
    /// An expected result, counted from 1.
    ExpectedResult(usize),
    /// The heading of a task.
    Heading(&'a GrantTask),
    /// The text of an activity.
    Activity(&'a Activity),
}

impl Owner<'_> {
    /// The id a reading names it by: that of the task or activity; `goals.3` and `expectedResults.7`, which have none.
    pub(crate) fn id(&self) -> Option<Id> {
        match self {
            Self::Goal(number) => format!("goals.{number}").parse().ok(),
            Self::ExpectedResult(number) => format!("expectedResults.{number}").parse().ok(),
            Self::Heading(task) => Some(task.id.clone()),
            Self::Activity(activity) => Some(activity.id.clone()),
        }
    }

    /// The source of a reading taken from here.
    const fn source(&self) -> ReadingSource {
        match self {
            Self::Activity(_) => ReadingSource::Activity,
            Self::Goal(_) | Self::ExpectedResult(_) | Self::Heading(_) => ReadingSource::Heading,
        }
    }
}

/// A promise where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention<'a> {
    pub(crate) owner: Owner<'a>,
    pub(crate) promise: Promise<'a>,
}

/// The total of a line that can carry a promise.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Carrier<'a> {
    task: usize,
    subject: Subject,
    percent: bool,
    pub(crate) amount: Amount,
    pub(crate) bound: Bound,
    /// Place of the line among all lines.
    pub(crate) order: usize,
    pub(crate) line: &'a Indicator,
    pub(crate) target: &'a Target,
}

impl Carrier<'_> {
    /// What it is a total of, and how much.
    const fn what(&self) -> (Subject, bool, Amount) {
        (self.subject, self.percent, self.amount)
    }
}

/// What became of a promise.
#[derive(Debug, Clone)]
pub(crate) enum Outcome<'a> {
    /// These lines promise the very number.
    Carried(Vec<Carrier<'a>>),
    /// Lines together, or a larger number, cover it.
    Covered,
    /// Lines of the same subject promise another number.
    Differs(Vec<Carrier<'a>>),
    /// No line carries it.
    NotCarried,
}

/// One promise with every place that makes it.
#[derive(Debug, Clone)]
pub(crate) struct Claim<'a> {
    pub(crate) subject: Subject,
    pub(crate) percent: bool,
    pub(crate) amount: Amount,
    /// Task it belongs to; nothing for a goal or an expected result that no heading repeats.
    pub(crate) task: Option<usize>,
    /// In the plan's order, never empty.
    pub(crate) mentions: Vec<Mention<'a>>,
    pub(crate) outcome: Outcome<'a>,
}

impl Claim<'_> {
    /// How the number is meant: the first word that says so.
    pub(crate) fn bound(&self) -> Bound {
        let said = self.mentions.iter().map(|mention| mention.promise.bound);
        said.into_iter().find(|bound| *bound != Bound::Plain).unwrap_or(Bound::Plain)
    }

    /// Whether nothing but bare numbers in the texts of activities makes it.
    fn is_bare(&self) -> bool {
        let bare = |mention: &Mention<'_>| {
            matches!(mention.owner, Owner::Activity(_)) && mention.promise.bound == Bound::Plain
        };
        self.mentions.iter().all(bare)
    }

    /// How the number is meant and who says so: the first of the words that say it.
    pub(crate) fn said_bound(&self) -> Option<(Bound, ReadingSource)> {
        let mention = self.mentions.iter().find(|mention| mention.promise.bound != Bound::Plain)?;
        Some((mention.promise.bound, mention.owner.source()))
    }
}

/// The promises of a plan's prose and the lines that carry them, in the plan's order.
pub(crate) fn claims(plan: &Plan) -> Vec<Claim<'_>> {
    let mut promises = Promises::default();
    let mut claims = group_by_task(plan, &mut promises);
    let general = general_mentions(plan, &mut promises);
    join_general(&mut claims, general);
    if claims.is_empty() {
        return claims;
    }
    let lines = Carriers::of(plan);
    for claim in &mut claims {
        claim.outcome = lines.outcome(claim);
    }
    // A bare number in the text of an activity is told only where it is more than the table holds.
    claims.retain(|claim| !claim.is_bare() || matches!(claim.outcome, Outcome::Differs(_)));
    claims
}

/// The promises of headings and activities, one claim for the same number of the same thing in one task.
fn group_by_task<'a>(plan: &'a Plan, promises: &mut Promises<'a>) -> Vec<Claim<'a>> {
    let mut claims = Vec::new();
    let mut mentions: Vec<Mention<'a>> = Vec::new();
    for (at, task) in plan.tasks.iter().enumerate() {
        mentions.clear();
        let mention = |owner| move |promise| Mention { owner, promise };
        mentions.extend(promises.of(&task.title).into_iter().map(mention(Owner::Heading(task))));
        for activity in &task.activities {
            for text in [Some(&activity.title), activity.description.as_ref()].into_iter().flatten() {
                let said = promises.of(text).into_iter().filter(|promise| is_said(promise) || promise.deed);
                mentions.extend(said.map(mention(Owner::Activity(activity))));
            }
        }
        mentions.sort_by_key(key);
        claims.extend(mentions.chunk_by(|a, b| key(a) == key(b)).filter_map(|same| claim(Some(at), same)));
    }
    claims
}

/// Whether words say how the number is meant: a bare one in running text is not yet a promise.
fn is_said(promise: &Promise<'_>) -> bool {
    promise.bound != Bound::Plain
}

/// The promises of goals and expected results.
fn general_mentions<'a>(plan: &'a Plan, promises: &mut Promises<'a>) -> Vec<Mention<'a>> {
    let mut mentions = Vec::new();
    let mention = |owner| move |promise| Mention { owner, promise };
    for (text, number) in plan.goals.iter().zip(1..) {
        let said = promises.of(text).into_iter().filter(is_said);
        mentions.extend(said.map(mention(Owner::Goal(number))));
    }
    for (text, number) in plan.expected_results.iter().zip(1..) {
        mentions.extend(promises.of(text).into_iter().map(mention(Owner::ExpectedResult(number))));
    }
    mentions
}

/// Gives a general promise to the first task that repeats it, and keeps the others as claims of their own.
fn join_general<'a>(claims: &mut Vec<Claim<'a>>, mut general: Vec<Mention<'a>>) {
    let mut known: Vec<((Subject, bool, Amount), usize)> = claims
        .iter()
        .enumerate()
        .map(|(at, claim)| ((claim.subject, claim.percent, claim.amount), at))
        .collect();
    known.sort_unstable();
    general.sort_by_key(key);
    let mut alone = Vec::new();
    for same in general.chunk_by(|a, b| key(a) == key(b)) {
        let Some(first) = same.first() else { continue };
        let at = known.partition_point(|(of, _)| *of < key(first));
        let repeated =
            known.get(at).filter(|(of, _)| *of == key(first)).and_then(|(_, at)| claims.get_mut(*at));
        match repeated {
            Some(claim) => {
                claim.mentions.splice(0..0, same.iter().copied());
            }
            None => alone.extend(claim(None, same)),
        }
    }
    claims.splice(0..0, alone);
}

/// What makes two mentions one promise.
fn key(mention: &Mention<'_>) -> (Subject, bool, Amount) {
    (mention.promise.subject, mention.promise.percent, mention.promise.amount)
}

/// A claim of mentions of one promise.
fn claim<'a>(task: Option<usize>, mentions: &[Mention<'a>]) -> Option<Claim<'a>> {
    let promise = mentions.first()?.promise;
    Some(Claim {
        subject: promise.subject,
        percent: promise.percent,
        amount: promise.amount,
        task,
        mentions: mentions.to_vec(),
        outcome: Outcome::NotCarried,
    })
}

/// The totals of all lines, by task and subject and over the whole plan.
struct Carriers<'a> {
    by_task: Vec<Carrier<'a>>,
    overall: Vec<Carrier<'a>>,
    /// Figures of the impact block.
    impact: Vec<Amount>,
}

impl<'a> Carriers<'a> {
    fn of(plan: &'a Plan) -> Self {
        let lines = plan.tasks.iter().enumerate().flat_map(|(at, task)| {
            task.activities.iter().flat_map(|activity| &activity.indicators).map(move |line| (at, line))
        });
        let mut overall: Vec<Carrier<'a>> = Vec::with_capacity(plan.lines().count());
        overall.extend(lines.enumerate().flat_map(|(order, (task, line))| {
            line.targets.iter().filter_map(move |t| total(task, order, line, t))
        }));
        overall.sort_by_key(Carrier::what);
        // Within a task they keep that order.
        let mut by_task = overall.clone();
        by_task.sort_by_key(|carrier| carrier.task);
        for carrier in &mut overall {
            carrier.task = 0;
        }
        let figures = plan.impact.iter().flat_map(|line| &line.targets).filter_map(number);
        let mut impact: Vec<Amount> = figures.map(|(_, amount, _)| amount).collect();
        impact.sort_unstable();
        Self { by_task, overall, impact }
    }

    fn outcome(&self, claim: &Claim<'a>) -> Outcome<'a> {
        let (carriers, task) = match claim.task {
            Some(task) => (self.by_task.as_slice(), task),
            None => (self.overall.as_slice(), 0),
        };
        let same = of_subject(carriers, task, claim.subject, claim.percent);
        let equal = of_amount(same, claim.amount);
        if claim.subject != Subject::Unknown && !equal.is_empty() {
            return Outcome::Carried(equal.iter().take(LOOKED_AT).copied().collect());
        }
        if claim.subject != Subject::Unknown && covers(claim, same) {
            return Outcome::Covered;
        }
        if claim.task.is_none() && self.impact.binary_search(&claim.amount).is_ok() {
            return Outcome::Covered;
        }
        if claim.subject != Subject::Unknown && claim.task.is_some() && !same.is_empty() {
            return Outcome::Differs(same.iter().take(LOOKED_AT).copied().collect());
        }
        let akin = of_other_subject(carriers, task, claim);
        if akin.is_empty() { Outcome::NotCarried } else { Outcome::Carried(akin) }
    }
}

/// The carriers of one task and subject.
fn of_subject<'c, 'a>(
    carriers: &'c [Carrier<'a>],
    task: usize,
    subject: Subject,
    percent: bool,
) -> &'c [Carrier<'a>] {
    let order = |carrier: &Carrier<'a>| {
        (carrier.task, carrier.subject, carrier.percent).cmp(&(task, subject, percent))
    };
    let start = carriers.partition_point(|carrier| order(carrier).is_lt());
    let end = carriers.partition_point(|carrier| order(carrier).is_le());
    carriers.get(start..end).unwrap_or_default()
}

/// Of carriers of one subject, those of one number.
fn of_amount<'c, 'a>(carriers: &'c [Carrier<'a>], amount: Amount) -> &'c [Carrier<'a>] {
    let start = carriers.partition_point(|carrier| carrier.amount < amount);
    let end = carriers.partition_point(|carrier| carrier.amount <= amount);
    carriers.get(start..end).unwrap_or_default()
}

/// Lines of the number whose subject is another or not known: in a task a larger number is enough, otherwise the
/// line must share words with the promise.
fn of_other_subject<'a>(carriers: &[Carrier<'a>], task: usize, claim: &Claim<'a>) -> Vec<Carrier<'a>> {
    const ALL: [Subject; 12] = [
        Subject::Person,
        Subject::Support,
        Subject::Event,
        Subject::FocusGroup,
        Subject::Organisation,
        Subject::Nomination,
        Subject::Post,
        Subject::Publication,
        Subject::Letter,
        Subject::Photo,
        Subject::Video,
        Subject::Unknown,
    ];
    let equal = ALL.into_iter().flat_map(|subject| {
        of_amount(of_subject(carriers, task, subject, claim.percent), claim.amount).iter().take(LOOKED_AT)
    });
    let telling = claim.task.is_some() && (claim.percent || claim.amount > Amount::from(COMMON));
    let words: Vec<Stem> =
        claim.mentions.iter().take(LOOKED_AT).flat_map(|mention| stems(mention.promise.words)).collect();
    let openings = Openings::of(words.iter().copied());
    let shares_words =
        |carrier: &&Carrier<'a>| openings.likely_in(&carrier.line.name).any(|stem| words.contains(&stem));
    equal.filter(|carrier| telling || shares_words(carrier)).take(LOOKED_AT).copied().collect()
}

/// Whether lines of the subject, one of them or all together, hold what is promised.
fn covers(claim: &Claim<'_>, carriers: &[Carrier<'_>]) -> bool {
    let bound = claim.bound();
    let limits = matches!(bound, Bound::AtMost | Bound::LessThan);
    // «Не более 5 семинаров» may be none: only a limit can be made up of limits.
    let firm = |carrier: &&Carrier<'_>| limits || !matches!(carrier.bound, Bound::AtMost | Bound::LessThan);
    let sum =
        carriers.iter().filter(firm).try_fold(Amount::ZERO, |sum, carrier| sum.checked_add(carrier.amount));
    let Some(sum) = sum.filter(|_| carriers.iter().any(|carrier| firm(&carrier))) else { return false };
    match bound {
        // A bare number in an activity's text is a part of what the table holds, or all of it.
        Bound::Plain if claim.is_bare() => sum >= claim.amount,
        Bound::AtLeast | Bound::MoreThan => sum >= claim.amount,
        Bound::AtMost | Bound::LessThan => sum <= claim.amount,
        Bound::Plain | Bound::About | Bound::Between => sum == claim.amount,
    }
}

/// The total a target promises, if it can carry a promise: a number of the whole, not of each event or month.
fn total<'a>(task: usize, order: usize, line: &'a Indicator, target: &'a Target) -> Option<Carrier<'a>> {
    if target.each.is_some() || target.every.is_some() {
        return None;
    }
    let (bound, amount, percent) = number(target)?;
    let subject = Subject::of_line(line.kind_of(target), target.unit.as_ref().map(|unit| unit.code));
    Some(Carrier { task, subject, percent, amount, bound, order, line, target })
}

/// The number of a target, its bound, and whether it is a percent.
const fn number(target: &Target) -> Option<(Bound, Amount, bool)> {
    match target.rule {
        TargetRule::Number { bound, amount, .. } => Some((bound, amount, false)),
        TargetRule::Percent { bound, amount, .. } => Some((bound, amount, true)),
        _ => None,
    }
}

/// A line whose bare number words elsewhere make at least or at most.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Implied<'a> {
    pub(crate) line: &'a Indicator,
    pub(crate) bound: Bound,
    pub(crate) source: ReadingSource,
    order: usize,
}

/// The lines whose bound follows from the promise they carry, in the plan's order.
pub(crate) fn implied<'a>(claims: &[Claim<'a>]) -> Vec<Implied<'a>> {
    let mut found = Vec::new();
    for claim in claims {
        let Outcome::Carried(lines) = &claim.outcome else { continue };
        let Some((bound, source)) = claim.said_bound() else { continue };
        if !matches!(bound, Bound::AtLeast | Bound::AtMost) {
            continue;
        }
        let bare = lines.iter().filter(|carrier| carrier.bound == Bound::Plain);
        found.extend(bare.map(|carrier| Implied { line: carrier.line, bound, source, order: carrier.order }));
    }
    found.sort_by_key(|implied| implied.order);
    found.dedup_by_key(|implied| implied.order);
    found
}
