// What the types allow and what they refuse. Every line after `@ts-expect-error` must be refused.

import {
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
  readFacts,
  readJournal,
  recordEntry,
  verifyJournal,
  writeEntry,
  writeJournal,
  type DecimalString,
  type Draft,
  type Entry,
  type Envelope,
  type Held,
  type IsoDate,
  type Plan,
} from 'qoldau';

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
const form = answersTo('bound');
if (form.kind === 'oneOf') form.answers satisfies readonly string[];

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
for (const { kind, entries } of conflictsOf(merged.journal)) {
  kind satisfies 'sameId' | 'sameEntry' | 'sameRecord';
  entries satisfies Envelope[];
}
verifyJournal(readJournal(merged.journal).entries.length > 0 ? merged.journal : bytes).devices satisfies unknown[];
// @ts-expect-error only facts of the work are told anew
recordEntry(bytes, { ...draft, body: { kind: 'void', body: { reason: 'x' } } }, recorded.entry);
// @ts-expect-error there is no such form
mergeJournals([bytes], 'zip');

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
