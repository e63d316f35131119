//! Floor 6: the whole way in one call, for hosts that hand over a plan and a journal and want an answer.
//!
//! Nothing is decided here: each function joins those of the floors below in the one order in which they belong
//! together. What lies between (observations, an assessment to build a report of) stays inside, so that a host in
//! another language moves bytes in and an answer out.

mod bundle;
#[cfg(feature = "sign")]
mod heads;
mod journal;
mod package;
#[cfg(feature = "people")]
pub mod people;
#[cfg(feature = "people")]
pub mod registry;
#[cfg(any(feature = "people", feature = "survey"))]
mod said;
#[cfg(feature = "survey")]
pub mod survey;
#[cfg(feature = "survey")]
mod survey_count;
#[cfg(feature = "survey")]
mod survey_form;

pub use bundle::{BundleContents, WrittenBundle, read_bundle_file, write_bundle_file};
#[cfg(feature = "sign")]
pub use heads::{WrittenHead, sign_head_of, verify_heads_of};
pub use journal::{
    JournalConflicts, JournalContents, JournalForm, MergedFile, MergedJournals, Recorded, apply_envelopes,
    conflicts_of, facts_of, journal_contents, journal_header, merge_journals, next_clock, record_entry,
    verify_file, write_entries, write_entry,
};
pub use package::{
    FrozenPackage, WrittenSubmission, diff_package_files, freeze_journal, package_digest, package_fits,
    review_packages, say_package_file_diff, write_submission_file,
};

use qoldau_derive::Decode;
use serde::Serialize;

use crate::assess::{self, Assessment, LineEvidence};
use crate::check::{CheckResult, Stage, check, join_reading};
use crate::facts::{
    Acknowledgement, Custody, Entry, Fact, FactsError, FactsLimits, FactsRead, Noted, Observation,
    Observations, check_custody, check_editions, check_facts, observe, observe_counted, take_entries,
};
use crate::finding::Finding;
use crate::language::Language;
use crate::people::observe::observe_people_editions;
use crate::plan::reconcile::check_given_editions;
use crate::plan::{Plan, Policy};
use crate::report::{self, IssuedNumber, Register, Report};
use crate::review::{self, AuthorRole, ReviewSummary, Reviews};
use crate::section::ReportSection;
use crate::value::{DateRange, IsoDate};

/// How a plan and its facts are held together. Every field has a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct HoldOptions {
    /// Thresholds and severities; default the product's own.
    pub policy: Policy,
    /// A reporting period, whose figures then stand beside the cumulative ones.
    pub period: Option<DateRange>,
    /// Limits on the journal.
    pub limits: FactsLimits,
    /// What reading the annex gave reason to say, so that one cause is told once; default nothing.
    pub read_findings: Vec<Finding>,
    /// The other editions of the plan, before or after its supplementary agreements, in any order: every day is judged by
    /// the one that was in force; default none.
    pub editions: Vec<Plan>,
    /// Who is what in the review; without a row of their own nobody takes a step of it. Default nobody.
    pub roles: Vec<AuthorRole>,
    /// Parts that a report shows beside its own, said in its language, such as a survey's; default none. No figure depends on
    /// them.
    pub sections: Vec<ReportSection>,
    /// SHA-256 hashes of the files of the evidence that are in hand, hexadecimal: recorded files that are not among them are
    /// told of, and shown in the register. Default nothing, and nothing is said of any file; an empty list is no file at all.
    pub present: Option<Vec<String>>,
}

impl HoldOptions {
    /// Refuses a reporting period that ends before it begins: everything told of it would be nought.
    fn period_in_order(&self) -> Result<(), FactsError> {
        if self.period.is_some_and(DateRange::is_reversed) { Err(FactsError::ReversedPeriod) } else { Ok(()) }
    }
}

/// A plan held against its facts on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Held {
    /// Where every line stands.
    pub assessment: Assessment,
    /// What reading the annex, checking the plan, reading the facts and their review give reason to say.
    pub findings: Vec<Finding>,
    /// What was answered or taken note of.
    pub folded: Vec<Finding>,
    /// Where the records of the work and the submissions stand in review.
    pub review: ReviewSummary,
}

