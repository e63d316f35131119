//! Floor 3: surveys. The questionnaire, the answers, and what they come to.
//!
//! A questionnaire is linted before anybody is asked ([`lint`]), answers are judged field by field as they come in
//! ([`answers`]) or read from the exports of other tools ([`import`]), and scored phase by phase
//! ([`score`]), drawn ([`chart`]) and handed to `assess` as observations ([`observe`]). What was
//! not asked, not answered, refused and invalid are four things that nowhere become one.

pub mod answers;
pub mod chart;
pub mod count;
pub mod expression;
pub mod focus;
pub mod import;
pub mod lint;
pub mod observe;
pub mod questionnaire;
mod rules;
pub mod score;
pub mod stats;

pub use rules::SURVEY_RULES;
