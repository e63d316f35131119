//! What differs between two packages, line by line.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::exceptions::LineException;
use super::model::{
    Package, PackageAbout, PackageEntry, PackageItem, PackageLine, PackageReading, PackageTarget,
};
use super::wire::PackageError;
use crate::assess::Headline;
use crate::review::{RemarkStanding, SubmissionStanding};
use crate::value::{Id, IsoDate};

/// What differs between two packages of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageDiff {
    /// Day of the earlier package.
    pub from: IsoDate,
    /// Day of the later package.
    pub to: IsoDate,
    /// Edition of the plan in the earlier package.
    pub from_edition: u32,
    /// Edition of the plan in the later package.
    pub to_edition: u32,
    /// Whether the plan is another one though the edition is the same: deadlines, kinds and approvals may be others, which no
    /// package holds.
    pub plan_altered: bool,
    /// Whose project it is, where the packages do not say the same; nothing where one of them does not say, as those of 1.0.
    pub about: Option<AboutChange>,
    /// Words of the contract that only the earlier package has under no line; none where one of the packages is of before 1.2.
    pub unread_gone: Vec<String>,
    /// Words of the contract that only the later package has under no line; likewise.
    pub unread_added: Vec<String>,
    /// The lines that differ or were remarked on, in the order of the later package, then those that are gone.
    pub lines: Vec<LineDiff>,
    /// How many lines are as they were.
    pub unchanged: u32,
    /// Entries that both packages bind, and not the same: somebody altered them since, or put others in their place. None where only one of
    /// the packages is of before 1.3, which bound entries without a seal otherwise.
    pub altered_entries: Vec<Id>,
    /// Entries behind the earlier package that are not behind the later one: taken out of the journal, not to be read, or
    /// no longer counted by the review. A journal only grows, so that there are none where nobody did anything of the kind. None where
    /// the later package is of an earlier day.
    pub missing_entries: Vec<Id>,
    /// Remarks on the whole of the earlier package, and on lines that neither package has.
    pub remarks: Vec<RemarkStanding>,
}

/// What differs of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LineDiff {
    /// Id of the line.
    pub line: Id,
    /// Its printed number in the later package that has it.
    pub number: String,
    /// Its name there.
    pub name: String,
    /// What became of it.
    pub state: LineState,
    /// Title of its activity before; nothing where the package does not say.
    pub activity_before: Option<String>,
    /// Title of its activity now.
    pub activity: Option<String>,
    /// What its answers came to before.
    pub headline_before: Option<Headline>,
    /// What they come to now.
    pub headline: Option<Headline>,
    /// Why somebody should have looked at it before; nothing where the package does not say, as those of 1.0.
    pub exceptions_before: Option<Vec<LineException>>,
    /// Why somebody should look at it now.
    pub exceptions: Option<Vec<LineException>>,
    /// Targets whose figures or words differ.
    pub targets: Vec<TargetDiff>,
    /// Answers that differ about how the line is read; none where one of the packages does not say, as those of before 1.3.
    pub readings: Vec<ReadingChange>,
    /// Items of evidence that differ, by their ids; none of a line that the later package does not have.
    pub evidence: Vec<ItemChange>,
    /// Remarks on the line in the earlier submission, with what became of them.
    pub remarks: Vec<RemarkStanding>,
}

/// Whose project two packages are about, where they do not say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AboutChange {
    /// What the earlier package says.
    pub before: PackageAbout,
    /// What the later one says.
    pub now: PackageAbout,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum LineState {
    /// Something of it differs.
    Changed,
    /// It is as it was, and was remarked on.
    Unchanged,
    /// Only the later package has it.
    Added,
    /// An agreement took it out since, or only the earlier package has it.
    Withdrawn,
}

/// A target before and now; nothing where a package does not have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TargetDiff {
    /// How it stood before.
    pub before: Option<PackageTarget>,
    /// How it stands now.
    pub now: Option<PackageTarget>,
}

/// How a line was read before and how it is now; nothing where that question was not answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReadingChange {
    /// The answer before.
    pub before: Option<PackageReading>,
    /// The answer now.
    pub now: Option<PackageReading>,
}

/// An item of evidence before and now; nothing where it was not attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ItemChange {
    /// How it stood before.
    pub before: Option<PackageItem>,
    /// How it stands now.
    pub now: Option<PackageItem>,
}

