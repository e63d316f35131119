// The conformance vectors of tests/vectors: what they say, carried out by a set of calls. It knows neither Node's files
// nor a browser's: `load` fetches a file of the repository as bytes.

/** The arguments of every call in their order, as all languages have them. */
export const ARGUMENTS = {
  readAnnex: ['bytes', 'limits'],
  excerpt: ['bytes', 'place', 'limits'],
  pair: ['plan', 'activity', 'choices'],
  readPlan: ['bytes'],
  writePlan: ['plan'],
  readTargets: ['text', 'prefix', 'nameScope'],
  printTargets: ['targets', 'language'],
  readDue: ['text', 'context'],
  printDue: ['due', 'language'],
  readKind: ['text'],
  readUnit: ['text'],
  readScope: ['text'],
  readRequires: ['text'],
  sayQuestion: ['question', 'language'],
  sayAnswer: ['answer', 'language'],
  answersTo: ['question'],
  check: ['plan', 'stage', 'policy', 'acknowledged'],
  joinReading: ['findings', 'checked', 'policy'],
  sayFindings: ['plan', 'findings', 'language'],
  readFacts: ['bytes', 'limits'],
  writeEntry: ['entry'],
  assess: ['plan', 'journal', 'asOf', 'options'],
  assessEntries: ['plan', 'entries', 'asOf', 'options'],
  evidenceOf: ['plan', 'journal', 'asOf'],
  journalHeader: ['plan'],
  recordEntry: ['journal', 'draft', 'stamp'],
  nextClock: ['now', 'newest'],
  readJournal: ['journal', 'limits'],
  writeJournal: ['plan', 'entries', 'form'],
  mergeJournals: ['journals', 'form', 'limits'],
  conflictsOf: ['journal'],
  verifyJournal: ['journal'],
  reconcilePlans: ['plan', 'amended', 'amendment'],
  renderReconciliation: ['plan', 'amended', 'amendment', 'language'],
  amendPlan: ['plan', 'amended', 'amendment'],
  diffPlans: ['older', 'newer'],
  renderPlanDiff: ['older', 'newer', 'language'],
  reviewJournal: ['plan', 'journal', 'asOf', 'options'],
  freezePackage: ['plan', 'journal', 'asOf', 'options'],
  readPackage: ['bytes'],
  packageDigest: ['bytes'],
  packageFits: ['bytes', 'digest'],
  writeSubmission: ['frozen', 'journal'],
  openSubmission: ['bytes'],
  reviewPackages: ['packages', 'journal', 'asOf', 'options'],
  diffPackages: ['before', 'now', 'submission'],
  sayPackageDiff: ['before', 'now', 'submission', 'language'],
  readBundle: ['bytes', 'form', 'limits'],
  writeBundle: ['plans', 'journal', 'present', 'limits'],
  deviceKey: ['device', 'secret'],
  signHead: ['journal', 'device', 'secret'],
  verifyHeads: ['journal', 'heads', 'keys'],
  report: ['plan', 'journal', 'asOf', 'language', 'options'],
  renderReport: ['plan', 'journal', 'asOf', 'language', 'form', 'options'],
  register: ['plan', 'journal', 'asOf', 'language', 'issued', 'options'],
  renderRegister: ['plan', 'journal', 'asOf', 'language', 'form', 'issued', 'options'],
  defaultPolicy: [],
  reportStyle: [],
  formatAmount: ['amount', 'language'],
  formatDate: ['date', 'language'],
  quantity: ['amount', 'unit', 'language'],
  compareText: ['left', 'right', 'language'],
  version: [],
  readQuestionnaire: ['bytes'],
  writeQuestionnaire: ['questionnaire'],
  questionnaireDigest: ['questionnaire'],
  lintQuestionnaire: ['questionnaire'],
  lintPhases: ['first', 'second'],
  saySurveyFindings: ['findings', 'language'],
  responseState: ['questionnaire', 'response'],
  checkResponses: ['questionnaire', 'responses'],
  readResponses: ['bytes'],
  writeResponses: ['responses'],
  importAnswers: ['questionnaire', 'bytes', 'options'],
  countAnswers: ['questionnaire', 'bytes', 'options'],
  readTally: ['bytes'],
  checkTally: ['questionnaire', 'tally'],
  checkFocusGroup: ['session'],
  scorePhase: ['questionnaire', 'responses', 'phase', 'options'],
  sayPhase: ['questionnaire', 'responses', 'phase', 'language', 'options'],
  scoreTally: ['questionnaire', 'tally', 'options'],
  sayTally: ['questionnaire', 'tally', 'language', 'options'],
  comparePhases: ['questionnaire', 'responses', 'first', 'second', 'options'],
  sayComparison: ['questionnaire', 'responses', 'first', 'second', 'language', 'options'],
  satisfaction: ['questionnaire', 'responses', 'options'],
  saySatisfaction: ['questionnaire', 'responses', 'language', 'options'],
  tallySatisfaction: ['questionnaire', 'tally', 'options'],
  sayTallySatisfaction: ['questionnaire', 'tally', 'language', 'options'],
  stackedBars: ['questionnaire', 'responses', 'phase', 'list', 'language', 'options'],
  tallyBars: ['questionnaire', 'tally', 'list', 'language', 'options'],
  surveySection: ['questionnaire', 'responses', 'language', 'options'],
  tallySection: ['questionnaire', 'tally', 'language', 'options'],
  dumbbells: ['questionnaire', 'responses', 'first', 'second', 'language', 'options'],
  draftSatisfaction: ['questionnaire', 'responses', 'line', 'options'],
  draftTallySatisfaction: ['questionnaire', 'tally', 'line', 'options'],
  draftPeople: ['questionnaire', 'responses', 'phase', 'line'],
  draftFocusGroup: ['session', 'entry', 'activity', 'author'],
  sampleSize: ['margin', 'share', 'level', 'populations', 'designEffect', 'responseRate'],
  sampleMargin: ['answered', 'share', 'level', 'population', 'designEffect'],
  linkCodes: ['first', 'second', 'mostDifferences'],
  statistic: ['request'],
  statisticMethods: [],
  readIin: ['text'],
  readBin: ['text'],
  readPhones: ['text'],
  readBirth: ['text', 'latest'],
  ageOn: ['birth', 'day'],
  guessColumns: ['bytes'],
  importPeople: ['bytes', 'columns'],
  findDuplicates: ['people', 'options'],
  pairLists: ['first', 'second', 'options'],
  countReach: ['people', 'attendances', 'headcounts', 'question'],
  shownReach: ['people', 'attendances', 'headcounts', 'question', 'policy'],
  sayPeopleFindings: ['findings', 'language'],
  sayMatchField: ['field', 'language'],
  sayAgreement: ['agreement', 'language'],
  sayUnsureReason: ['reason', 'language'],
  guessWorkbook: ['bytes'],
  importWorkbook: ['bytes', 'sheets'],
  readRegistry: ['bytes'],
  writeRegistry: ['registry'],
  checkRegistry: ['registry', 'on'],
  registryFacts: ['registry', 'decisions'],
  registryRows: ['registry'],
  exportPerson: ['registry', 'journal', 'person'],
  erasePerson: ['registry', 'journal', 'person'],
  pseudonymsOf: ['key', 'persons'],
  rotatePseudonyms: ['old', 'new', 'persons'],
  linkageKeys: ['people', 'key'],
  matchKeys: ['ours', 'theirs', 'least'],
  reachPart: ['key', 'people', 'attendances', 'headcounts', 'question'],
  mergeReachParts: ['parts'],
  reachOfPart: ['part'],
  sketchPersons: ['key', 'persons'],
  mergeSketches: ['sketches'],
  estimateSketch: ['sketch'],
};