/// What is recorded of the evidence of every line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct JournalEvidence {
    /// For every line its items, and how each counts.
    pub lines: Vec<LineEvidence>,
    /// What of the journal could not be taken, and may have been evidence.
    pub findings: Vec<Finding>,
}

/// What a report is rendered as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReportForm {
    /// Plain text without colours.
    Text,
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
}

/// What a register is rendered as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum RegisterForm {
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
    /// CSV, safe to open in a spreadsheet.
    Csv,
}

/// Holds a plan against facts that were read, on a day. The observations are given beside the answer: a report and a
/// register are made of both.
#[must_use]
pub fn hold(plan: &Plan, facts: FactsRead, as_of: IsoDate, options: HoldOptions) -> (Held, Observations) {
    let facts = facts.until(as_of);
    let of_facts = check_facts(latest(plan, &options.editions, as_of), &facts);
    let of_editions = of_editions(plan, &facts, &options);
    let reviews = review_facts(plan, &facts, as_of, &options);
    let approved = reviews.has_steps_within().then(|| {
        let approved = observe_counted(facts.entries.clone(), |entry| reviews.is_approved(entry));
        with_people(plan, approved, as_of, &options).0
    });
    let custody = custody_of(&facts, &options);
    let (mut assessment, observations, of_people) =
        assess_counted(plan, facts.entries, &reviews, as_of, &options);
    let HoldOptions { policy, editions: others, read_findings, .. } = options;
    let in_force = assess::edition_in_force(plan, &others, as_of);
    if let Some(approved) = approved {
        let of_approved = assess::assess_editions(plan, &others, &approved, as_of, &policy, None);
        assess::note_approved(in_force, &mut assessment, &of_approved);
    }
    let noted = acknowledged(&observations, as_of);
    let mut checked = check_noted(in_force, Stage::Signed, &assessment, &noted, read_findings);
    let (doubts, folded) = doubts_of(in_force, &assessment, &observations, &noted);
    checked.folded.extend(folded);
    let review = reviews.summary();
    let of_files = custody.map(|custody| check_custody(&observations, &custody, as_of)).unwrap_or_default();
    let of_journal = doubts.into_iter().chain(of_facts).chain(of_people).chain(of_files).chain(of_editions);
    let of_journal = of_journal.chain(reviews.findings).chain(facts.findings);
    let findings = checked.findings.into_iter().chain(of_journal);
    (Held { assessment, findings: findings.collect(), folded: checked.folded, review }, observations)
}

/// Whether the editions that are given are of one plan, and those that the journal adopted.
fn of_editions(plan: &Plan, facts: &FactsRead, options: &HoldOptions) -> Vec<Finding> {
    let own = options.editions.iter().filter(|other| other.id == plan.id);
    let editions: Vec<&Plan> = std::iter::once(plan).chain(own).collect();
    let given = check_given_editions(plan, &options.editions);
    given.into_iter().chain(check_editions(&editions, facts)).collect()
}

/// Where every line stands by the entries that count in review, what these observe, and what their people give reason to say.
fn assess_counted(
    plan: &Plan,
    entries: Vec<Entry>,
    reviews: &Reviews,
    as_of: IsoDate,
    options: &HoldOptions,
) -> (Assessment, Observations, Vec<Finding>) {
    let HoldOptions { policy, period, editions, .. } = options;
    let observations = observe_counted(entries, |entry| reviews.counts(entry, policy));
    let (observations, of_people) = with_people(plan, observations, as_of, options);
    let assessment = assess::assess_editions(plan, editions, &observations, as_of, policy, *period);
    (assessment, observations, of_people)
}

/// What entries observe, and what the people on their lists come to, by the editions of the plan.
fn with_people(
    plan: &Plan,
    mut observations: Observations,
    as_of: IsoDate,
    options: &HoldOptions,
) -> (Observations, Vec<Finding>) {
    let people = observe_people_editions(plan, &options.editions, &observations, as_of);
    observations.all.extend(people.observations.all);
    (observations, people.findings)
}

