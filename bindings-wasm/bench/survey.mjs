// How many answers a second: a form of twelve questions judged by the module and by npm `survey-core`, in one process and one run.
//
// Both have the same questions with the same bounds and skips, and get the same people; the script stops where the two disagree about
// anybody. The peer keeps one model and is given one person's answers after another, which is its quickest way. One by one is a call a person; in
// bulk is one call for all. Sides take turns, and of each the best round counts. `prepared` is a form kept ready (`SurveyForm`): its `check` says
// what is wrong and whether the record can be handed in, its `state` where every question stands; the answers of a file are read as bytes.
//
//   npm install --prefix target/survey-core survey-core
//   node bindings-wasm/bench/survey.mjs [PEOPLE]
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
// Another folder with a built package can be named.
const built = process.env.QOLDAU_PACKAGE ?? join(root, 'target/wasm/package');
const peers = process.env.PEERS ?? join(root, 'target/survey-core');
const { SurveyForm, responseState, checkResponses, readQuestionnaire, writeResponses } =
  await import(pathToFileURL(join(built, 'esm/survey/node.js')));
const require = createRequire(join(peers, 'package.json'));
const { Model } = require('survey-core');
const version = JSON.parse(readFileSync(join(peers, 'node_modules/survey-core/package.json'))).version;

const PEOPLE = Number(process.argv[2] ?? 2000);
const ROUNDS = 5;
const PLACES = ['aktau', 'zhanaozen', 'other'];

const questionnaire = readQuestionnaire(readFileSync(new URL('survey/questionnaire.json', import.meta.url)));

/** The form in the peer's words. */
const STEPS = [1, 2, 3, 4, 5];
const scale = (name) => ({ type: 'radiogroup', name, isRequired: true, choices: STEPS });
const model = new Model({
  elements: [
    { type: 'text', name: 'age', inputType: 'number', isRequired: true, min: 14, max: 35 },
    { type: 'radiogroup', name: 'place', isRequired: true, choices: PLACES },
    scale('knows'), scale('skills'), scale('alone'),
    { type: 'boolean', name: 'takes_part', isRequired: true },
    { type: 'text', name: 'events', inputType: 'number', min: 1, max: 50, isRequired: true, visibleIf: '{takes_part} = true' },
    { ...scale('satisfaction'), visibleIf: '{takes_part} = true' },
    { type: 'rating', name: 'recommend', rateMin: 0, rateMax: 10, visibleIf: '{takes_part} = true' },
    { type: 'checkbox', name: 'interests', choices: ['sport', 'volunteering', 'business'], maxSelectedChoices: 3 },
    { type: 'text', name: 'since', inputType: 'date' },
    { type: 'comment', name: 'wishes', maxLength: 1000 },
  ],
});

/** People of all sorts: every third took no part, some are too old, some left a required question out. */
function person(n) {
  const part = n % 3 !== 0;
  const answers = {
    age: 14 + (n % 25), place: PLACES[n % 3], knows: 1 + (n % 5), skills: 1 + ((n + 1) % 5), alone: 1 + ((n + 2) % 5),
    takes_part: part, interests: ['sport', 'business'].slice(0, 1 + (n % 2)), since: '2024-06-14', wishes: 'рахмет',
  };
  if (n % 11 === 0) delete answers.place;
  if (part) Object.assign(answers, { events: 1 + (n % 9), satisfaction: 1 + (n % 5), recommend: n % 11 });
  return answers;
}

/** The same as our answers. */
function response(answers, n) {
  const option = (code) => code === undefined ? undefined : { kind: 'option', code: String(code) };
  const number = (value) => value === undefined ? undefined : { kind: 'number', value: String(value) };
  const all = {
    age: number(answers.age), place: option(answers.place), knows: option(answers.knows), skills: option(answers.skills),
    alone: option(answers.alone), takes_part: { kind: 'yesNo', yes: answers.takes_part }, events: number(answers.events),
    satisfaction: option(answers.satisfaction), recommend: number(answers.recommend),
    interests: { kind: 'options', codes: answers.interests }, since: { kind: 'date', date: answers.since },
    wishes: { kind: 'text', text: answers.wishes },
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== undefined));
  return { id: `p${n}`, phase: null, on: null, seconds: null, language: null, consent: null, code: null, answers: given };
}

const people = Array.from({ length: PEOPLE }, (_, n) => person(n));
const responses = people.map(response);

function theirs() {
  return people.map((answers) => {
    model.data = answers;
    return model.validate(false);
  });
}
const form = new SurveyForm(questionnaire);
const file = new TextEncoder().encode(JSON.stringify(JSON.parse(writeResponses(responses))));
const oneByOne = () => responses.map((answers) => responseState(questionnaire, answers).complete);
const prepared = () => responses.map((answers) => form.check(answers).complete);
const fieldByField = () => responses.map((answers) => form.state(answers).complete);
function inBulk(findings = checkResponses(questionnaire, responses)) {
  const complete = responses.map(() => true);
  for (const finding of findings) {
    if (finding.severity === 'error' && finding.place.kind === 'row') complete[finding.place.row - 1] = false;
  }
  return complete;
}
const preparedInBulk = () => inBulk(form.checkAll(responses));
const preparedFile = () => inBulk(form.checkAnswers(file).findings);

const OURS = [
  ['one by one', oneByOne], ['prepared: check', prepared], ['prepared: state', fieldByField],
  ['in bulk', () => inBulk()], ['prepared: checkAll', preparedInBulk], ['prepared: file', preparedFile],
];

const judged = theirs();
assert.ok(judged.includes(true) && judged.includes(false));
for (const [name, work] of OURS) assert.deepEqual(work(), judged, name);

const best = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, work] of [['survey-core', theirs], ...OURS]) {
    const before = process.cpuUsage();
    const begin = performance.now();
    work();
    const rate = (PEOPLE / (performance.now() - begin)) * 1000;
    const used = process.cpuUsage(before);
    const ofProcessor = PEOPLE / ((used.user + used.system) / 1e6);
    const known = best.get(name) ?? [0, 0];
    best.set(name, [Math.max(known[0], rate), Math.max(known[1], ofProcessor)]);
  }
}
console.log(`${PEOPLE} people, 12 questions, best of ${ROUNDS} rounds in turns; survey-core ${version}, Node ${process.version}`);
for (const [name, [rate, ofProcessor]] of best) {
  const ratio = (of, at) => (of / best.get('survey-core')[at]).toFixed(0);
  console.log(`${name.padEnd(20)} ${rate.toFixed(0).padStart(9)} a second, ${ofProcessor.toFixed(0).padStart(9)} a second of processor time; `
    + `${ratio(rate, 0)} x and ${ratio(ofProcessor, 1)} x`);
}
