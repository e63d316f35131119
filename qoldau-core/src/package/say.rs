//! The difference of two packages as text, for the operator's manager.

use std::fmt::Write as _;

use super::diff::{ItemChange, LineDiff, LineState, PackageDiff, ReadingChange, TargetDiff, differ};
use super::exceptions::LineException;
use super::model::{PackageAbout, PackageReading, PackageTarget};
use super::words::{
    ACTIVITY, ADDED, ALTERED, ALTERED_ENTRIES, AS_IT_WAS, CAME, EXCEPTIONS, GONE, MISSING_ENTRIES,
    NOTHING_DIFFERS, OWN_WORDS, PLAN_ALTERED, PROJECT, STATUS, TITLE, UNCHANGED, UNREAD, WENT, WITHDRAWN,
    of_exception,
};
use crate::assess::{Figure, Headline};
use crate::language::{Language, Saying, format_amount, format_day_year, format_share, word};
use crate::plan::reconcile::say_withdrawn_by;
use crate::plan::{say_answer, say_question};
use crate::review::RemarkStanding;
use crate::review::words::{ANSWER, status_of_remark};

/// One of the figures of a target.
type FigureOf = fn(&PackageTarget) -> Option<Figure>;
/// Whether an item changed in a certain way.
type ChangedSo = fn(&ItemChange) -> bool;

/// Said where there is no figure.
const NOTHING: &str = "—";

/// Says what differs between two packages, line by line, in one language. Words of the contract, of the operator and of
/// those who answered stand as they were written.
#[must_use]
pub fn say_package_diff(diff: &PackageDiff, language: Language) -> String {
    let mut text = Text { language, out: String::new() };
    let (from, to) = (format_day_year(diff.from), format_day_year(diff.to));
    text.line(0, &format!("{}: {from} → {to}", TITLE.get(language)));
    if diff.from_edition != diff.to_edition {
        let edition = text.word("planEdition");
        text.line(0, &format!("{edition}: {} → {}", diff.from_edition, diff.to_edition));
    }
    let told = text.of_the_whole(diff);
    if !told && diff.lines.is_empty() && diff.remarks.is_empty() {
        text.line(0, NOTHING_DIFFERS.get(language));
    }
    for remark in &diff.remarks {
        text.remark(0, remark);
        if let Some(line) = &remark.line {
            text.line(1, &format!("{}: {line}", text.word("indicator")));
        }
    }
    for line in &diff.lines {
        text.of_line(line);
    }
    text.line(0, &format!("{}: {}", UNCHANGED.get(language), diff.unchanged));
    text.out
}

/// Whose project it is, in one line.
fn name_of(about: &PackageAbout) -> String {
    let contract = about.contract.as_ref();
    let number = contract.and_then(|contract| contract.number.clone());
    let date = contract.and_then(|contract| contract.date).map(format_day_year);
    let parts = [about.grantee.clone(), about.title.clone(), number, date];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() { NOTHING.into() } else { said.join(", ") }
}

/// Whether a target was taken out since. Its figures stand, and nothing takes their place.
fn is_gone(target: &TargetDiff) -> bool {
    let withdrawn = |of: &Option<PackageTarget>| of.as_ref().is_some_and(|of| of.withdrawn.is_some());
    target.now.is_none() || withdrawn(&target.now) && !withdrawn(&target.before)
}

struct Text {
    language: Language,
    out: String,
}

