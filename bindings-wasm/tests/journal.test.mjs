// The journal of several phones, amendments and packages through the package as it is published.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { built, loadNow } from './places.mjs';

const qoldau = await import(join(built, 'esm/qoldau/node.js'));
const { conflictsOf, isoDate, mergeJournals, readJournal, recordEntry, verifyJournal, writeJournal } = qoldau;

const text = (bytes) => new TextDecoder().decode(bytes);
const bytes = (words) => new TextEncoder().encode(words);
const plan = qoldau.readPlan(loadNow('tests/vectors/inputs/small-plan.json'));

/** A phone that keeps its journal as a file and hands the library the whole of it, or the two lines that matter. */
class Phone {
  constructor(name) {
    this.name = name;
    this.journal = `${qoldau.journalHeader(plan.id)}\n`;
    this.entries = [];
  }

  stamp(id, minute) {
    return { device: this.name, now: `2024-06-14T09:${String(minute).padStart(2, '0')}:00Z`, salt: `salt of ${id}, long enough` };
  }

  says(minute, id, kind, body, replaces = []) {
    const draft = { id, on: isoDate('2024-06-14'), author: this.name, kind, body, replaces };
    const { entry, line } = recordEntry(bytes(this.journal), draft, this.stamp(id, minute));
    const own = this.entries.filter(({ device }) => device === this.name).sort((a, b) => b.seq - a.seq)[0];
    const newest = this.entries.filter(({ clock }) => clock).sort((a, b) => (a.clock < b.clock ? 1 : -1))[0];
    const last = [own, newest].filter(Boolean).map(qoldau.writeEntry).join('\n');
    assert.equal(recordEntry(bytes(last), draft, this.stamp(id, minute)).line, line, 'the last entries are enough');
    this.journal += `${line}\n`;
    this.entries.push(entry);
    return entry;
  }

  takes(...others) {
    const merged = mergeJournals([this, ...others].map(({ journal }) => bytes(journal)), 'lines');
    this.journal = text(merged.journal);
    this.entries = readJournal(merged.journal).entries;
    return merged;
  }
}

const held = (headcount) => ({ event: 'cup', status: 'held', activities: ['t2-a1'], start: '2024-06-14', headcount });

test('two phones record, merge, settle and verify', () => {
  const [aida, saule] = [new Phone('aida'), new Phone('saule')];
  aida.says(1, 'a1', 'event', held(120));
  saule.says(2, 's1', 'event', held(90));
  const merged = aida.takes(saule);
  assert.ok(merged.journal instanceof Uint8Array);
  assert.deepEqual(merged.files, [{ newEntries: 1, findings: [] }, { newEntries: 1, findings: [] }]);
  assert.equal(merged.conflicts.length, 1);
  const [{ kind, about, counts, entries }] = merged.conflicts;
  assert.deepEqual([kind, about, counts, entries.map(({ id }) => id)], ['sameRecord', 'cup', 's1', ['s1', 'a1']]);
  assert.equal(entries[0].body.headcount, 90);
  assert.deepEqual(conflictsOf(merged.journal), { conflicts: merged.conflicts, findings: [] });

  const back = saule.takes(aida);
  assert.deepEqual(back.journal, merged.journal, 'every phone ends with the same bytes');
  const settled = aida.says(3, 'a2', 'amend', { kind: 'event', body: held(105), reason: 'тізім бойынша' }, ['a1', 's1']);
  assert.deepEqual([settled.seq, settled.clock], [2, '2024-06-14T09:03:00.000Z-0000']);
  assert.deepEqual(conflictsOf(bytes(aida.journal)), { conflicts: [], findings: [] });
  const { devices, findings } = verifyJournal(bytes(aida.journal));
  assert.deepEqual([devices.map(({ device, entries }) => [device, entries]), findings], [[['aida', 2], ['saule', 1]], []]);

  const forged = aida.journal.replace('"headcount":120', '"headcount":200');
  assert.deepEqual(verifyJournal(bytes(forged)).findings.map(({ code }) => code), ['JRN101']);
  assert.equal(verifyJournal(bytes(`${aida.journal}{"id":`)).findings[0].code, 'FCT103');
});