/**
 * The calls of which an object that keeps its questionnaire says the same: how it is asked, so that every vector of the call is one of the
 * object too.
 *
 * @type {Record<string, (calls: Record<string, any>) => (...values: any[]) => any>}
 */
export const OBJECTS = {
  responseState: (calls) => (questionnaire, response) => {
    const form = new calls.SurveyForm(questionnaire);
    const [first, again] = [form.state(response), form.state(response)];
    const { complete, findings } = form.check(response);
    const all = [...again.findings, ...again.fields.flatMap((field) => field.findings)];
    const same = canonical(first) === canonical(again) && complete === again.complete && canonical(findings) === canonical(all);
    return same ? again : null;
  },
  checkResponses: (calls) => (questionnaire, responses) => {
    const form = new calls.SurveyForm(questionnaire);
    form.checkAll(responses);
    return form.checkAll(responses);
  },
  importAnswers: (calls) => (questionnaire, bytes, options) => {
    const checked = new calls.SurveyForm(questionnaire).checkAnswers(bytes, options);
    return { ...calls.importAnswers(questionnaire, bytes, options), ...checked };
  },
  countAnswers: (calls) => (questionnaire, bytes, options) => {
    const counter = new calls.AnswerCounter(questionnaire, options);
    for (let at = 0; at < bytes.length; at += 7) counter.push(bytes.subarray(at, at + 7));
    return counter.finish();
  },
};

