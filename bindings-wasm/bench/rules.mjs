// How many rules a second: the checks of a plan against the same rules in npm `@dhis2/rule-engine`, in one run.
//
// One evaluation is one rule applied to one indicator with its inputs. Four rules of `check` that look at one line each
// are written in the peer's language; the script stops where the two disagree about any line. `check` always runs all of
// its rules, so the peer gets as many, the four over and over: both then spread their work for a line over as many rules.
//
//   node bindings-wasm/bench/rules.mjs [LINES]
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Instant } from '@js-joda/core';
import {
  RuleActionJs, RuleDataValue, RuleEngineContextJs, RuleEngineJs, RuleEventJs, RuleEventStatus, RuleJs, RuleValueType,
  RuleVariableJs, RuleVariableType,
} from '@dhis2/rule-engine';

import { built, loadNow } from '../tests/places.mjs';

const { check } = await import(join(built, 'esm/qoldau/node.js'));

const LINES = Number(process.argv[2] ?? 1000);

/** The rules: the code in the catalogue, and the condition in the peer's language. */
const RULES = [
  ['PLAN007', '#{targets} == 0'],
  ['PLAN017', '#{percent} > 100'],
  ['PLAN029', '#{changes} && !#{hasBaseline}'],
  ['PLAN030', '#{level} && #{hasBaseline} && #{baseline} >= #{amount}'],
];

/** Lines of all sorts, the same for both: every 7th has no target, every 3rd other is a percent, and so on. */
function inputs(n) {
  const kind = ['number', 'percent', 'change'][n % 3];
  return {
    targets: n % 7 === 0 ? 0 : 1,
    kind,
    amount: (n * 37) % 150 + 1,
    baseline: n % 2 === 0 ? (n * 11) % 150 + 1 : null,
    level: n % 5 === 0,
  };
}

function line(n) {
  const { targets, kind, amount, baseline, level } = inputs(n);
  const number = { bound: 'atLeast', amount: String(amount), upTo: null };
  const rule = kind === 'change'
    ? { kind, bound: 'plain', from: null, amount: String(amount), by: 'percent' }
    : { kind, ...number };
  const target = {
    id: `t1-${n}.1`, rule, unit: { code: 'person', text: 'адам' }, each: null, every: null, parts: [], note: null,
    text: `${amount}`,
  };
  return {
    id: `t1-${n}`, number: `1.${n}`, name: `Қатысушылар саны (${n}-топ)`, kind: 'participants',
    accumulation: level ? 'level' : 'flow', baseline: baseline === null ? null : String(baseline),
    requires: { approvals: [], evidence: [], listFields: [], documents: [], channels: [] },
    targets: targets === 0 ? [] : [target],
    source: { kind: 'plan', id: null, field: 'tasks' },
  };
}

function plan() {
  const small = JSON.parse(loadNow('tests/vectors/inputs/small-plan.json'));
  const [task] = small.tasks;
  const [activity] = task.activities;
  const indicators = Array.from({ length: LINES }, (_, at) => line(at + 1));
  return { ...small, impact: [], tasks: [{ ...task, activities: [{ ...activity, indicators }] }] };
}

/** By code the lines that the engine names. */
function byQoldau(value) {
  const { findings, folded } = check(value, 'signed');
  const named = new Map(RULES.map(([code]) => [code, new Set()]));
  for (const finding of [...findings, ...folded]) {
    for (const id of finding.lines) named.get(finding.code)?.add(id);
  }
  return named;
}

const variable = (name, type) =>
  new RuleVariableJs(RuleVariableType.DATAELEMENT_CURRENT_EVENT, name, false, [], name, type, null);

const contextOf = (rules) => new RuleEngineContextJs(
  rules.map(([code, condition]) => new RuleJs(condition, [new RuleActionJs(`'${code}'`, 'SHOWERROR')], code, code, null, null)),
  [
    variable('targets', RuleValueType.NUMERIC), variable('percent', RuleValueType.NUMERIC),
    variable('amount', RuleValueType.NUMERIC), variable('baseline', RuleValueType.NUMERIC),
    variable('changes', RuleValueType.BOOLEAN), variable('level', RuleValueType.BOOLEAN),
    variable('hasBaseline', RuleValueType.BOOLEAN),
  ],
);

function event(n, instant) {
  const { targets, kind, amount, baseline, level } = inputs(n);
  const there = targets > 0;
  const values = {
    targets,
    percent: there && kind === 'percent' ? amount : 0,
    changes: there && kind === 'change',
    level: there && level && kind === 'number',
    amount, baseline: baseline ?? 0, hasBaseline: baseline !== null,
  };
  const data = Object.entries(values).map(([name, value]) => new RuleDataValue(name, String(value)));
  return new RuleEventJs(
    `t1-${n}`, 'stage', 'stage', RuleEventStatus.ACTIVE, instant, instant, null, null, 'unit', null, data,
  );
}

function byPeer(engine, context, events) {
  const named = new Map(RULES.map(([code]) => [code, new Set()]));
  for (const one of events) {
    for (const effect of engine.evaluateEvent(one, null, [], context)) named.get(effect.ruleId)?.add(one.event);
  }
  return named;
}

/** Evaluations a second: the best of several rounds of at least a second in all. */
function rate(run) {
  let best = Infinity;
  for (let spent = 0, rounds = 0; spent < 1500 || rounds < 5; rounds += 1) {
    const start = performance.now();
    run();
    const took = performance.now() - start;
    spent += took;
    best = Math.min(best, took);
  }
  return (ALL * LINES) / (best / 1000);
}

const value = plan();
/** As many rules as the engine runs on a signed plan. */
const ALL = 33;
const asMany = Array.from({ length: ALL }, (_, at) => RULES[at % RULES.length]);
const engine = new RuleEngineJs(false);
const instant = Instant.parse('2024-06-14T00:00:00Z');
const events = Array.from({ length: LINES }, (_, at) => event(at + 1, instant));

const ours = byQoldau(value);
const theirs = byPeer(engine, contextOf(RULES), events);
for (const [code] of RULES) {
  assert.deepEqual([...ours.get(code)].sort(), [...theirs.get(code)].sort(), code);
  assert.ok(ours.get(code).size > 0 && ours.get(code).size < LINES, `${code} tells lines apart`);
}
const many = contextOf(asMany);
const [fast, slow] = [rate(() => byQoldau(value)), rate(() => byPeer(engine, many, events))];
console.log(`${RULES.length} rules over ${LINES} lines, the same answers in both`);
console.log(`qoldau             ${Math.round(fast).toLocaleString('en')} evaluations a second`);
console.log(`@dhis2/rule-engine ${Math.round(slow).toLocaleString('en')} evaluations a second`);
console.log(`ratio              ${(fast / slow).toFixed(0)}`);