test('an erasure takes the words away and leaves the chain whole', () => {
  const aida = new Phone('aida');
  aida.says(1, 'a1', 'event', { ...held(120), name: 'Сыр' });
  const copy = aida.journal;
  aida.says(2, 'a2', 'erase', { entries: ['a1'], reason: 'withdrew consent' });
  const merged = text(mergeJournals([bytes(aida.journal), bytes(copy)], 'lines').journal);
  assert.ok(aida.journal.includes('Сыр') && !merged.includes('Сыр'));
  assert.deepEqual(verifyJournal(bytes(merged)).findings, []);
  assert.equal(readJournal(bytes(merged)).entries[0].body, null);
});

test('a journal takes either form, from bytes and from values', () => {
  const season = loadNow('examples/data/season.jsonl');
  const compact = mergeJournals([season], 'compact').journal;
  const lines = mergeJournals([compact], 'lines').journal;
  assert.ok(compact.length * 8 < lines.length, `${compact.length} of ${lines.length}`);
  assert.deepEqual(lines, mergeJournals([season], 'lines').journal);
  const { plan: of, entries, findings } = readJournal(compact);
  assert.deepEqual(findings, []);
  assert.deepEqual(writeJournal(of, entries.toReversed(), 'lines'), lines);
  assert.deepEqual(writeJournal(of, entries, 'compact'), compact);
  const damaged = compact.slice();
  damaged[damaged.length >> 1] ^= 1;
  assert.equal(readJournal(damaged).findings[0].code, 'JRN106');
});

test('what cannot be carried out says which argument and why', () => {
  const thrown = (act) => {
    try {
      act();
    } catch (error) {
      assert.ok(qoldau.isQoldauError(error), String(error));
      return error;
    }
    assert.fail('it was carried out');
  };
  const header = bytes(qoldau.journalHeader(plan.id));
  const stamp = new Phone('p').stamp('x', 0);
  const draft = { id: 'x', on: isoDate('2024-06-14'), author: 'p', kind: 'event', body: held(1) };
  const codes = [
    [() => mergeJournals([header, bytes('')], 'lines'), 'FCT003', '/journals/1'],
    [() => mergeJournals([header, bytes(qoldau.journalHeader('other'))], 'lines'), 'JRN001', '/journals/1'],
    [() => mergeJournals([header, 'text'], 'lines'), 'INP001', '/journals/1'],
    [() => mergeJournals(header, 'lines'), 'INP001', '/journals'],
    [() => mergeJournals([header], 'words'), 'INP001', '/form'],
    [() => recordEntry(new Uint8Array(), draft, { ...stamp, now: 'today' }), 'JRN002', '/stamp/now'],
    [() => recordEntry(new Uint8Array(), draft, { ...stamp, salt: 'short' }), 'JRN003', '/stamp/salt'],
    [() => recordEntry(new Uint8Array(), { ...draft, body: held(-1) }, stamp), 'JRN005', '/draft/body/headcount'],
    [() => recordEntry(new Uint8Array(), { ...draft, on: 'today' }, stamp), 'INP001', '/draft/on'],
    [() => qoldau.packageDigest(header), 'PKG002', null],
  ];
  for (const [act, code, path] of codes) {
    const error = thrown(act);
    assert.deepEqual([error.code, error.path], [code, path], String(act));
  }
  const taken = bytes(recordEntry(new Uint8Array(), draft, stamp).line);
  assert.equal(thrown(() => recordEntry(taken, draft, stamp)).code, 'JRN004');
  assert.equal(qoldau.nextClock('2024-06-14T09:30:00Z'), '2024-06-14T09:30:00.000Z-0000');
});

