const { readFileSync } = require('node:fs');

const { isoDate, readAnnex, report, version } = require('qoldau');

const [annex, journal] = process.argv.slice(2).map((file) => readFileSync(file));
const { plan } = readAnnex(annex);
const { counts } = report(plan, journal, isoDate('2024-09-15'), 'ru');
console.log(JSON.stringify({ version: version(), tasks: plan.tasks.length, counts }));