impl Text {
    fn word(&self, key: &str) -> &'static str {
        word(key, self.language).unwrap_or_default()
    }

    /// One line of text. Words that people wrote may hold line breaks and signs that steer a terminal.
    fn line(&mut self, depth: usize, said: &str) {
        let plain: String = said.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let indent = "  ".repeat(depth);
        // Writing to a text does not fail.
        let _ = writeln!(self.out, "{indent}{plain}");
    }

    /// What differs of the whole, first what no figure shows; gives whether anything does.
    fn of_the_whole(&mut self, diff: &PackageDiff) -> bool {
        let before = self.out.len();
        if diff.plan_altered {
            self.line(0, PLAN_ALTERED.get(self.language));
        }
        if let Some(about) = &diff.about {
            let [before, now] = [&about.before, &about.now].map(name_of);
            self.line(0, &format!("{}: {before} → {now}", PROJECT.get(self.language)));
        }
        for (saying, entries) in
            [(ALTERED_ENTRIES, &diff.altered_entries), (MISSING_ENTRIES, &diff.missing_entries)]
        {
            if !entries.is_empty() {
                let ids: Vec<&str> = entries.iter().map(crate::value::Id::as_str).collect();
                self.line(0, &format!("{}: {}", saying.get(self.language), ids.join(", ")));
            }
        }
        for (how, words) in [(CAME, &diff.unread_added), (WENT, &diff.unread_gone)] {
            for words in words {
                let said = format!("{}, {}: {words}", UNREAD.get(self.language), how.get(self.language));
                self.line(0, &said);
            }
        }
        self.out.len() > before
    }

    /// Reasons to look at a line.
    fn exceptions(&self, exceptions: &[LineException]) -> String {
        let words = exceptions.iter().map(|one| of_exception(*one).get(self.language));
        let words: Vec<&str> = words.collect();
        if words.is_empty() { NOTHING.into() } else { words.join(", ") }
    }

    fn of_line(&mut self, line: &LineDiff) {
        let state = match line.state {
            LineState::Changed => None,
            LineState::Unchanged => Some(AS_IT_WAS),
            LineState::Added => Some(ADDED),
            LineState::Withdrawn => Some(WITHDRAWN),
        };
        let state = state.map(|state| format!(" ({})", state.get(self.language))).unwrap_or_default();
        self.out.push('\n');
        self.line(0, &format!("{} {}{state}", line.number, line.name));
        // What is withdrawn stands nowhere, and what it came to stands.
        if line.state == LineState::Withdrawn {
            let by = line.targets.iter().find_map(|target| target.now.as_ref()?.withdrawn.as_ref());
            if let Some(by) = by {
                self.line(1, &say_withdrawn_by(by.agreement.as_ref(), self.language));
            }
        } else if line.headline != line.headline_before {
            let [before, now] = [line.headline_before, line.headline].map(|headline| self.headline(headline));
            self.line(1, &format!("{}: {before} → {now}", STATUS.get(self.language)));
        }
        if line.state == LineState::Changed {
            self.of_words(line);
        }
        for target in &line.targets {
            self.target(target, line.state);
        }
        for reading in &line.readings {
            self.reading(reading);
        }
        self.evidence(&line.evidence);
        for remark in &line.remarks {
            self.remark(1, remark);
        }
    }

    /// The activity and the exceptions of a line that stands, where they are others.
    fn of_words(&mut self, line: &LineDiff) {
        if let (Some(before), Some(now)) = (&line.activity_before, &line.activity)
            && before != now
        {
            self.line(1, &format!("{}: {before} → {now}", ACTIVITY.get(self.language)));
        }
        if differ(line.exceptions_before.as_ref(), line.exceptions.as_ref()) {
            let both = [&line.exceptions_before, &line.exceptions];
            let [before, now] = both.map(|of| self.exceptions(of.as_deref().unwrap_or_default()));
            self.line(1, &format!("{}: {before} → {now}", EXCEPTIONS.get(self.language)));
        }
    }

    fn headline(&self, headline: Option<Headline>) -> &'static str {
        let key = match headline {
            None => return NOTHING,
            Some(Headline::Proven) => "proven",
            Some(Headline::NotDue) => "notDue",
            Some(Headline::NotApplicable) => "notApplicable",
            Some(Headline::NeedsAction) => "needsAction",
            Some(Headline::Overdue) => "overdue",
        };
        self.word(key)
    }

    fn target(&mut self, target: &TargetDiff, of: LineState) {
        let text = |target: &Option<PackageTarget>| target.as_ref().map(|target| target.text.clone());
        let (before, now) = (text(&target.before), text(&target.now));
        let promised = match (&before, &now) {
            (Some(before), Some(now)) if before != now => format!("{before} → {now}"),
            _ => now.or(before).unwrap_or_default(),
        };
        let gone = is_gone(target);
        let how = gone.then(|| match target.now.as_ref().and_then(|now| now.withdrawn.as_ref()) {
            _ if of == LineState::Withdrawn => String::new(),
            Some(by) => format!(" ({})", say_withdrawn_by(by.agreement.as_ref(), self.language)),
            None => format!(" ({})", GONE.get(self.language)),
        });
        if !promised.is_empty() {
            self.line(1, &format!("{}: {promised}{}", self.word("target"), how.unwrap_or_default()));
        }
        let figures: [(&str, FigureOf); 3] = [
            ("claimed", |target| target.claimed),
            ("proven", |target| target.proven),
            ("accepted", |target| target.accepted),
        ];
        for (key, figure) in figures {
            let [before, now] = [&target.before, &target.now].map(|target| target.as_ref().and_then(figure));
            let last = now.or(before);
            if gone && (target.now.is_none() || before == now) {
                if last.is_some() {
                    self.line(2, &format!("{}: {}", self.word(key), self.figure(last)));
                }
            } else if before != now {
                let said = format!("{}: {} → {}", self.word(key), self.figure(before), self.figure(now));
                self.line(2, &said);
            }
        }
    }

    /// How the line was read and how it is read now: what a figure may differ by.
    fn reading(&mut self, change: &ReadingChange) {
        let Some(either) = change.now.as_ref().or(change.before.as_ref()) else { return };
        let answer = |reading: &Option<PackageReading>| match reading {
            None => NOTHING.to_owned(),
            Some(reading) => reading.answer.as_deref().map_or_else(
                || OWN_WORDS.get(self.language).to_owned(),
                |answer| say_answer(answer, self.language),
            ),
        };
        let question = say_question(either.question).get(self.language);
        let said = format!("{question}: {} → {}", answer(&change.before), answer(&change.now));
        self.line(1, &said);
    }

    fn figure(&self, figure: Option<Figure>) -> String {
        match figure {
            Some(Figure::Amount { amount }) => format_amount(amount, self.language),
            Some(Figure::Share { share }) => format_share(share, self.language),
            None => NOTHING.into(),
        }
    }

    /// Items that came, went or are not what they were, by their ids.
    fn evidence(&mut self, items: &[ItemChange]) {
        let kinds: [(Saying, ChangedSo); 3] = [
            (CAME, |item| item.before.is_none()),
            (WENT, |item| item.now.is_none()),
            (ALTERED, |item| item.before.is_some() && item.now.is_some()),
        ];
        for (how, is) in kinds {
            let of_kind = items.iter().filter(|item| is(item));
            let ids: Vec<&str> = of_kind
                .filter_map(|item| item.now.as_ref().or(item.before.as_ref()))
                .map(|item| item.item.as_str())
                .collect();
            if !ids.is_empty() {
                let evidence = self.word("evidence");
                self.line(1, &format!("{evidence}, {}: {}", how.get(self.language), ids.join(", ")));
            }
        }
    }

    fn remark(&mut self, depth: usize, remark: &RemarkStanding) {
        let status = status_of_remark(remark, self.language);
        let said = format!("{}: {} ({status})", self.word("operatorRemark"), remark.text);
        self.line(depth, &said);
        for reply in &remark.replies {
            let items: Vec<&str> = reply.evidence.iter().map(crate::value::Id::as_str).collect();
            let items = if items.is_empty() { String::new() } else { format!(" [{}]", items.join(", ")) };
            let day = format_day_year(reply.on);
            let said = format!("{}, {day}: {}{items}", ANSWER.get(self.language), reply.text);
            self.line(depth.saturating_add(1), &said);
        }
    }
}
