// Reads an annex, holds a season of facts against it, says where the lines stand, and writes the report.
//
//   node main.mjs ANNEX JOURNAL DATE REPORT.html
import { readFileSync, writeFileSync } from 'node:fs';
import { assess, isQoldauError, readAnnex, renderReport } from 'qoldau';

const [annex, journalFile, date, page] = process.argv.slice(2);
if (!page) {
  console.error('usage: node main.mjs ANNEX JOURNAL DATE REPORT.html');
  process.exit(2);
}
try {
  const { plan, findings: readFindings } = readAnnex(readFileSync(annex));
  const journal = readFileSync(journalFile);
  // What reading the annex told is handed on, so that one cause is told once.
  const options = { readFindings };

  const { assessment, findings, folded } = assess(plan, journal, date, options);
  const { lines, proven, needsAction, overdue } = assessment.counts;
  console.log(`${lines} lines on ${date}`);
  console.log(`${proven} proven, ${needsAction} need action, ${overdue} overdue`);
  console.log(`${findings.length} findings, ${folded.length} settled`);

  writeFileSync(page, renderReport(plan, journal, date, 'kk', 'html', options));
  console.log(`the report is in ${page}`);
} catch (error) {
  if (!isQoldauError(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exit(1);
}