/// The last of the editions. Facts may be about lines of any edition: it knows them all.
fn latest<'a>(plan: &'a Plan, others: &'a [Plan], as_of: IsoDate) -> &'a Plan {
    let last_day = IsoDate::new(9999, 12, 31).unwrap_or(as_of);
    assess::edition_in_force(plan, others, last_day)
}

/// Which files are in hand, where the options say so, and who recorded them.
fn custody_of(facts: &FactsRead, options: &HoldOptions) -> Option<Custody> {
    options.present.as_ref().map(|present| Custody::of(present, &facts.entries))
}

/// Where every entry and every submission stands in review at the end of a day. Where nobody takes a step and drafts
/// count, nothing has to be said of any entry.
fn review_facts(plan: &Plan, facts: &FactsRead, as_of: IsoDate, options: &HoldOptions) -> Reviews {
    let has_steps = facts.entries.iter().any(|entry| entry.fact.is_review_step());
    if !has_steps && review::drafts_count(&options.policy) {
        return Reviews::default();
    }
    let plan = latest(plan, &options.editions, as_of);
    review::review(plan, facts, &options.roles, &options.policy, as_of)
}

/// Where every record of the work and every submission stands in review at the end of a day, and which steps had no
/// effect; what of the journal could not be taken stands first among the findings. Who is what stands in the options.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole.
pub fn review_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    options: &HoldOptions,
) -> Result<Reviews, FactsError> {
    options.period_in_order()?;
    let facts = facts_of(journal, &options.limits)?;
    let plan = latest(plan, &options.editions, as_of);
    let reviews = review::review(plan, &facts, &options.roles, &options.policy, as_of);
    Ok(with_reading(facts.findings, reviews))
}

/// What the reading of a journal found, before what its review did.
fn with_reading(read: Vec<Finding>, reviews: Reviews) -> Reviews {
    Reviews { findings: [read, reviews.findings].concat(), ..reviews }
}

/// Checks a plan as it is read on the assessed day, with the answers people gave and what they took note of until then.
/// `read` is what reading the annex gave reason to say.
#[must_use]
pub fn check_answered(
    plan: &Plan,
    stage: Stage,
    assessment: &Assessment,
    observations: &Observations,
    read: Vec<Finding>,
) -> CheckResult {
    check_noted(plan, stage, assessment, &acknowledged(observations, assessment.as_of), read)
}

fn check_noted(
    plan: &Plan,
    stage: Stage,
    assessment: &Assessment,
    noted: &[Acknowledgement],
    read: Vec<Finding>,
) -> CheckResult {
    let plan = Plan { readings: assessment.readings.clone(), ..plan.clone() };
    join_reading(read, check(&plan, stage, &assessment.policy, noted), &assessment.policy)
}

/// What people took note of until the end of a day.
fn acknowledged(observations: &Observations, as_of: IsoDate) -> Vec<Acknowledgement> {
    let note = |by: &Observation| match &by.fact {
        Fact::Acknowledgement { body } => Some(body.clone()),
        _ => None,
    };
    observations.holding_on(as_of).filter_map(note).collect()
}

/// What the evidence gives reason to ask: what is open, and what somebody took note of.
fn doubts_of(
    plan: &Plan,
    assessment: &Assessment,
    observations: &Observations,
    noted: &[Acknowledgement],
) -> (Vec<Finding>, Vec<Finding>) {
    let mut doubts = assess::doubts_of_evidence(plan, observations, assessment.as_of);
    assessment.policy.weigh(&mut doubts);
    let noted = Noted::new(noted);
    doubts.into_iter().partition(|doubt| !noted.has(doubt))
}

/// Where every line stands on a day by a journal, in either form.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole; wrong lines of it are findings. `INP001` at `/options/period`, as
/// of every call with these options, for a period that ends before it begins.
pub fn assess_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    options: HoldOptions,
) -> Result<Held, FactsError> {
    options.period_in_order()?;
    let facts = facts_of(journal, &options.limits)?;
    Ok(hold(plan, facts, as_of, options).0)
}

