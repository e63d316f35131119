// The package in Node beside the vectors: arguments of wrong types, the error, loading, what prints.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';

import { personalOf } from '../scripts/personal.mjs';
import { built, loadNow } from './places.mjs';
import { ARGUMENTS, MODULES } from './vectors.mjs';

const qoldau = await import(join(built, 'esm/qoldau/node.js'));
const [survey, people, reach, registry, sign] = await Promise.all(
  ['survey', 'people', 'reach', 'registry', 'sign'].map((name) => import(join(built, `esm/${name}/node.js`))),
);
const everything = { ...registry, ...sign, ...people, ...reach, ...survey, ...qoldau };
const { QoldauError, isQoldauError } = qoldau;
const annex = loadNow('examples/data/qoldau-2024.kk.docx');
const { plan } = qoldau.readAnnex(annex);

/** A fresh copy of an entry: it has loaded nothing yet. */
let copies = 0;
const fresh = (path) => import(`${join(built, path)}?copy=${(copies += 1)}`);

/** Holds a call to throwing a QoldauError of a code and a path, and gives it. */
function throws(call, code, path) {
  let thrown;
  assert.throws(call, (error) => {
    thrown = error;
    return true;
  });
  assert.ok(thrown instanceof QoldauError, String(thrown));
  assert.deepEqual([thrown.code, thrown.path], [code, path]);
  return thrown;
}

test('an error is an Error with a code, a path and parameters', () => {
  const error = throws(() => qoldau.readPlan(new TextEncoder().encode('{"format":"qoldau-plan/9.1"}')), 'PLN001', null);
  assert.ok(error instanceof Error);
  assert.equal(error.name, 'QoldauError');
  assert.deepEqual(error.params, { format: 'qoldau-plan/9.1' });
  assert.match(error.message, /newer format/);
  assert.match(error.stack, /QoldauError: .*newer format/);
  assert.deepEqual(Object.keys(error).sort(), ['code', 'params', 'path']);
});

test('isQoldauError knows errors of another copy, and nothing else', () => {
  assert.ok(isQoldauError(new QoldauError('INP001', 'x')));
  const other = createRequire(import.meta.url)(join(built, 'cjs/qoldau/node.js'));
  const stranger = new other.QoldauError('INP001', 'x');
  assert.ok(!(stranger instanceof QoldauError));
  assert.ok(isQoldauError(stranger));
  for (const no of [null, undefined, 'INP001', {}, new Error('x'), { name: 'QoldauError' }, { code: 'INP001' }]) {
    assert.ok(!isQoldauError(no), inspect(no));
  }
});

test('an argument that is missing or of another type is told by its name', () => {
  for (const [name, [first]] of Object.entries(ARGUMENTS)) {
    if (!first) continue;
    // A journal may belong to no plan, so that these are asked for without one.
    const missing = ['journalHeader', 'writeJournal'].includes(name) ? [] : [undefined, null];
    for (const none of [...missing, Symbol('x'), () => 1]) {
      // A request for a statistic is any value of JSON, of which null is one.
      if (name === 'statistic' && none === null) continue;
      // What is JSON and no registry is told as a file of it is.
      if (first === 'registry' && none === null && name !== 'readRegistry') {
        throws(() => everything[name](none), 'REG002', null);
        continue;
      }
      throws(() => everything[name](none), 'INP001', `/${first}`);
    }
  }
});

test('optional arguments may be missing, undefined or null', () => {
  const once = JSON.stringify(qoldau.check(plan, 'signed'));
  assert.equal(JSON.stringify(qoldau.check(plan, 'signed', undefined, null)), once);
  assert.equal(JSON.stringify(qoldau.check(plan, 'signed', null, [])), once);
  throws(() => qoldau.check(plan, 'signed', 5), 'INP001', '/policy');
  throws(() => qoldau.check(plan, 'signed', { letters: 5 }), 'INP001', '/policy/letters');
  throws(() => qoldau.check(plan, 'signed', null, [{}]), 'INP001', '/acknowledged/0');
});

test('the path leads to the field', () => {
  const broken = structuredClone(plan);
  broken.tasks[1].activities[0].indicators[2].kind = 'poem';
  throws(() => qoldau.check(broken, 'signed'), 'INP001', '/plan/tasks/1/activities/0/indicators/2/kind');
});

