import { init, isoDate, readAnnex, report, version } from 'qoldau';

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());

async function main() {
  await init();
  const { plan } = readAnnex(await bytes('annex.docx'));
  const { counts } = report(plan, await bytes('journal.jsonl'), isoDate('2024-09-15'), 'ru');
  return { version: version(), tasks: plan.tasks.length, counts };
}

Object.assign(window, { answer: main().catch((error) => ({ error: String(error.stack ?? error) })) });