test('a supplementary agreement makes the next edition, in which nobody is quoted', () => {
  const amended = structuredClone(plan);
  amended.tasks[0].activities[0].due = { kind: 'wholePeriod', text: 'Жоба мерзімі' };
  const amendment = { agreement: { number: '2', date: isoDate('2024-07-25') }, effectiveFrom: isoDate('2024-08-01') };
  const found = qoldau.reconcilePlans(plan, amended, amendment);
  assert.deepEqual([found.edition, found.counts.changed, found.counts.unsure], [1, 1, 0]);
  assert.match(qoldau.renderReconciliation(plan, amended, amendment, 'en'), /~/);
  const next = qoldau.amendPlan(plan, amended, amendment);
  assert.deepEqual(next.plan.editions.at(-1), { number: 1, ...amendment });
  assert.ok(!inspect(next, { depth: 9 }).includes(plan.team.staff[0].name));
  assert.equal(next.plan.team.staff[0].name, plan.team.staff[0].name);
  assert.equal(qoldau.diffPlans(plan, next.plan).counts.changed, 1);
  assert.equal(qoldau.renderPlanDiff(plan, next.plan, 'ru').includes('Жоба мерзімі'), true);
  assert.throws(() => qoldau.amendPlan(plan, amended, { ...amendment, effectiveFrom: isoDate('2020-01-01') }), { code: 'AMD025' });
});

test('only what the leader approved goes into a package when the policy says so', () => {
  const aida = new Phone('aida');
  aida.says(1, 'a1', 'event', held(120));
  aida.says(2, 'a2', 'reading', { line: 't2-8', mode: 'add', value: { kind: 'amount', amount: '5' } });
  aida.says(3, 'a3', 'entryReview', { entries: ['a1', 'a2'], state: 'submitted' });
  const leader = new Phone('leader');
  leader.takes(aida);
  leader.says(4, 'l1', 'entryReview', { entries: ['a1'], state: 'approved' });
  const journal = bytes(leader.journal);
  const roles = [{ author: 'aida', role: 'recorder' }, { author: 'leader', role: 'leader' }];
  const policy = qoldau.defaultPolicy();
  policy.countsFrom.value = 'approved';
  const day = isoDate('2024-06-30');
  const { entries, findings } = qoldau.reviewJournal(plan, journal, day, { roles });
  assert.deepEqual(entries.map(({ entry, state }) => [entry, state]), [['a1', 'approved'], ['a2', 'submitted']]);
  assert.deepEqual(findings, []);
  assert.deepEqual([...new Set(qoldau.reviewJournal(plan, journal, day).findings.map(({ code }) => code))], ['REV001']);
  const frozen = (options) => JSON.parse(qoldau.freezePackage(plan, journal, day, options).json);
  const behind = (options) => frozen(options).entries.map(({ entry }) => entry);
  assert.deepEqual(behind({ roles }), ['a1', 'a2', 'a3', 'l1']);
  assert.deepEqual(behind({ roles, policy }), ['a1', 'a3', 'l1']);
});

test('a package is frozen, held against its digest, and told apart from the next', () => {
  const journal = loadNow('tests/vectors/inputs/small-journal.jsonl');
  const at = (day, facts = journal) => qoldau.freezePackage(plan, facts, isoDate(day));
  const [first, second] = [at('2024-06-15'), at('2024-06-30')];
  assert.equal(qoldau.packageDigest(bytes(first.json)), first.digest);
  assert.deepEqual(qoldau.readPackage(bytes(first.json)), JSON.parse(first.json));
  assert.equal(qoldau.packageFits(bytes(first.json), first.digest), true);
  assert.equal(qoldau.packageFits(bytes(second.json), first.digest), false);
  assert.equal(at('2024-06-15').digest, first.digest);
  const differs = qoldau.diffPackages(bytes(first.json), bytes(second.json));
  assert.deepEqual([differs.from, differs.to], ['2024-06-15', '2024-06-30']);
  assert.ok(differs.lines.some(({ line, evidence }) => line === 't2-10' && evidence.length === 1));
  assert.match(qoldau.sayPackageDiff(bytes(first.json), bytes(second.json), null, 'en'), /photo-1/);
});
