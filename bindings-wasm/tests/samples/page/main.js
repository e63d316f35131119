import * as qoldau from './node_modules/qoldau/esm/qoldau/web.js';

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

async function main() {
  let before = 'nothing thrown';
  try {
    qoldau.version();
  } catch (error) {
    before = qoldau.isQoldauError(error) ? error.code : String(error);
  }
  await qoldau.init();
  const { plan } = qoldau.readAnnex(await bytes('annex.docx'));
  const { counts } = qoldau.report(plan, await bytes('journal.jsonl'), qoldau.isoDate('2024-09-15'), 'ru');
  return { before, version: qoldau.version(), tasks: plan.tasks.length, counts };
}

window.answer = main().catch((error) => ({ error: String(error.stack ?? error) }));