/// Where every line stands on a day by entries that the host holds as values. They are judged like the lines of a
/// journal; a finding's line is the entry's position, counted from 1.
///
/// # Errors
/// [`FactsError::TooManyEntries`] (`FCT002`).
pub fn assess_entries(
    plan: &Plan,
    entries: Vec<Entry>,
    as_of: IsoDate,
    options: HoldOptions,
) -> Result<Held, FactsError> {
    options.period_in_order()?;
    let facts = take_entries(entries, &options.limits)?;
    Ok(hold(plan, facts, as_of, options).0)
}

/// For every line the evidence that was recorded for it until the end of a day, and how each item counts, wherever it
/// stands in review.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole.
pub fn evidence_of_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
) -> Result<JournalEvidence, FactsError> {
    let FactsRead { entries, findings, .. } = facts_of(journal, &FactsLimits::default())?;
    let lines = assess::evidence_of(plan, &observe(entries), as_of, &Policy::default());
    Ok(JournalEvidence { lines, findings })
}

/// The report of a day, as a model that a host lays out itself.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole.
pub fn report_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    language: Language,
    options: HoldOptions,
) -> Result<Report, FactsError> {
    options.period_in_order()?;
    let facts = facts_of(journal, &options.limits)?;
    let in_force = assess::edition_in_force(plan, &options.editions, as_of).clone();
    let sections = options.sections.clone();
    let (held, observations) = hold(plan, facts, as_of, options);
    let Held { assessment, findings, folded, review } = held;
    let built = report::build(&in_force, &assessment, &findings, &folded, &review, &observations, language);
    Ok(Report { sections, ..built })
}

/// The report of a day, ready to show, print or send.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole.
pub fn render_report(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    language: Language,
    form: ReportForm,
    options: HoldOptions,
) -> Result<String, FactsError> {
    let report = report_journal(plan, journal, as_of, language, options)?;
    Ok(match form {
        ReportForm::Text => report::render_text(&report, false),
        ReportForm::Markdown => report::render_markdown(&report),
        ReportForm::Html => report::render_html(&report),
    })
}

/// The evidence register of a day, as a model. `issued` are numbers that earlier registers gave; they are kept. What of the journal could
/// not be taken, and may have been evidence, stands in its `findings`.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole.
pub fn register_journal(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    language: Language,
    issued: &[IssuedNumber],
    options: &HoldOptions,
) -> Result<Register, FactsError> {
    options.period_in_order()?;
    let facts = facts_of(journal, &options.limits)?;
    Ok(register_facts(plan, facts, as_of, language, issued, options))
}

/// The evidence register of a day from facts that were read: all of them, for the numbers go over all that was recorded,
/// whatever the day of the register.
#[must_use]
pub fn register_facts(
    plan: &Plan,
    facts: FactsRead,
    as_of: IsoDate,
    language: Language,
    issued: &[IssuedNumber],
    options: &HoldOptions,
) -> Register {
    let reviews = review_facts(plan, &facts, as_of, options);
    let custody = custody_of(&facts, options);
    let FactsRead { entries, findings, .. } = facts;
    let (assessment, observations, _) = assess_counted(plan, entries, &reviews, as_of, options);
    let plan = assess::edition_in_force(plan, &options.editions, as_of);
    let built = report::register_after(plan, &assessment, &observations, issued, custody.as_ref(), language);
    Register { findings: report::say_findings(plan, &findings, language), ..built }
}

/// The evidence register of a day, ready to print or to open in a spreadsheet.
///
/// # Errors
/// [`FactsError`] when the journal cannot be read as a whole.
pub fn render_register(
    plan: &Plan,
    journal: &[u8],
    as_of: IsoDate,
    language: Language,
    form: RegisterForm,
    issued: &[IssuedNumber],
    options: &HoldOptions,
) -> Result<String, FactsError> {
    let register = register_journal(plan, journal, as_of, language, issued, options)?;
    Ok(match form {
        RegisterForm::Markdown => report::render_register_markdown(&register),
        RegisterForm::Html => report::render_register_html(&register),
        RegisterForm::Csv => report::render_register_csv(&register),
    })
}
