import { init, isoDate, readAnnex, report, version } from 'qoldau';
import * as people from 'qoldau/people';
import * as reach from 'qoldau/reach';
import * as registry from 'qoldau/registry';
import * as sign from 'qoldau/sign';
import * as survey from 'qoldau/survey';

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

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());

async function main() {
  await Promise.all([init(), people.init(), reach.init(), registry.init(), sign.init(), survey.init()]);
  if (sign.deviceKey('phone', new Uint8Array(32)).device !== 'phone') throw new Error('no key');
  if (registry.pseudonymsOf({ id: 'k1', secret: '00'.repeat(32) }, ['p1']).length !== 1) throw new Error('no pseudonym');
  if (reach.estimateSketch(reach.sketchPersons('k1', ['p1'])) !== 1) throw new Error('no sketch');
  const { plan } = readAnnex(await bytes('annex.docx'));
  const { counts } = report(plan, await bytes('journal.jsonl'), isoDate('2024-09-15'), 'ru');
  return { version: version(), tasks: plan.tasks.length, counts, ...beside() };
}

Object.assign(window, { answer: main().catch((error) => ({ error: String(error.stack ?? error) })) });
