//! A survey's figures as observations of the work, which `assess` takes as it takes the journal's.

use super::focus::FocusGroup;
use super::score::{ExactSatisfaction, PhaseScores};
use crate::facts::{
    Event, EventStatus, Fact, Observation, Observations, Origin, Reading, ReadingMode, ReadingValue,
};
use crate::language::Language;
use crate::value::{Id, IsoDate};

use qoldau_derive::Decode;
use serde::Serialize;

/// Which line of the plan a figure is for, and who vouches for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SurveyLine {
    /// Id under which the observation stands, as an entry of a journal would.
    pub entry: Id,
    /// Id of the line.
    pub line: Id,
    /// Id of the target, where the line has more than one.
    #[serde(default)]
    pub target: Option<Id>,
    /// Id of the event, of a survey that was held at one.
    #[serde(default)]
    pub event: Option<Id>,
    /// Day from which the figure holds: the last day of the phase, or the day of the survey.
    pub on: IsoDate,
    /// Who recorded it.
    pub author: String,
}

/// The satisfaction as a ratio reading of its line: satisfied of those who count. Nothing is observed where nobody counts,
/// for no answer is not a share of 0. The reading is the project's own figure and exact, however few the people: what the scores hide
/// from readers stands in the journal.
#[must_use]
pub fn observe_satisfaction(score: &ExactSatisfaction, line: &SurveyLine) -> Observations {
    let value = score
        .exact()
        .share
        .map(|share| ReadingValue::Share { numerator: share.numerator, denominator: share.denominator });
    observed(value, line)
}

/// How many people answered a phase, as a reading of a line that counts them.
#[must_use]
pub fn observe_people(scores: &PhaseScores, line: &SurveyLine) -> Observations {
    observed(Some(ReadingValue::Amount { amount: scores.people.into() }), line)
}

/// A session of a focus group as an event that was held, with its participants counted by heads. Minutes and list prove it
/// as evidence of the journal does; they are recorded there.
#[must_use]
pub fn observe_focus_group(session: &FocusGroup, entry: &Id, activity: &Id, author: &str) -> Observations {
    let name = session.title.said(Language::Kazakh).map(Into::into);
    let body = Event {
        event: session.id.clone(),
        status: EventStatus::Held,
        activities: vec![activity.clone()],
        start: session.on,
        end: None,
        name,
        place: None,
        part: None,
        headcount: session.participants,
    };
    let observation = Observation {
        entry: entry.clone(),
        on: session.on,
        until: None,
        author: author.into(),
        clock: None,
        origin: Origin::Survey,
        fact: Fact::Event { body },
    };
    Observations { all: vec![observation] }
}