/// Says what differs between two packages. `submission` is how the earlier one stands with the operator, whose remarks are
/// told beside what became of their lines.
///
/// # Errors
/// [`PackageError::PackagesOfTwoPlans`] (`PKG008`).
pub fn diff_packages(
    before: &Package,
    now: &Package,
    submission: Option<&SubmissionStanding>,
) -> Result<PackageDiff, PackageError> {
    if before.plan != now.plan {
        return Err(PackageError::PackagesOfTwoPlans { before: before.plan.clone(), now: now.plan.clone() });
    }
    let remarks = submission.map_or(&[][..], |submission| &submission.remarks);
    let old: BTreeMap<&Id, &PackageLine> = before.lines.iter().map(|line| (&line.line, line)).collect();
    let new: BTreeMap<&Id, &PackageLine> = now.lines.iter().map(|line| (&line.line, line)).collect();
    let both = Both { before, now };
    let there =
        now.lines.iter().map(|line| both.line(old.get(&line.line).copied(), Some(line), line, remarks));
    let gone = before.lines.iter().filter(|line| !new.contains_key(&line.line));
    let gone = gone.map(|line| both.line(Some(line), None, line, remarks));
    let (told, same): (Vec<LineDiff>, Vec<LineDiff>) =
        there.chain(gone).partition(|line| line.state != LineState::Unchanged || !line.remarks.is_empty());
    let untouched = told.iter().filter(|line| line.state == LineState::Unchanged).count();
    let elsewhere = |remark: &&RemarkStanding| {
        remark.line.as_ref().is_none_or(|line| !old.contains_key(line) && !new.contains_key(line))
    };
    Ok(PackageDiff {
        from: before.as_of,
        to: now.as_of,
        from_edition: before.edition,
        to_edition: now.edition,
        plan_altered: before.edition == now.edition && before.plan_digest != now.plan_digest,
        about: both.about(),
        unread_gone: both.unread(before, now),
        unread_added: both.unread(now, before),
        lines: told,
        unchanged: u32::try_from(same.len().saturating_add(untouched)).unwrap_or(u32::MAX),
        altered_entries: both.altered(),
        missing_entries: both.missing(),
        remarks: remarks.iter().filter(elsewhere).cloned().collect(),
    })
}

/// The two packages.
struct Both<'a> {
    before: &'a Package,
    now: &'a Package,
}

impl Both<'_> {
    /// Whose project they are about, where both say and not the same.
    fn about(&self) -> Option<AboutChange> {
        let (before, now) = (self.before.about.clone()?, self.now.about.clone()?);
        (before != now).then_some(AboutChange { before, now })
    }

    /// Words of the contract under no line that one of the packages has and the other has not.
    fn unread(&self, of: &Package, other: &Package) -> Vec<String> {
        let both_tell = self.before.tells_the_unread() && self.now.tells_the_unread();
        let only = of.unread.iter().filter(|words| both_tell && !other.unread.contains(words));
        only.cloned().collect()
    }

    /// Entries of both packages that are bound by different digests. What was erased since is not what somebody altered.
    fn altered(&self) -> Vec<Id> {
        let Self { before, now } = *self;
        if before.binds_by_envelopes() != now.binds_by_envelopes() {
            return Vec::new();
        }
        let old: BTreeMap<&Id, &str> =
            before.entries.iter().map(|one| (&one.entry, one.digest.as_str())).collect();
        let is_other = |one: &&PackageEntry| {
            !one.erased && old.get(&one.entry).is_some_and(|digest| *digest != one.digest)
        };
        now.entries.iter().filter(is_other).map(|one| one.entry.clone()).collect()
    }

    /// Entries of the earlier package that the later one of the same day or a later one has not.
    fn missing(&self) -> Vec<Id> {
        let Self { before, now } = *self;
        if now.as_of < before.as_of {
            return Vec::new();
        }
        let there: BTreeSet<&Id> = now.entries.iter().map(|one| &one.entry).collect();
        let gone = before.entries.iter().filter(|one| !there.contains(&one.entry));
        gone.map(|one| one.entry.clone()).collect()
    }

    /// Whether an item is what it was. Its digest says so where both packages bind it alike; else by what it is found, where
    /// both say.
    fn is_same(&self, before: Option<&PackageItem>, now: Option<&PackageItem>) -> bool {
        let (Some(before), Some(now)) = (before, now) else { return before.is_none() == now.is_none() };
        let alike = self.before.binds_items_by_salt() == self.now.binds_items_by_salt();
        let said = before.what.as_ref().zip(now.what.as_ref());
        let same = if alike { before.digest == now.digest } else { said.is_none_or(|(was, is)| was == is) };
        same && before.counts == now.counts
    }

    fn line(
        &self,
        before: Option<&PackageLine>,
        now: Option<&PackageLine>,
        named: &PackageLine,
        remarks: &[RemarkStanding],
    ) -> LineDiff {
        let targets = pairs(before, now, |line| &line.targets, |target| &target.target)
            .filter(|(before, now)| before != now)
            .map(|(before, now)| TargetDiff { before, now })
            .collect::<Vec<_>>();
        // Nobody took away the items of a line that is gone.
        let evidence = pairs(before.filter(|_| now.is_some()), now, |line| &line.evidence, |item| &item.item)
            .filter(|(before, now)| !self.is_same(before.as_ref(), now.as_ref()))
            .map(|(before, now)| ItemChange { before, now })
            .collect::<Vec<_>>();
        let readings = readings(before, now);
        let same = targets.is_empty() && evidence.is_empty() && readings.is_empty();
        LineDiff {
            line: named.line.clone(),
            number: named.number.clone(),
            name: named.name.clone(),
            state: state_of(before, now, same),
            activity_before: before.and_then(|line| line.activity.clone()),
            activity: now.and_then(|line| line.activity.clone()),
            headline_before: before.and_then(|line| line.headline),
            headline: now.and_then(|line| line.headline),
            exceptions_before: before.and_then(|line| line.exceptions.clone()),
            exceptions: now.and_then(|line| line.exceptions.clone()),
            targets,
            readings,
            evidence,
            remarks: remarks
                .iter()
                .filter(|remark| remark.line.as_ref() == Some(&named.line))
                .cloned()
                .collect(),
        }
    }
}

