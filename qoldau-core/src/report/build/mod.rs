//! Says an assessment in one language: [`build`]; and findings alone: [`say_findings`].

mod approvals;
mod checks;
mod context;
mod exceptions;
mod impact;
mod lacks;
mod reviewed;
mod status;
mod table;
mod timeline;
mod to_do;
pub(in crate::report) mod withdrawn;

pub(in crate::report) use context::{Context, NOTHING};
pub(in crate::report) use lacks::{From, and_more, approvals_in_words, is_open, lacks, shown_of, why_open};

use super::model::{FORMAT, FindingRow, Head, Report};
use super::phrases;
use crate::assess::{Assessment, assess};
use crate::facts::Observations;
use crate::finding::{Finding, Severity};
use crate::language::{
    Language, NBSP, format_as_of, format_date, format_day_year, format_kazakh_date_of, format_range,
};
use crate::plan::{Contract, GrantTask, Plan, Policy, TaskKind};
use crate::review::ReviewSummary;
use crate::value::IsoDate;

/// Says where every line of a plan stands, in one language.
///
/// `findings` are those of the checks that stand, `folded` those that were answered or taken note of; the findings of
/// the assessment itself are added. `review` is how records and submissions stand that day. `observations` are the ones that were assessed: names of documents come from them.
#[must_use]
pub fn build(
    plan: &Plan,
    assessment: &Assessment,
    findings: &[Finding],
    folded: &[Finding],
    review: &ReviewSummary,
    observations: &Observations,
    language: Language,
) -> Report {
    let context = Context::new(plan, assessment, observations, language);
    let own = assessment.findings.iter().filter(|own| !findings.contains(own) && !folded.contains(own));
    let mut standing: Vec<&Finding> = findings.iter().chain(own).collect();
    standing.sort_by_key(|finding| weight(finding.severity));
    let in_words = |finding: &Finding| checks::finding(&context, finding);
    Report {
        format: FORMAT.into(),
        language,
        contract_language: plan.language,
        head: head(&context),
        remarks: reviewed::remarks(&context, review),
        counts: assessment.counts,
        to_do: to_do::to_do(&context),
        approvals: approvals::approvals(&context),
        records: reviewed::records(&context, review),
        submissions: reviewed::submissions(&context, review),
        exceptions: exceptions::exceptions(&context),
        timeline: timeline::timeline(&context),
        tasks: table::tasks(&context),
        impact: impact::impact(&context),
        withdrawn: withdrawn::withdrawn(&context),
        sections: Vec::new(),
        readings: checks::readings(&context),
        findings: standing.into_iter().map(in_words).collect(),
        folded: folded.iter().map(in_words).collect(),
        unread: plan.unread.iter().map(|unread| unread.text.clone()).collect(),
        policy: checks::policy(&context),
    }
}

/// Says findings in one language, in their own order: for whoever shows what reading or checking a plan came to before
/// there is anything to report.
#[must_use]
pub fn say_findings(plan: &Plan, findings: &[Finding], language: Language) -> Vec<FindingRow> {
    if findings.is_empty() {
        return Vec::new();
    }
    // Without facts there is nothing to assess, so any day will do.
    let any_day = plan.period.map(|period| period.start).or_else(|| IsoDate::new(2000, 1, 1));
    let Some(any_day) = any_day else { return Vec::new() };
    let nothing = Observations::default();
    let assessment = assess(plan, &nothing, any_day, &Policy::default(), None);
    let context = Context::new(plan, &assessment, &nothing, language);
    findings.iter().map(|finding| checks::finding(&context, finding)).collect()
}

/// Errors first, then questions, because they wait for a decision.
const fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Question => 1,
        Severity::Warning => 2,
        Severity::Info => 3,
    }
}

/// Who, what and when.
pub(in crate::report) fn head(context: &Context<'_>) -> Head {
    let (plan, assessment, language) = (context.plan, context.assessment, context.language);
    Head {
        title: phrases::TITLE.get(language).into(),
        project: plan.title.clone(),
        grantee: plan.grantee.clone(),
        contract: plan.contract.as_ref().map(|contract| contract_in_words(contract, language)),
        period: plan.period.map(|period| format_range(period, language)),
        as_of: assessment.as_of,
        as_of_text: format_as_of(assessment.as_of, language),
        edition: edition(context),
        reporting_period: assessment
            .period
            .map(|period| format!("{}: {}", context.word("reportingPeriod"), format_range(period, language))),
    }
}

/// A contract by number and date.
pub(super) fn contract_in_words(contract: &Contract, language: Language) -> String {
    let number = contract.number.as_deref();
    let named = match language {
        Language::Kazakh => {
            number.map_or_else(|| "нөмірсіз шарт".to_owned(), |number| format!("№{NBSP}{number} шарт"))
        }
        Language::Russian => {
            number.map_or_else(|| "Договор без номера".into(), |number| format!("Договор №{NBSP}{number}"))
        }
        Language::English => number
            .map_or_else(|| "Contract without number".into(), |number| format!("Contract No.{NBSP}{number}")),
    };
    match (language, contract.date) {
        (Language::Kazakh, Some(date)) => format!("{} {named}", format_kazakh_date_of(date)),
        (Language::Kazakh, None) if number.is_none() => "Нөмірсіз шарт".into(),
        (Language::Russian, Some(date)) => format!("{named} от {}", format_date(date, language)),
        (Language::English, Some(date)) => format!("{named} of {}", format_date(date, language)),
        (_, None) => named,
    }
}

/// The edition of the plan in force, with the agreement that brought it.
fn edition(context: &Context<'_>) -> String {
    let number = context.assessment.edition;
    let known = context.plan.editions.iter().find(|edition| edition.number == number);
    let origin = match known.and_then(|edition| edition.agreement.as_ref()) {
        Some(agreement) => {
            let number = agreement.number.as_deref().map(|number| format!(" №{NBSP}{number}"));
            let date = agreement.date.map(|date| format!(", {}", format_day_year(date)));
            let name = context.word("supplementaryAgreement");
            format!("{name}{}{}", number.unwrap_or_default(), date.unwrap_or_default())
        }
        None => phrases::AS_SIGNED.get(context.language).into(),
    };
    format!("{}: {number} ({origin})", context.word("planEdition"))
}

/// "Task 1"; nothing for a section, which has no printed number.
pub(in crate::report) fn task_label(task: &GrantTask, language: Language) -> Option<String> {
    let label = match language {
        Language::Kazakh => format!("{}-міндет", task.number),
        Language::Russian => format!("Задача {}", task.number),
        Language::English => format!("Task {}", task.number),
    };
    (task.kind == TaskKind::Task).then_some(label)
}