fn observed(value: Option<ReadingValue>, line: &SurveyLine) -> Observations {
    let SurveyLine { entry, line, target, event, on, author } = line.clone();
    let observation = |value| {
        // A survey states its total: a later one of the same line takes its place. What was held at events adds up.
        let mode = if event.is_some() { ReadingMode::Add } else { ReadingMode::Total };
        let body = Reading { line, target, event, mode, value };
        Observation {
            entry,
            on,
            until: None,
            author: author.into(),
            clock: None,
            origin: Origin::Survey,
            fact: Fact::Reading { body },
        }
    };
    Observations { all: value.map(observation).into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::annex::{ReadLimits, read_annex};
    use crate::assess::assess;
    use crate::finding::Place;
    use crate::plan::{IndicatorKind, Plan, Policy};
    use crate::survey::answers::Response;
    use crate::survey::questionnaire::{Form, read_questionnaire};
    use crate::survey::score::{ScoreOptions, exact_satisfaction};

    const SAMPLE: &str = include_str!("../../../examples/data/survey.json");
    const ANNEX: &[u8] = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");

    fn plan() -> Plan {
        read_annex(ANNEX, &ReadLimits::default()).unwrap().plan
    }

    fn satisfied(of: u32, all: u32) -> ExactSatisfaction {
        let questionnaire = read_questionnaire(SAMPLE.as_bytes()).unwrap();
        let record = |number: u32| -> Response {
            let code = if number < of { "5" } else { "2" };
            let answers = json!({
                "takes_part": { "kind": "yesNo", "yes": true },
                "satisfaction": { "kind": "option", "code": code }
            });
            let record =
                json!({ "id": number.to_string(), "phase": "after", "consent": true, "answers": answers });
            serde_json::from_value(record).unwrap()
        };
        let responses: Vec<Response> = (0..all).map(record).collect();
        exact_satisfaction(&Form::of(&questionnaire), &responses, &ScoreOptions::default()).unwrap()
    }

    /// The line of the annex that promises a satisfaction, with its target's standing on a day, as JSON.
    fn standing(score: &ExactSatisfaction) -> serde_json::Value {
        let plan = plan();
        let lines =
            plan.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.indicators);
        let line = lines.into_iter().find(|line| line.kind == IndicatorKind::Satisfaction).unwrap();
        let line = SurveyLine {
            entry: "survey-after".parse().unwrap(),
            line: line.id.clone(),
            target: None,
            event: None,
            on: "2024-10-20".parse().unwrap(),
            author: "a".into(),
        };
        let observations = observe_satisfaction(score, &line);
        let assessment =
            assess(&plan, &observations, "2024-10-31".parse().unwrap(), &Policy::default(), None);
        assert!(assessment.findings.iter().all(|finding| !matches!(finding.place, Place::Line { .. })));
        let json = serde_json::to_value(&assessment).unwrap();
        let found = find(&json, line.line.as_str());
        found.unwrap_or_else(|| panic!("{} is not in the assessment", line.line))
    }

    /// The object of an assessment that has an id.
    fn find(json: &serde_json::Value, id: &str) -> Option<serde_json::Value> {
        match json {
            serde_json::Value::Object(fields) if fields.get("id").is_some_and(|of| of == id) => {
                Some(json.clone())
            }
            serde_json::Value::Object(fields) => fields.values().find_map(|value| find(value, id)),
            serde_json::Value::Array(items) => items.iter().find_map(|value| find(value, id)),
            _ => None,
        }
    }

    #[test]
    fn a_survey_moves_the_line_that_promises_it() {
        let met = standing(&satisfied(120, 150)).to_string();
        let short = standing(&satisfied(119, 149)).to_string();
        assert!(met.contains(r#""numerator":"120""#) && met.contains(r#""denominator":"150""#), "{met}");
        assert!(met.contains(r#""progress":"met""#), "{met}");
        assert!(!short.contains(r#""progress":"met""#), "{short}");
        // What is hidden from readers is exact in the project's own journal.
        let few = satisfied(3, 4);
        assert!(few.clone().shown().hidden);
        assert!(standing(&few).to_string().contains(r#""numerator":"3""#));
    }

    #[test]
    fn a_focus_group_is_an_event_that_was_held() {
        let session: FocusGroup = serde_json::from_value(json!({
            "id": "f1", "title": { "kk": "Фокус-топ" }, "on": "2024-10-15", "participants": 9
        }))
        .unwrap();
        let [entry, activity] = ["e1", "t1-3"].map(|id| id.parse().unwrap());
        let observations = observe_focus_group(&session, &entry, &activity, "a");
        let [Observation { fact: Fact::Event { body }, origin: Origin::Survey, .. }] =
            observations.all.as_slice()
        else {
            panic!("{observations:?}")
        };
        assert_eq!((body.status, body.headcount, body.start), (EventStatus::Held, Some(9), session.on));
    }

    #[test]
    fn nobody_observes_nothing() {
        let line = SurveyLine {
            entry: "s".parse().unwrap(),
            line: "t1".parse().unwrap(),
            target: None,
            event: None,
            on: "2024-10-20".parse().unwrap(),
            author: "a".into(),
        };
        assert_eq!(observe_satisfaction(&satisfied(0, 0), &line).all, []);
    }
}
