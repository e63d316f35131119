//! Texts that are missing in a language in which the survey is asked.

use super::{on, on_whole, rules};
use crate::finding::{Finding, Param};
use crate::language::Language;
use crate::survey::questionnaire::{AnswerKind, Questionnaire, Wording};
use crate::value::Id;

/// A text of the questionnaire: the question, list … it belongs to, its field, whether it must be there.
struct Text<'q> {
    id: Option<&'q Id>,
    field: &'static str,
    wording: &'q Wording,
    needed: bool,
}

/// One finding for every language: at the first text that is missing, with the names of all it is missing from.
pub(super) fn check(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    let texts = texts(survey);
    let mut languages = survey.languages.clone();
    languages.sort_unstable();
    languages.dedup();
    if languages.is_empty() {
        findings.push(on_whole(&rules::NO_LANGUAGE, "languages"));
    }
    for language in languages {
        let mut missing = texts.iter().filter(|text| text.wording.get(language).is_none()).peekable();
        let Some(first) = missing.peek() else { continue };
        let place = match first.id {
            Some(id) => on(&rules::UNTRANSLATED, id, first.field),
            None => on_whole(&rules::UNTRANSLATED, first.field),
        };
        let finding = place.param(Param::word("language", name(language)));
        let mut names: Vec<&str> = Vec::new();
        for text in missing {
            let name = text.id.map_or(text.field, Id::as_str);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        findings.push(
            names.into_iter().fold(finding, |finding, name| finding.param(Param::number("name", name))),
        );
    }
}

/// Key of a language among the product's words.
const fn name(language: Language) -> &'static str {
    match language {
        Language::Kazakh => "kazakh",
        Language::Russian => "russian",
        Language::English => "english",
    }
}

/// All texts that people read. One that helps and is nowhere is not missing; one that is there in some language has to
/// be there in all.
fn texts(survey: &Questionnaire) -> Vec<Text<'_>> {
    let mut texts = vec![Text { id: None, field: "title", wording: &survey.title, needed: true }];
    let mut add = |id, field, wording, needed| texts.push(Text { id, field, wording, needed });
    if let Some(consent) = &survey.consent {
        add(None, "consent", consent, false);
    }
    let parts = survey.code.iter().flat_map(|code| &code.parts);
    parts.for_each(|part| add(None, "code", &part.label, true));
    for question in &survey.questions {
        let id = Some(&question.id);
        add(id, "label", &question.label, true);
        add(id, "hint", &question.hint, false);
        add(id, "constraintMessage", &question.constraint_message, false);
        if let AnswerKind::Rating { lowest_label, highest_label, .. } = &question.answer {
            add(id, "answer", lowest_label, false);
            add(id, "answer", highest_label, false);
        }
    }
    for list in &survey.lists {
        for option in &list.options {
            add(Some(&list.id), "options", &option.label, true);
        }
    }
    for subscale in &survey.subscales {
        add(Some(&subscale.id), "title", &subscale.title, true);
    }
    for phase in &survey.phases {
        add(Some(&phase.id), "title", &phase.title, true);
    }
    for group in &survey.populations {
        add(Some(&group.id), "title", &group.title, true);
    }
    texts.retain(|text| text.needed || !text.wording.is_empty());
    texts
}
