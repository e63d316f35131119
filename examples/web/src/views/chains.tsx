import { useMemo } from "preact/hooks";
import { sayFindings, verifyJournal } from "qoldau";
import { usePage } from "../page";
import { SaidFindings } from "../parts/said_findings";
import { bytesOf } from "../store/lines";

/** Whether entries of a device were altered, dropped or forged on their way here: each device's entries make a chain. */
export function Chains() {
  const { words, lines, language, project } = usePage();
  const { devices, findings } = useMemo(() => verifyJournal(bytesOf(lines)), [lines]);
  if (findings.length === 0) {
    return devices.length === 0 ? null : (
      <p class="hint chains">
        {words.chainsWhole}: {devices.length}. {words.chainsOpen}: {devices.flatMap(({ unvouched }) => unvouched).length}
      </p>
    );
  }
  return (
    <section class="chains" aria-labelledby="chains">
      <h2 id="chains">{words.chainsBroken}</h2>
      <p class="hint">{words.chainsHint}</p>
      <SaidFindings
        words={words}
        row=""
        findings={findings}
        rows={sayFindings(project.plan, findings, language)}
      />
    </section>
  );
}
