// What the types allow and what they refuse. Every line after `@ts-expect-error` must be refused.

import {
  ProjectState,
  QoldauError,
  answersTo,
  assess,
  assessEntries,
  check,
  conflictsOf,
  decimal,
  defaultPolicy,
  formatAmount,
  formatDate,
  init,
  isQoldauError,
  isoDate,
  mergeJournals,
  readAnnex,
  readBundle,
  readFacts,
  readJournal,
  recordEntry,
  verifyJournal,
  writeBundle,
  writeEntry,
  writeJournal,
  type DecimalString,
  type Draft,
  type Entry,
  type Envelope,
  type Held,
  type Id,
  type IsoDate,
  type Plan,
} from 'qoldau';
import * as people from 'qoldau/people';
import * as sign from 'qoldau/sign';
import * as reach from 'qoldau/reach';
import * as registry from 'qoldau/registry';
import * as survey from 'qoldau/survey';

const bytes = new Uint8Array();
await init();
await init(new URL('qoldau.wasm', 'https://example.org'));

const { plan, findings } = readAnnex(bytes);
const day: IsoDate = isoDate('2024-09-15');
const amount: DecimalString = decimal('12.5');
const held: Held = assess(plan, bytes, day);
assess(plan, bytes, day, { readFindings: findings, period: null, policy: { ...defaultPolicy() } });
check(plan, 'signed', null, [{ code: 'PLAN012', lines: [] }]);
formatAmount(amount, 'kk');

// @ts-expect-error a text is no date before it was looked at
assess(plan, bytes, '2024-09-15');
// @ts-expect-error an amount is no date
formatDate(amount, 'kk');
// @ts-expect-error amounts are texts, never numbers
formatAmount(12.5, 'kk');
// @ts-expect-error there is no such language
formatDate(day, 'de');
// @ts-expect-error bytes are a Uint8Array
readAnnex('text');
// @ts-expect-error a plan has tasks
check({ format: 'qoldau-plan/1.0' }, 'signed');
// @ts-expect-error there is no such option
assess(plan, bytes, day, { perid: null });

// Unions are told apart by their kind.
for (const finding of held.findings) {
  for (const { value } of finding.params) {
    if (value.kind === 'share') value.share.denominator satisfies DecimalString;
    // @ts-expect-error only a share has one
    if (value.kind === 'date') value.share;
  }
  if (finding.place.kind === 'cell') finding.place.row satisfies number;
}
const answered = answersTo('bound');
if (answered.kind === 'oneOf') answered.answers satisfies readonly string[];

// Entries: the kind says what the body is, and a kind of tomorrow is passed on.
const entry: Entry = {
  id: 'e1',
  on: day,
  author: 'sample',
  kind: 'event',
  body: { event: 'cup', status: 'held', activities: ['t1-a1'], start: day },
};
writeEntry(entry);
assessEntries(plan, readFacts(bytes).entries, day);
for (const read of readFacts(bytes).entries) {
  // @ts-expect-error it may have been erased
  if (read.kind === 'reading') read.body.line;
  if (read.kind === 'reading') read.body?.line satisfies string | undefined;
  if (read.kind === 'evidence') read.body?.lines satisfies string[] | undefined;
  // @ts-expect-error an event has no value
  if (read.kind === 'event') read.body.value;
}
// @ts-expect-error the body of an event is no reading
writeEntry({ ...entry, kind: 'reading' });

// The journal: drafts are typed by their kind, envelopes hold bodies that nobody has looked at.
const draft: Draft = {
  id: 'e2',
  on: day,
  author: 'sample',
  kind: 'amend',
  body: { kind: 'event', body: { event: 'cup', status: 'cancelled', activities: [], start: day }, reason: null },
  replaces: ['e1'],
};
const recorded = recordEntry(bytes, draft, { device: 'phone', now: '2024-06-14T09:30:00Z', salt: '0123456789abcdef' });
recorded.line satisfies string;
const kept: Envelope = recorded.entry;
// @ts-expect-error nobody has said what the body is
kept.body.event;
writeJournal(null, [kept, entry], 'compact') satisfies Uint8Array;
const merged = mergeJournals([bytes, bytes], 'lines');
merged.journal satisfies Uint8Array;
for (const { kind, entries } of conflictsOf(merged.journal).conflicts) {
  kind satisfies 'sameId' | 'sameEntry' | 'sameRecord';
  entries satisfies Envelope[];
}
const sent = writeBundle([], merged.journal);
sent.findings satisfies unknown[];
readBundle(sent.bundle, 'lines', { maxBytes: 1000 }).journal satisfies Uint8Array;
// @ts-expect-error the journal is bytes
writeBundle([], 'journal');
verifyJournal(readJournal(merged.journal).entries.length > 0 ? merged.journal : bytes).devices satisfies unknown[];
// @ts-expect-error only facts of the work are told anew
recordEntry(bytes, { ...draft, body: { kind: 'void', body: { reason: 'x' } } }, recorded.entry);
// @ts-expect-error there is no such form
mergeJournals([bytes], 'zip');

