//! The catalogue of the rules about facts.

mod plan;
mod reading;

pub(super) use self::plan::*;
pub(super) use self::reading::*;
use crate::finding::RuleInfo;

/// Rules of the findings that reading a journal and holding its facts against a plan give.
pub const FACTS_RULES: &[&RuleInfo] = &[
    &NOT_UTF8,
    &LINE_TOO_LONG,
    &NOT_JSON,
    &NOT_AN_ENTRY,
    &MISSING_FIELD,
    &UNKNOWN_FIELD,
    &REPEATED_FIELD,
    &WRONG_TYPE,
    &UNKNOWN_WORD,
    &BAD_ID,
    &BAD_DATE,
    &BAD_AMOUNT,
    &OUT_OF_RANGE,
    &NEGATIVE,
    &PART_ABOVE_WHOLE,
    &END_BEFORE_START,
    &SHORT_LIST,
    &REPLACES_ITSELF,
    &BAD_HASH,
    &SAME_AGAIN,
    &SAME_ID,
    &NO_HEADER,
    &OTHER_PLAN,
    &ODD_LINK,
    &RECORDED_BEFORE,
    &BLANK,
    &DATED_AHEAD,
    &ERASED,
    &BAD_PERCEPTUAL_HASH,
    &MORE,
    &OTHER_PLANS_JOURNAL,
    &UNKNOWN_LINE,
    &UNKNOWN_TARGET,
    &OTHER_LINES_TARGET,
    &TARGET_NOT_SAID,
    &UNKNOWN_ACTIVITY,
    &UNKNOWN_EVENT,
    &EVENT_REPLACED,
    &UNKNOWN_EVIDENCE,
    &OUTSIDE_PROJECT,
    &UNKNOWN_REPLACED,
    &WRONG_VALUE,
    &SHARE_OF_COUNT,
    &UNKNOWN_PART,
    &NO_LINE,
    &UNUSABLE_ANSWER,
    &NO_DOCUMENT,
    &TOO_MANY_CHANGES,
    &WITHOUT_EFFECT,
    &OTHER_EDITION,
    &EDITION_NOT_GIVEN,
    &NOT_IN_HAND,
];
