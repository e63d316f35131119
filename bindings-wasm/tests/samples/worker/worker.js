import { init, isoDate, readAnnex, report, version } from './node_modules/qoldau/esm/qoldau/web.js';
import * as people from './node_modules/qoldau/esm/people/web.js';
import * as survey from './node_modules/qoldau/esm/survey/web.js';

const { findDuplicates } = people;
const { statistic } = survey;

/** The modules exchange plain values, and each has a compiled file of its own. */
const beside = () => ({
  nps: statistic({ method: 'nps', input: { counts_0_to_10: [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6], conf: '0.95' } }).nps,
  persons: findDuplicates([
    { id: '1', name: 'Ахметова Айгерім', phone: '8 700 000 00 01' },
    { id: '2', name: 'Akhmetova Aigerim', phone: '+77000000001' },
  ]).persons,
});

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

async function main() {
  await Promise.all([init(), people.init(), survey.init()]);
  const { plan } = readAnnex(await bytes('annex.docx'));
  const { counts } = report(plan, await bytes('journal.jsonl'), isoDate('2024-09-15'), 'ru');
  return { version: version(), tasks: plan.tasks.length, counts, ...beside() };
}

main().then(postMessage, (error) => postMessage({ error: String(error.stack ?? error) }));
