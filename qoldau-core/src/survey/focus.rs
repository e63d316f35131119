//! Focus groups: what a session leaves behind, and what of it is missing.

use qoldau_derive::Decode;
use serde::Serialize;

use super::questionnaire::{SurveyError, Wording, malformed};
use crate::finding::{Finding, Param, Place, RuleInfo, Severity};
use crate::json;
use crate::language::Saying;
use crate::value::{Id, IsoDate, PersonName};

/// A session of a focus group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FocusGroup {
    /// Id of the session: that of its event.
    pub id: Id,
    /// What it was about.
    pub title: Wording,
    /// The day.
    pub on: IsoDate,
    /// Who led it.
    #[serde(default)]
    pub moderator: Option<PersonName>,
    /// How many people took part.
    #[serde(default)]
    pub participants: Option<u32>,
    /// Id of the item of evidence that is its minutes.
    #[serde(default)]
    pub minutes: Option<Id>,
    /// Id of the item that is the list of participants.
    #[serde(default)]
    pub list: Option<Id>,
    /// Id of the item by which the participants agreed to be recorded and quoted.
    #[serde(default)]
    pub consent: Option<Id>,
}

/// Rules of focus groups.
pub(super) const FOCUS_RULES: &[&RuleInfo] = &[&LACKS];

const LACKS: RuleInfo = RuleInfo {
    code: "SVY501",
    name: "focusGroupLacks",
    severity: Severity::Warning,
    since: "0.3",
    message: Saying {
        kk: "Фокус-топтық талқылауда жетіспейді: {missing}. Талқылау: {session}",
        ru: "У фокус-группы не хватает: {missing}. Встреча: {session}",
        en: "The focus group lacks: {missing}. Session: {session}",
    },
    what: RuleInfo::manual(
        "A session without a moderator, the number of participants, minutes, the list of participants or their consent.",
    ),
    why: RuleInfo::manual(
        "A focus group is proved by its list and its minutes, and its words may be quoted with consent only.",
    ),
    example: RuleInfo::manual("a session with photos and nothing else"),
    remedy: Saying {
        kk: "Жетіспейтінін толтырып, құжаттарын тіркеңіз",
        ru: "Заполните недостающее и приложите документы",
        en: "Fill in what is missing and attach the documents",
    },
};

/// Reads one session, or a list of them, from JSON.
///
/// # Errors
/// `SRV003` for text that is not JSON, `SRV004` for a field that is unknown, missing or of the wrong kind.
pub fn read_focus_groups(json: &[u8]) -> Result<Vec<FocusGroup>, SurveyError> {
    let first = json.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    if first == Some(&b'[') {
        return json::read(json).map_err(malformed);
    }
    json::read(json).map(|session| vec![session]).map_err(malformed)
}

/// What a session lacks, in one finding; nothing where it is whole. A session of nobody lacks its participants.
#[must_use]
pub fn check_focus_group(session: &FocusGroup) -> Vec<Finding> {
    let lacks = [
        ("moderator", session.moderator.as_ref().is_none_or(|name| name.reveal().trim().is_empty())),
        ("participantsCount", session.participants.is_none_or(|count| count == 0)),
        ("minutes", session.minutes.is_none()),
        ("attendanceList", session.list.is_none()),
        ("participantsConsent", session.consent.is_none()),
    ];
    let missing: Vec<&str> = lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(what, _)| what).collect();
    let place = Place::Question { id: Some(session.id.clone()), field: "focusGroup".into(), character: None };
    let finding = Finding::new(&LACKS, place).param(Param::id("session", &session.id));
    let told = missing.iter().fold(finding, |finding, what| finding.param(Param::word("missing", what)));
    (!missing.is_empty()).then_some(told).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_session_says_what_it_lacks() {
        let id = |text: &str| text.parse::<Id>().unwrap();
        let whole = FocusGroup {
            id: id("f1"),
            title: Wording::default(),
            on: "2024-10-15".parse().unwrap(),
            moderator: Some(PersonName::new("Бірінші Модератор")),
            participants: Some(9),
            minutes: Some(id("e1")),
            list: Some(id("e2")),
            consent: Some(id("e3")),
        };
        assert_eq!(check_focus_group(&whole), []);
        let bare = FocusGroup { minutes: None, participants: Some(0), consent: None, ..whole };
        let said: Vec<String> =
            check_focus_group(&bare).iter().map(|finding| LACKS.say(finding, Language::English)).collect();
        assert_eq!(
            said,
            ["The focus group lacks: number of participants, minutes, participants' consent. Session: f1"]
        );
        assert!(!format!("{bare:?}").contains("Модератор,"));
    }

    #[test]
    fn sessions_come_alone_or_as_a_list() {
        let one = r#"{"id": "f1", "title": {"kk": "Жастар"}, "on": "2024-10-15", "participants": 9}"#;
        let read = |json: &str| read_focus_groups(json.as_bytes());
        assert_eq!(read(&format!("\u{feff} [{one}]")), read(one));
        assert_eq!(read(one).unwrap()[0].participants, Some(9));
        assert_eq!(read("{").unwrap_err().code(), "SRV003");
        let error = read(&format!("[{one}, {{}}]")).unwrap_err();
        assert!(error.code() == "SRV004" && error.to_string().contains("/1"), "{error}");
    }
}
