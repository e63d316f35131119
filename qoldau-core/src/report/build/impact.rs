//! The social-impact block: participations and unique persons are two different figures, always apart.

use super::Context;
use super::table::{amount_bar, progress_word};
use crate::assess::{ImpactStanding, PersonBounds};
use crate::language::{Language, format_amount};
use crate::plan::{ImpactKind, ImpactLine};
use crate::report::model::{Bar, ImpactRow, SourceRow};
use crate::report::phrases;
use crate::value::Amount;

/// The lines of the block in the annex's order.
pub(super) fn impact(context: &Context<'_>) -> Vec<ImpactRow> {
    let pairs = context.plan.impact.iter().filter_map(|line| {
        let standing = context.assessment.impact.iter().find(|standing| standing.id == line.id)?;
        Some((line, standing))
    });
    pairs.map(|(line, standing)| row(context, line, standing)).collect()
}

fn row(context: &Context<'_>, line: &ImpactLine, standing: &ImpactStanding) -> ImpactRow {
    let figure_name = match line.kind {
        ImpactKind::DirectBeneficiaries => context.word("participations"),
        // Views and copies are neither participations nor persons.
        ImpactKind::IndirectBeneficiaries => phrases::REACH.get(context.language),
        _ => context.word("actual"),
    };
    let unique = || match standing.unique_persons {
        Some(persons) => persons_in_words(persons, context.language),
        None => context.word("notCounted").to_lowercase(),
    };
    let mut shown = context.line_ref(&line.id);
    shown.number = shown.number.strip_prefix("IV.").map_or_else(|| line.number.clone(), str::to_owned);
    ImpactRow {
        line: shown,
        unit: line.unit.clone(),
        target: line.targets.iter().map(|target| target.text.as_str()).collect::<Vec<_>>().join("; "),
        figure_name: figure_name.into(),
        figure: amount(context, standing.participations),
        proven: amount(context, standing.proven),
        unique_persons: (line.kind == ImpactKind::DirectBeneficiaries).then(unique),
        bar: bar(context, standing).filter(|_| !line.targets.iter().any(|target| target.rule.decreases())),
        status: progress_word(context, standing.progress),
        sources: sources(context, standing),
        notes: standing.reasons.iter().map(|reason| context.reason(reason)).collect(),
    }
}

/// How many different people there are.
pub(super) fn persons_in_words(persons: PersonBounds, language: Language) -> String {
    let said = |count: u32| format_amount(count.into(), language);
    if persons.at_least == persons.at_most {
        said(persons.at_least)
    } else {
        format!("{}–{}", said(persons.at_least), said(persons.at_most))
    }
}

/// What every source brings.
fn sources(context: &Context<'_>, standing: &ImpactStanding) -> Vec<SourceRow> {
    let row = |source: &crate::assess::SourceFigure| SourceRow {
        line: context.line_ref(&source.line),
        claimed: amount(context, source.claimed),
        proven: amount(context, source.proven),
    };
    standing.sources.iter().map(row).collect()
}

/// A figure, or that there is none.
fn amount(context: &Context<'_>, amount: Option<Amount>) -> String {
    match amount {
        Some(amount) => format_amount(amount, context.language),
        None => context.word("noData").to_lowercase(),
    }
}

fn bar(context: &Context<'_>, standing: &ImpactStanding) -> Option<Bar> {
    let whole = standing.expected?;
    let claimed = standing.participations.unwrap_or_default();
    let Some(proven) = standing.proven else {
        // Of staff, partners and figures of their own no evidence is reckoned: what is claimed is not called proven.
        let bar = amount_bar(context, Amount::ZERO, claimed, whole, claimed)?;
        let said = |text| format!("{}: {text}", context.word("claimed"));
        let text = if standing.participations.is_some() { said(bar.text) } else { bar.text };
        return Some(Bar { text, ..bar });
    };
    amount_bar(context, proven, claimed, whole, proven)
}