const state = new ProjectState(plan, []);
state.applyEnvelopes([kept]).lines satisfies Id[];
state.assessLine('t1-1', day)?.headline;
state.assess(day, null, { start: day, end: day }).tasks satisfies unknown[];
// @ts-expect-error a day is a date, checked
state.assess('31.10.2024');
const { head } = sign.signHead(bytes, 'phone', bytes);
sign.verifyHeads(bytes, [head], [sign.deviceKey('phone', bytes)]).map(({ code }) => code satisfies string);

// Surveys and people: what one module gives the other takes.
const form = survey.readQuestionnaire(bytes);
const { responses, findings: rows } = survey.importAnswers(form, bytes, { phase: 'after' });
survey.saySurveyFindings(rows, 'kk').map(({ text }) => text satisfies string);
const { questions } = survey.scorePhase(form, responses, null, { smallest: 1 });
for (const { mean, steps } of questions) {
  mean satisfies number | null;
  steps.map(({ count }) => count satisfies number | null);
}
for (const { standing, relevance } of survey.responseState(form, { id: 'r', answers: {} }).fields) {
  if (standing.kind === 'missing') standing.reason satisfies 'dontKnow' | 'refused' | 'notApplicable';
  relevance satisfies 'asked' | 'notAsked' | 'undecided' | 'notEvaluated';
}
const ready = new survey.SurveyForm(form);
ready.check({ id: 'r', answers: {} }).complete satisfies boolean;
ready.state({ id: 'r', answers: {} }).fields.map(({ question }) => question satisfies string);
ready.checkAnswers(bytes, { columns: [{ column: 2, usedAs: { kind: 'question', question: 'age' } }] }).rows satisfies number;
ready.checkAll(responses).map(({ code }) => code satisfies string);
// @ts-expect-error a response has an id
ready.check({ answers: {} });
const counter = new survey.AnswerCounter(form, { group: 'region', level: amount });
counter.push(bytes);
for (const { items } of counter.finish().groups) items.map(({ mean }) => mean satisfies number | null);
const met: boolean | null | undefined = survey.satisfaction(form, responses)?.met;
void met;
const drafted = survey.draftSatisfaction(form, responses, { entry: 's', line: 't1', on: day, author: 'sample' });
if (drafted) recordEntry(bytes, drafted, { device: 'phone', now: '2024-06-14T09:30:00Z', salt: '0123456789abcdef' });
survey.sampleSize(amount, amount, amount, [150]).byPopulation.map(({ n }) => n satisfies number);
const anything = survey.statistic({ method: 'nps', input: {}, tables: { 'a.csv': 'x' } });
anything['nps'] satisfies unknown;
// @ts-expect-error a level is a decimal text
survey.scorePhase(form, responses, null, { level: 0.95 });
// @ts-expect-error a response has an id
survey.responseState(form, { answers: {} });
// @ts-expect-error there is no such method of calling it
survey.statistic('nps');

const listed = people.importPeople(bytes, [{ column: 1, holds: 'name' }]);
const pairs = people.findDuplicates(listed.people, { decisions: [{ one: '1', other: '2', verdict: 'notSame' }] });
for (const { origin, evidence } of pairs.pairs) {
  if (origin.kind === 'rule') origin.rule satisfies string;
  for (const { field, agreement } of evidence) people.sayAgreement(agreement, 'ru') + people.sayMatchField(field, 'ru');
}
const iin = people.readIin('000101300009');
if (iin.kind === 'plausible') iin.hint.born satisfies IsoDate | null;
reach.countReach([], [], [], { period: { start: day, end: day } }).personsAtMost satisfies number;
reach.shownReach([], [], [], { period: { start: day, end: day } }).rows[0]?.persons satisfies number | null | undefined;
const book = registry.importWorkbook(bytes, [{ sheet: 1, headingRow: 4, columns: [{ column: 2, holds: 'sex' }] }]);
people.findDuplicates(book.people);
const known = registry.readRegistry(bytes);
reach.countReach(registry.registryFacts(known), [], [], { period: { start: day, end: day } });
reach.countReach(listed.facts.flatMap((facts) => facts ?? []), [], [], { period: { start: day, end: day } });
const key: registry.HostKey = { id: 'k1', secret: '00'.repeat(32) };
for (const { from, to } of registry.pseudonymsOf(key, (known.persons ?? []).map(({ id }) => id))) `${from} ${to}`;
people.sayPeopleFindings(registry.checkRegistry(known, day), 'kk');
registry.matchKeys(registry.linkageKeys(book.people, key), [], 0.8) satisfies registry.LinkedPair[];
reach.estimateSketch(reach.sketchPersons('k1', [])) satisfies number;
// @ts-expect-error a column holds something of a list
people.importPeople(bytes, [{ column: 1, holds: 'colour' }]);

try {
  const changed: Plan = { ...plan, title: null };
  check(changed, 'draft');
} catch (error) {
  if (isQoldauError(error)) {
    error.code satisfies string;
    error.path satisfies string | null;
    error.params satisfies Readonly<Record<string, string>>;
  }
  if (error instanceof QoldauError) error.message satisfies string;
}