test('bytes are a Uint8Array of any window, and nothing else', () => {
  const expected = qoldau.readAnnex(annex);
  assert.deepEqual(qoldau.readAnnex(new Uint8Array(annex)), expected);
  const foreign = runInNewContext('new Uint8Array(bytes)', { bytes: annex });
  assert.ok(!(foreign instanceof Uint8Array));
  assert.deepEqual(qoldau.readAnnex(foreign), expected);
  const padded = new Uint8Array(annex.length + 7);
  padded.set(annex, 3);
  assert.deepEqual(qoldau.readAnnex(padded.subarray(3, annex.length + 3)), expected);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const no of ['text', [1, 2], annex.buffer, new Uint16Array(4), new DataView(new ArrayBuffer(8)), 5, {}, proxy]) {
    throws(() => qoldau.readAnnex(no), 'INP001', '/bytes');
  }
});

test('what JSON cannot hold is told, not passed over', () => {
  const circle = { ...plan };
  circle.team = circle;
  assert.match(throws(() => qoldau.check(circle, 'signed'), 'INP001', '/plan/team').message, /holds itself/);
  let deep = [];
  for (let at = 0; at < 20_000; at += 1) deep = [deep];
  assert.match(throws(() => qoldau.check({ ...plan, goals: deep }, 'signed'), 'INP001', '/plan').message, /too deeply/);
  throws(() => qoldau.readDue('x', { period: 5n }), 'INP001', '/context/period');
  throws(() => qoldau.readKind('half a letter \ud800'), 'INP001', '/text');
  throws(() => qoldau.readKind(new Proxy({}, { ownKeys() { throw new Error('no'); } })), 'INP001', '/text');
});

