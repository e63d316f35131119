import { init, isoDate, readAnnex, report, version } from './node_modules/qoldau/esm/qoldau/web.js';

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

async function main() {
  await init();
  const { plan } = readAnnex(await bytes('annex.docx'));
  const { counts } = report(plan, await bytes('journal.jsonl'), isoDate('2024-09-15'), 'ru');
  return { version: version(), tasks: plan.tasks.length, counts };
}

main().then(postMessage, (error) => postMessage({ error: String(error.stack ?? error) }));
