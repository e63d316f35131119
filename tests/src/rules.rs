//! The page of the rules, made from the catalogue.

use std::fmt::Write as _;

use qoldau_core::check::{Stage, stage_of};
use qoldau_core::finding::{RuleInfo, Severity};
use qoldau_core::language::Language;

/// The page `docs/rules.md`.
#[must_use]
pub fn page() -> String {
    let rules = qoldau_core::catalogue();
    let mut page = String::from(HEAD);
    page.push_str("\n| code | name | severity | stage | says |\n|---|---|---|---|---|\n");
    for rule in &rules {
        let (code, name, severity) = (rule.code, rule.name, severity(rule.severity));
        let message = rule.message.en.replace('|', "\\|");
        let _ = writeln!(
            page,
            "| [{code}](#{}) | `{name}` | {severity} | {} | {message} |",
            anchor(rule),
            stage(rule)
        );
    }
    for rule in &rules {
        section(&mut page, rule);
    }
    page
}

const HEAD: &str = "# Rules

What the product has to say about an annex, a plan, a journal of facts, an assessment and a survey. Every finding carries its code, a place, the
lines it touches, typed parameters and, where it asks a question, the possible answers. Severities can be overridden by code
in the policy. Codes are stable and never reused.

Stage: `both` means a draft and a signed plan; `draft` means the wording of a plan that is still being written; a dash means
that the rule is not one of `check`.

A part of a message in square brackets is said only where it has something to say.

This page is generated from the rules themselves: `QOLDAU_UPDATE=1 cargo test -p qoldau-tests`.
";

fn section(page: &mut String, rule: &RuleInfo) {
    let _ = writeln!(page, "\n## {} {}\n", rule.code, rule.name);
    let _ = writeln!(page, "Severity: {}. Since: {}.\n", severity(rule.severity), rule.since);
    let _ = writeln!(page, "**What it checks.** {}\n", rule.what);
    let _ = writeln!(page, "**Why it matters.** {}\n", rule.why);
    let _ = writeln!(page, "**Example.** {}\n", rule.example);
    page.push_str("| | message | how to put it right |\n|---|---|---|\n");
    for language in Language::ALL {
        let (message, remedy) = (rule.message.get(language), rule.remedy.get(language));
        let _ = writeln!(
            page,
            "| {} | {} | {} |",
            language.tag(),
            message.replace('|', "\\|"),
            remedy.replace('|', "\\|")
        );
    }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Question => "question",
        Severity::Info => "info",
    }
}

fn stage(rule: &RuleInfo) -> &'static str {
    match stage_of(rule.code) {
        Some(Stage::Draft) => "draft",
        Some(Stage::Signed) => "both",
        None => "–",
    }
}

/// The anchor of a rule's section.
fn anchor(rule: &RuleInfo) -> String {
    format!("{}-{}", rule.code, rule.name).to_lowercase()
}