test('what JSON would pass over in silence is refused, with its place', () => {
  const row = { id: '1', name: 'Айгүл' };
  const refused = [NaN, Infinity, -Infinity, () => 1, Symbol('x'), 5n, new Map(), new Set([1]), new WeakMap(), /x/, new Error('x')];
  const silent = [...refused, Promise.resolve(1), new ArrayBuffer(4), new Uint8Array(3), new Date(NaN), new Number(NaN)];
  const foreign = runInNewContext('[new Map([["a", 1]]), new Set(), new Date(NaN), new Float64Array(2)]');
  for (const none of [...silent, ...foreign, { toJSON: () => null }, { toJSON: () => NaN }]) {
    throws(() => people.findDuplicates(none), 'INP001', '/people');
    throws(() => people.findDuplicates([row, { ...row, list: none }]), 'INP001', '/people/1/list');
    throws(() => people.findDuplicates([row], { decisions: [{ one: none }] }), 'INP001', '/options/decisions/0/one');
  }
  throws(() => people.findDuplicates([row, undefined]), 'INP001', '/people/1');
  const error = throws(() => people.findDuplicates([{ ...row, 'Ким Дана': NaN }]), 'INP001', '/people/0/?');
  assert.equal(error.message, 'people: NaN is no number of JSON');
  // What says how it is written is taken as it says, and so is what comes out of a store of a framework.
  const reactive = new Proxy([new Proxy({ ...row, list: { toJSON: () => 'a' } }, {})], {});
  assert.equal(people.findDuplicates(reactive).persons, 1);
  class Row { constructor() { Object.assign(this, row); } get spoken() { return NaN; } }
  assert.equal(people.findDuplicates([new Row()]).persons, 1);
  // Fields that a class keeps to itself, of which JSON leaves nothing.
  class Hidden { #list = 'a'; get list() { return this.#list; } }
  class Kept { id = '1'; name = 'Айгүл'; #list = 'a'; get list() { return this.#list; } set list(list) { this.#list = list; } }
  for (const none of [new Hidden(), new (class extends Hidden {})(), new Kept()]) {
    throws(() => people.findDuplicates([none]), 'INP001', '/people/0/list');
  }
  assert.equal(people.findDuplicates([{ ...row, list: undefined, phone: new String('8700') }]).persons, 1);
});

test('a number that is none comes into no journal and no state', () => {
  const body = { item: 'l1', kind: 'letter', lines: ['t3-2'], addressees: Number.parseInt('', 10), date: '2024-06-04' };
  const draft = { id: '1', on: '2024-06-04', author: 'a', kind: 'evidence', body };
  const stamp = { device: 'd', now: '2024-06-04T09:00:00.000Z', salt: '0123456789abcdef' };
  throws(() => qoldau.recordEntry(new Uint8Array(), draft, stamp), 'INP001', '/draft/body/addressees');
  const unknown = { ...draft, kind: 'tomorrow', body: { sum: NaN } };
  throws(() => qoldau.recordEntry(new Uint8Array(), unknown, stamp), 'INP001', '/draft/body/sum');
  const state = new qoldau.ProjectState(plan);
  throws(() => state.assess('2024-09-15', null, NaN), 'INP001', '/period');
  throws(() => state.assess('2024-09-15', () => 1), 'INP001', '/policy');
  const form = survey.readQuestionnaire(loadNow('examples/data/survey.json'));
  const response = { id: 'r', consent: true, answers: new Map([['age', { kind: 'number', value: '15' }]]) };
  throws(() => survey.satisfaction(form, [response]), 'INP001', '/responses/0/answers');
  throws(() => survey.statistic({ method: 'nps', input: { scores: [9, NaN] } }), 'INP001', '/request/input/scores/1');
});

test('bytes that are gone, pretended or too many are refused, and nothing else is harmed', () => {
  const counter = new survey.AnswerCounter(survey.readQuestionnaire(loadNow('examples/data/survey.json')));
  const gone = new Uint8Array(10);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const pretended = [5, 3e9].map((length) => ({ [Symbol.toStringTag]: 'Uint8Array', length }));
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  class Longer extends Uint8Array { get length() { return 3e9; } }
  for (const no of [gone, ...pretended, proxy, new Proxy(new Uint8Array(4), {})]) {
    throws(() => counter.push(no), 'INP001', '/piece');
    throws(() => sign.deviceKey('aida', no), 'INP001', '/secret');
    throws(() => qoldau.mergeJournals([new Uint8Array(), no], 'lines'), 'INP001', '/journals/1');
  }
  for (const no of [proxy, { length: 1, 0: new Uint8Array() }, new Proxy([1], { get() { throw new Error('no'); } })]) {
    throws(() => qoldau.mergeJournals(no, 'lines'), 'INP001', '/journals');
  }
  const most = new Uint8Array(new ArrayBuffer(2 ** 30 + 1));
  assert.match(throws(() => sign.deviceKey('aida', most), 'INP001', '/secret').message, /larger than 1073741824 bytes/);
  assert.deepEqual(sign.deviceKey('aida', new Longer(32)), sign.deviceKey('aida', new Uint8Array(32)));
  assert.deepEqual(sign.deviceKey('aida', new Uint8Array(new SharedArrayBuffer(32))), sign.deviceKey('aida', new Uint8Array(32)));
  counter.push(loadNow('examples/data/survey-after.csv'));
  assert.equal(counter.finish().rows, 46);
});

test('objects that were let go of, or that are in use, say so and harm no other', () => {
  const form = survey.readQuestionnaire(loadNow('examples/data/survey.json'));
  const response = { id: 'a', consent: true, answers: {} };
  const other = new survey.SurveyForm(form);
  const expected = other.check(response);
  const one = new survey.SurveyForm(form);
  assert.ok(one instanceof survey.SurveyForm && !(one instanceof survey.AnswerCounter));
  assert.equal(inspect(one), 'SurveyForm {}');
  one.free();
  one.free();
  assert.deepEqual(throws(() => one.check(response), 'OBJ001', null).params, { class: 'SurveyForm', reason: 'freed' });
  const { check } = other;
  for (const stranger of [undefined, null, {}, 5, one.check, new survey.AnswerCounter(form)]) {
    assert.equal(throws(() => check.call(stranger, response), 'OBJ001', null).params.reason, 'foreign');
  }
  const told = [];
  for (const inner of [() => other.check(response), () => other.free(), () => other.state(response)]) {
    const calling = { get id() { try { inner(); } catch ({ code, params }) { told.push([code, params.reason]); } return 'a'; }, consent: true, answers: {} };
    assert.deepEqual(other.check(calling), expected);
  }
  assert.ok(told.length >= 3);
  assert.deepEqual([...new Set(told.map(String))], ['OBJ001,busy']);
  assert.deepEqual(new Proxy(other, {}).check(response), expected);
  class Named extends survey.SurveyForm { name = 'own'; check(given) { return super.check(given); } }
  const named = new Named(form);
  assert.ok(named instanceof Named && named instanceof survey.SurveyForm);
  assert.deepEqual([named.name, named.check(response)], ['own', expected]);
  assert.throws(() => survey.SurveyForm(form), TypeError);
  throws(() => new survey.SurveyForm(5), 'INP001', '/questionnaire');
  other[Symbol.dispose]();
  assert.equal(throws(() => other.check(response), 'OBJ001', null).params.reason, 'freed');
  assert.deepEqual(named.check(response), expected);
});

test('dates and decimals are made of their texts', () => {
  assert.equal(qoldau.isoDate('2024-02-29'), '2024-02-29');
  assert.equal(qoldau.decimal('012.50'), '12.5');
  throws(() => qoldau.isoDate('2023-02-29'), 'INP001', '/text');
  throws(() => qoldau.isoDate(new Date()), 'INP001', '/text');
  throws(() => qoldau.decimal('1e3'), 'INP001', '/text');
  throws(() => qoldau.decimal(12.5), 'INP001', '/text');
  assert.equal(registry.isoDate('2024-02-29'), '2024-02-29');
  assert.equal(registry.emailAddress(' Ai.Gerim@Example.ORG '), 'Ai.Gerim@example.org');
  assert.equal(registry.katoPlace('71'), '710000000');
  for (const make of [registry.emailAddress, registry.katoPlace]) {
    const error = throws(() => make('Ким Дана'), 'INP001', '/text');
    assert.ok(!error.message.includes('Ким'));
  }
});

test('people print silently, and are data otherwise', () => {
  const people = [...plan.team.staff, ...plan.team.specialists];
  assert.ok(people.length >= 3);
  const again = qoldau.readPlan(new TextEncoder().encode(qoldau.writePlan(plan)));
  for (const printed of [inspect(plan, { depth: 9 }), inspect(again, { depth: 9 }), `${people}`]) {
    for (const { name, phone } of people) {
      assert.ok(name.length > 3 && !printed.includes(name), name);
      assert.ok(!phone || !printed.includes(phone), phone);
    }
  }
  const written = JSON.stringify(plan);
  for (const person of people) {
    assert.ok(written.includes(JSON.stringify(person.name)));
    assert.equal({ ...person }.name, person.name);
    assert.equal(structuredClone(person).phone, person.phone);
  }
  assert.deepEqual(again, plan);
  again.team.staff[0].name = 'Сара';
  assert.equal(again.team.staff[0].name, 'Сара');
  assert.match(qoldau.writePlan(again), /Сара/);
});

test('people of lists and words of answers print silently', () => {
  const text = (words) => new TextEncoder().encode(words);
  const table = people.importPeople(text('ФИО,Телефон,ИИН,Дата рождения\nКим Дана,87000000001,000101300009,14.06.2008\n'));
  const read = [people.readIin('000101300009'), people.readPhones('87000000001'), people.readBirth('14.06.2008', 2024)];
  const form = survey.readQuestionnaire(loadNow('examples/data/survey.json'));
  const answers = { wishes: { kind: 'text', text: 'маған хабарласыңыз' } };
  const record = { id: 'r1', consent: true, code: 'Са1234', answers };
  const file = text(JSON.stringify({ format: 'qoldau-answers/1.0', responses: [record] }));
  const imported = survey.importAnswers(form, file);
  const printed = inspect([table, read, imported, survey.readResponses(file)], { depth: 9 });
  for (const secret of ['Ким', '7000000', '000101300009', '14.06', '2008', '1900', 'хабарлас', 'Са1234']) {
    assert.ok(!printed.includes(secret), secret);
  }
  assert.equal(table.people[0].name, 'Ким Дана');
  assert.equal(imported.responses[0].answers.wishes.text, 'маған хабарласыңыз');
  assert.deepEqual(survey.readResponses(text(survey.writeResponses(imported.responses)))[0].code, 'Са1234');
  assert.equal(people.findDuplicates(table.people).persons, 1);
});

test('people of a registry and of workbooks print silently', () => {
  const birth = { kind: 'exact', date: '2008-06-14' };
  const person = { id: 'p-1', name: 'Ким Дана', phone: '+77000000001', birth, place: '471010000', email: 'dana@example.kz' };
  const organisation = { id: 'o-1', kind: 'ngo', name: 'Жас толқын', bin: '140740019340', place: '471010000' };
  const text = JSON.stringify({ format: 'qoldau-registry/1.0', persons: [person], organisations: [organisation] });
  const known = registry.readRegistry(new TextEncoder().encode(text));
  const nothing = new Uint8Array();
  const read = registry.importWorkbook(loadNow('qoldau-core/tests/people/workbooks/bare.xlsx'));
  const key = { id: 'k1', secret: '01'.repeat(32) };
  const held = registry.exportPerson(known, nothing, 'p-1');
  const printed = inspect(
    [known, read, held, registry.erasePerson(known, nothing, 'p-2'), registry.registryFacts(known), registry.linkageKeys(read.people, key)],
    { depth: 9 },
  );
  for (const secret of ['Ким', 'Оспанова', '700', '2008', '2007', '47101', 'dana@', '140740']) assert.ok(!printed.includes(secret), secret);
  assert.equal(held.records[0].name, 'Ким Дана');
  assert.equal(people.findDuplicates(read.people).persons, 3);
  assert.equal(registry.erasePerson(known, nothing, 'p-1').registry.persons.length, 0);
});

test('a bundle, a journal and its conflicts print nothing of people', () => {
  const text = (words) => new TextEncoder().encode(words);
  const { bundle } = qoldau.writeBundle([plan], loadNow('examples/data/season.jsonl'));
  const { name, phone } = plan.team.staff[0];
  const opened = qoldau.readBundle(bundle, 'lines');
  assert.equal(opened.plans[0].team.staff[0].name, name);
  const entry = (id, kind, body) => JSON.stringify({ id, on: '2024-06-01', author: 'x', kind, body });
  const remark = { entries: ['a'], state: 'approved', remark: 'Ким Дана қайта хабарлассын' };
  const journal = text(
    ['{"format":"qoldau-journal/1.1"}', entry('a', 'zzz', { fio: 'Ким Дана' }), entry('b', 'entryReview', remark), ''].join('\n'),
  );
  const other = text(['{"format":"qoldau-journal/1.1"}', entry('a', 'zzz', { fio: 'Ким Сара' }), ''].join('\n'));
  const merged = qoldau.mergeJournals([journal, other], 'lines');
  assert.ok(merged.conflicts.length > 0);
  const draft = { id: 'c', on: '2024-06-01', author: 'x', kind: 'zzz', body: { fio: 'Ким Дана' } };
  const recorded = qoldau.recordEntry(journal, draft, { device: 'd', now: '2024-06-04T09:00:00.000Z', salt: '0123456789abcdef' });
  const read = [opened.plans, qoldau.readJournal(journal), qoldau.readFacts(journal), merged.conflicts, qoldau.conflictsOf(merged.journal), recorded.entry];
  const printed = inspect(read, { depth: 12, maxArrayLength: null, maxStringLength: null });
  for (const secret of [name, phone, 'Ким']) assert.ok(!printed.includes(secret), secret);
  assert.match(JSON.stringify(read), /Ким Дана/);
  assert.equal(qoldau.readFacts(journal).entries[0].body.fio, 'Ким Дана');
  assert.equal(JSON.parse(qoldau.writeEntry(qoldau.readJournal(journal).entries[0])).body.fio, 'Ким Дана');
});

test('which calls give something of people is read from the types', () => {
  const found = Object.fromEntries(
    MODULES.map((name) => [name, personalOf(String(loadNow(`target/wasm/package/esm/${name}/index.d.ts`)))]),
  );
  assert.deepEqual(Object.fromEntries(MODULES.map((name) => [name, Object.keys(found[name].calls).sort()])), {
    qoldau: ['amendPlan', 'conflictsOf', 'mergeJournals', 'pair', 'readAnnex', 'readBundle', 'readFacts', 'readJournal', 'readPlan', 'recordEntry'],
    survey: ['importAnswers', 'readResponses'],
    people: ['importPeople', 'readBin', 'readBirth', 'readIin', 'readPhones'],
    reach: [],
    registry: ['erasePerson', 'exportPerson', 'importWorkbook', 'linkageKeys', 'readRegistry', 'registryFacts', 'registryRows'],
    sign: [],
  });
  assert.deepEqual(found.registry.types.RegisteredPerson, { name: 0, birth: 0, place: 0, phone: 0, email: 0, iin: 0 });
  assert.deepEqual(found.survey.types.Response, { code: 0, answers: '*Answer' });
  const sample = `
    export interface Row { name: PersonName; list: (Inner | null)[]; self: Row | null; plain: string }
    export type Inner = { kind: "a"; at: Record<string, Other> } | { kind: "b"; born?: Birth | null };
    export interface Other extends Base { rest: number }
    interface Base { said: FreeText }
    export type Birth = { kind: "year"; year: number } | { kind: "day"; date: string };
    export type PersonName = string;
    export function one(): Row[];
    export function two(): Birth | null;
    export function three(): PersonName;
    export class Kept { row(): Row; free(): void }`;
  assert.deepEqual(personalOf(sample), {
    types: {
      Row: { name: 0, list: 'Inner', self: 'Row' },
      Inner: { at: '*Other', born: 0 },
      Other: { said: 0 },
      Birth: { year: 0, date: 0 },
    },
    calls: { one: 'Row', two: 'Birth', 'Kept.row': 'Row' },
  });
});

test('a workbook that is given as a table of text is told as one', () => {
  const workbook = loadNow('qoldau-core/tests/people/workbooks/bare.xlsx');
  assert.match(throws(() => people.importPeople(workbook), 'TBL008', null).message, /importWorkbook/);
  throws(() => people.guessColumns(workbook), 'TBL008', null);
  throws(() => people.importPeople(new Uint8Array([0xc0])), 'TBL001', null);
});

test('what a survey comes to goes into the journal of the base module', () => {
  const form = survey.readQuestionnaire(loadNow('examples/data/survey.json'));
  const responses = JSON.parse(loadNow('tests/vectors/inputs/survey-responses.json'));
  const tasks = plan.tasks.flatMap(({ activities }) => activities).flatMap(({ indicators }) => indicators);
  const line = tasks.find(({ kind }) => kind === 'satisfaction');
  const on = qoldau.isoDate('2024-10-20');
  const draft = survey.draftSatisfaction(form, responses, { entry: 's1', line: line.id, on, author: 'aida' });
  const stamp = { device: 'phone', now: '2024-10-20T09:00:00Z', salt: 'sixteen letters or more' };
  const { line: written } = qoldau.recordEntry(new Uint8Array(), draft, stamp);
  const journal = new TextEncoder().encode(`${qoldau.journalHeader(plan.id)}\n${written}\n`);
  const held = JSON.stringify(qoldau.assess(plan, journal, qoldau.isoDate('2024-10-31')).assessment);
  const { numerator, denominator } = survey.satisfaction(form, responses).share;
  assert.ok(held.includes(`"numerator":"${numerator}","denominator":"${denominator}"`), held.slice(0, 400));
});

test('errors quote no words of people', () => {
  const [{ name }] = plan.team.staff;
  const broken = structuredClone(plan);
  broken.team.staff[0].id = [name];
  const error = throws(() => qoldau.writePlan(broken), 'INP001', '/plan/team/staff/0/id');
  assert.ok(!inspect(error).includes(name));
});

test('answers are plain values of their own', () => {
  const one = qoldau.defaultPolicy();
  one.letters.value = 'changed';
  assert.notEqual(qoldau.defaultPolicy().letters.value, 'changed');
  assert.deepEqual(Object.getPrototypeOf(one), Object.prototype);
});

test('Node loads by itself, and init does no harm', async () => {
  const copy = await fresh('esm/qoldau/node.js');
  assert.equal(copy.version(), qoldau.version());
  await copy.init();
  await copy.init();
  const given = await fresh('esm/qoldau/node.js');
  await given.init(loadNow('target/wasm/package/qoldau.wasm'));
  assert.equal(given.version(), qoldau.version());
  const lost = await fresh('esm/qoldau/node.js');
  for (const no of ['/nowhere/qoldau.wasm', '', new URL('file:///nowhere'), 'http://127.0.0.1:1/qoldau.wasm', 5, {}, new Uint8Array(3)]) {
    await assert.rejects(lost.init(no), { name: 'QoldauError', code: 'INI002' });
  }
  assert.equal(lost.version(), qoldau.version());
  const wasm = loadNow('target/wasm/package/qoldau.wasm');
  for (const source of [new Response(wasm), Promise.resolve(new Response(wasm)), new Blob([wasm]), new WebAssembly.Module(wasm), null]) {
    const copy = await fresh('esm/qoldau/node.js');
    await copy.init(source);
    assert.equal(copy.version(), qoldau.version());
  }
});

test('a compiled module of another kind or release is refused, and the right one may follow', async () => {
  const wasm = loadNow('target/wasm/package/sign.wasm');
  const stale = Buffer.from(wasm);
  stale[stale.length - 1] ^= 1;
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const others = [loadNow('target/wasm/package/people.wasm'), new WebAssembly.Module(loadNow('target/wasm/package/people.wasm')), stale, empty];
  for (const host of ['node', 'web']) {
    const copy = await fresh(`esm/sign/${host}.js`);
    for (const other of others) await assert.rejects(copy.init(other), { name: 'QoldauError', code: 'INI002', message: /not the one of this package/ });
    if (host === 'web') assert.throws(() => copy.deviceKey('a', new Uint8Array(32)), { code: 'INI001' });
    await copy.init(wasm);
    assert.ok(copy.deviceKey('a', new Uint8Array(32)).key);
  }
});

test('a script that does not know where it lies says so', async () => {
  const { fromFile } = await import(join(built, 'esm/loader/node.js'));
  const lost = fromFile(() => new URL('../qoldau.wasm', undefined));
  assert.throws(() => lost.compileNow(), { name: 'QoldauError', code: 'INI002' });
});

test('CommonJS gives the same calls', () => {
  for (const [name, module] of [['survey', survey], ['people', people], ['reach', reach], ['registry', registry], ['sign', sign]]) {
    const required = createRequire(import.meta.url)(join(built, `cjs/${name}/node.js`));
    assert.deepEqual(Object.keys(required).sort(), Object.keys(module).sort());
  }
  const required = createRequire(import.meta.url)(join(built, 'cjs/qoldau/node.js'));
  assert.deepEqual(Object.keys(required).sort(), Object.keys(qoldau).sort());
  assert.deepEqual(required.readAnnex(annex), qoldau.readAnnex(annex));
});

test('every module of the web is loaded by itself', async () => {
  for (const name of MODULES) {
    const web = await fresh(`esm/${name}/web.js`);
    const one = {
      qoldau: () => web.version(),
      survey: () => web.statisticMethods(),
      people: () => web.readPhones('87000000001'),
      reach: () => web.isoDate('2024-06-14'),
      registry: () => web.pseudonymsOf({ id: 'k1', secret: '0123456789abcdef'.repeat(4) }, ['p1']),
      sign: () => web.deviceKey('aida', new Uint8Array(32)),
    }[name];
    assert.throws(one, { name: 'QoldauError', code: 'INI001' });
    await web.init(loadNow(`target/wasm/package/${name}.wasm`));
    assert.ok(one().length ?? one().key);
  }
});

test('on the web a call before init says what to do', async () => {
  const web = await fresh('esm/qoldau/web.js');
  assert.deepEqual(Object.keys(web).sort(), Object.keys(qoldau).sort());
  assert.throws(() => web.version(), { name: 'QoldauError', code: 'INI001', message: /await init\(\)/ });
  const bytes = loadNow('target/wasm/package/qoldau.wasm');
  await Promise.all([web.init(bytes), web.init(bytes)]);
  assert.equal(web.version(), qoldau.version());
  await web.init();
});

test('on the web init tells what went wrong, and may be tried anew', async () => {
  const web = await fresh('esm/qoldau/web.js');
  const failing = [
    Promise.reject(new Error('offline')),
    new Response('gone', { status: 404 }),
    new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    new Uint8Array([1, 2, 3]),
    'http://127.0.0.1:1/qoldau.wasm',
  ];
  for (const source of failing) await assert.rejects(web.init(source), { name: 'QoldauError', code: 'INI002' });
  const wasm = loadNow('target/wasm/package/qoldau.wasm');
  await web.init(new Response(wasm, { headers: { 'content-type': 'application/wasm' } }));
  assert.equal(web.version(), qoldau.version());
  const plain = await fresh('esm/qoldau/web.js');
  await plain.init(Promise.resolve(new Response(wasm)));
  const compiled = await fresh('esm/qoldau/web.js');
  await compiled.init(new WebAssembly.Module(wasm));
  assert.equal(plain.version(), compiled.version());
});

test('a script of CommonJS on the web has to be told where the module lies', async () => {
  const web = createRequire(import.meta.url)(join(built, 'cjs/qoldau/web.js'));
  await assert.rejects(web.init(), { code: 'INI002', message: /init\(url\)/ });
  await web.init(loadNow('target/wasm/package/qoldau.wasm'));
  assert.equal(web.version(), qoldau.version());
});

test('the version is that of the package and of the workspace', () => {
  const { version } = JSON.parse(loadNow('bindings-wasm/npm/package.json'));
  assert.equal(qoldau.version(), version);
  assert.match(String(loadNow('Cargo.toml')), new RegExp(`^version = "${version}"$`, 'm'));
});
