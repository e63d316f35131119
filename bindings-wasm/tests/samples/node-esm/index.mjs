import { readFileSync } from 'node:fs';

import { isoDate, readAnnex, report, version } from 'qoldau';
import { findDuplicates } from 'qoldau/people';
import { statistic } from 'qoldau/survey';

/** The modules exchange plain values, and each has a compiled file of its own. */
const beside = () => ({
  nps: statistic({ method: 'nps', input: { counts_0_to_10: [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6], conf: '0.95' } }).nps,
  persons: findDuplicates([
    { id: '1', name: 'Ахметова Айгерім', phone: '8 700 000 00 01' },
    { id: '2', name: 'Akhmetova Aigerim', phone: '+77000000001' },
  ]).persons,
});

const [annex, journal] = process.argv.slice(2).map((file) => readFileSync(file));
const { plan } = readAnnex(annex);
const { counts } = report(plan, journal, isoDate('2024-09-15'), 'ru');
console.log(JSON.stringify({ version: version(), tasks: plan.tasks.length, counts, ...beside() }));