/** The modules of the package, all of whose calls have names of their own. */
export const MODULES = ['qoldau', 'survey', 'people', 'reach', 'registry', 'sign'];

/** Arguments that are bytes; the `now` of a clock is none of them. */
const BYTES = new Set(['bytes', 'journal', 'secret', 'frozen', 'before', 'now']);

/** What JavaScript has no need of, its values being those of JSON. */
export const NOT_HERE = ['assessJson'];

/**
 * Canonical JSON (RFC 8785): names in the order of their UTF-16 code units, which is how JavaScript sorts; texts and
 * numbers as `JSON.stringify` writes them.
 *
 * @param {any} value
 * @returns {string}
 */
export function canonical(value) {
  // Bytes are Base64 in the vectors.
  if (value instanceof Uint8Array) {
    return JSON.stringify(btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')));
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/**
 * What an argument of a vector stands for.
 *
 * @param {string} name
 * @param {any} value
 * @param {(path: string) => Promise<Uint8Array>} load
 */
async function argument(name, value, load) {
  const [[form, text] = []] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const lone = form !== undefined && Object.keys(value).length === 1 && typeof text === 'string';
  if (name === 'journals' || name === 'packages') return Promise.all(value.map((item) => argument('bytes', item, load)));
  if (BYTES.has(name) && typeof value !== 'string') {
    if (lone && form === 'text') return new TextEncoder().encode(text);
    if (lone && form === 'base64') return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return lone && form === 'file' ? load(text) : value;
  }
  return lone && form === 'file' ? JSON.parse(new TextDecoder().decode(await load(text))) : value;
}

/**
 * Carries one vector out and says how it differs from what it should give; nothing when it does not.
 *
 * @param {Record<string, any>} calls
 * @param {any} vector
 * @param {(path: string) => Promise<Uint8Array>} load
 * @returns {Promise<string | null>}
 */
export async function differs(calls, vector, load) {
  if (NOT_HERE.includes(vector.call)) return null;
  const names = ARGUMENTS[vector.call];
  if (!names) return `no such call: ${vector.call}`;
  const unknown = Object.keys(vector.input).filter((name) => !names.includes(name));
  if (unknown.length > 0) return `arguments the call does not have: ${unknown}`;
  const values = await Promise.all(names.map((name) => argument(name, vector.input[name], load)));
  let got;
  try {
    got = canonical(calls[vector.call](...values));
  } catch (error) {
    const told = calls.isQoldauError(error) ? error.code : `not a QoldauError: ${error}`;
    return told === vector.error ? null : `threw ${told}, expected ${vector.error ?? 'an answer'}`;
  }
  if (vector.error) return `expected ${vector.error}, got an answer`;
  const expected = vector.outputFile
    ? new TextDecoder().decode(await load(vector.outputFile))
    : canonical(vector.output);
  return got === expected ? null : firstDifference(got, expected);
}

/** The first place where two texts differ, with what stands around it. */
function firstDifference(got, expected) {
  let at = 0;
  while (got[at] === expected[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 60), at + 60);
  return `at ${at}:\n  got      …${around(got)}\n  expected …${around(expected)}`;
}
