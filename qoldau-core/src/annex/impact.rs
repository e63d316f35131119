//! Block IV: the social impact.

use super::findings::Findings;
use super::model::{Line, joined};
use super::pairing::items;
use super::rules::UNREAD_TARGET;
use super::scale::{with_unit, with_unit_of_name};
use crate::finding::{Finding, Param};
use crate::plan::{ImpactLine, TargetRule, read_impact_kind, read_targets};
use crate::value::Id;

/// A row of the impact table.
#[derive(Debug)]
pub(super) struct ImpactRow {
    pub(super) number: String,
    pub(super) name: Vec<Line>,
    pub(super) unit: String,
    pub(super) value: Vec<Line>,
}

/// The lines of the block, with the further words of their value cells that are no part of the value.
pub(super) fn close_impact(rows: Vec<ImpactRow>, findings: &mut Findings) -> (Vec<ImpactLine>, Vec<Line>) {
    let mut rest = Vec::new();
    let mut closed = Vec::new();
    for (row, ordinal) in rows.into_iter().zip(1_u32..) {
        let Ok(id) = format!("impact-{ordinal}").parse::<Id>() else { break };
        let name = joined(&row.name, " ");
        let values = items(row.value);
        let value = values.first().map(|value| value.text.clone()).unwrap_or_default();
        rest.extend(values.into_iter().skip(1).map(|value| Line { place: value.place, text: value.text }));
        let value =
            with_unit(&value, &row.unit).or_else(|| with_unit_of_name(&value, &name)).unwrap_or(value);
        let targets = read_targets(&value, &id, None);
        let source = row.name.first().map(|line| line.place.clone());
        if let (Some(target), Some(place)) =
            (targets.iter().find(|target| target.rule == (TargetRule::Unread {})), &source)
        {
            let finding = Finding::new(&UNREAD_TARGET, place.clone()).lines([id.clone()]);
            findings.push(finding.param(Param::text("text", &target.text)));
        }
        closed.push(ImpactLine {
            number: if row.number.is_empty() { ordinal.to_string() } else { row.number },
            kind: read_impact_kind(&name),
            unit: (!row.unit.is_empty()).then_some(row.unit),
            sources: None,
            targets,
            source,
            name,
            id,
        });
    }
    (closed, rest)
}