/// What became of a line, of which figures, evidence and answers are the same or not.
fn state_of(before: Option<&PackageLine>, now: Option<&PackageLine>, same: bool) -> LineState {
    match (before, now) {
        (None, Some(now)) if now.withdrawn.is_some() => LineState::Withdrawn,
        (None, _) => LineState::Added,
        (_, None) => LineState::Withdrawn,
        (Some(before), Some(now)) if before.withdrawn.is_none() && now.withdrawn.is_some() => {
            LineState::Withdrawn
        }
        (Some(before), Some(now)) if same && says_the_same(before, now) => LineState::Unchanged,
        _ => LineState::Changed,
    }
}

/// Whether a line has the same words, headline and exceptions, as far as both packages tell them.
fn says_the_same(before: &PackageLine, now: &PackageLine) -> bool {
    (&before.number, &before.name, before.headline) == (&now.number, &now.name, now.headline)
        && !differ(before.activity.as_ref(), now.activity.as_ref())
        && !differ(before.exceptions.as_ref(), now.exceptions.as_ref())
}

/// Whether both are told, and not the same.
pub(super) fn differ<T: PartialEq>(before: Option<&T>, now: Option<&T>) -> bool {
    before.zip(now).is_some_and(|(before, now)| before != now)
}

/// Answers about how a line is read that differ, where both packages say.
fn readings(before: Option<&PackageLine>, now: Option<&PackageLine>) -> Vec<ReadingChange> {
    let of = |line: Option<&PackageLine>| line.and_then(|line| line.readings.clone());
    let (Some(before), Some(now)) = (of(before), of(now)) else { return Vec::new() };
    let other = |all: &[PackageReading], one: &PackageReading| {
        all.iter().find(|other| other.question == one.question).cloned()
    };
    let went = before.iter().filter(|was| other(&now, was).is_none());
    let went = went.map(|was| ReadingChange { before: Some(was.clone()), now: None });
    let is = now.iter().map(|is| ReadingChange { before: other(&before, is), now: Some(is.clone()) });
    is.filter(|change| change.before != change.now).chain(went).collect()
}

/// Parts of a line by their ids: as they were and as they are.
fn pairs<'a, T: Clone + 'a>(
    before: Option<&'a PackageLine>,
    now: Option<&'a PackageLine>,
    parts: impl Fn(&'a PackageLine) -> &'a Vec<T>,
    id: impl Fn(&'a T) -> &'a Id,
) -> impl Iterator<Item = (Option<T>, Option<T>)> {
    let mut pairs: BTreeMap<&Id, (Option<T>, Option<T>)> = BTreeMap::new();
    for part in before.into_iter().flat_map(&parts) {
        pairs.entry(id(part)).or_default().0 = Some(part.clone());
    }
    for part in now.into_iter().flat_map(&parts) {
        pairs.entry(id(part)).or_default().1 = Some(part.clone());
    }
    pairs.into_values()
}
