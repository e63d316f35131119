import { useMemo } from "preact/hooks";
import { sayFindings, verifyJournal } from "qoldau";
import { usePage } from "../page";
import { SaidFindings } from "../parts/said_findings";
import { bytesOf } from "../store/lines";

/**
 * Whether entries of a device were altered, dropped or forged on their way here: each device's entries make a chain. Of an entry without
 * a seal nothing shows, and that is said too.
 */
export function Chains() {
  const { words, lines, language, project } = usePage();
  const { devices, unchained, findings } = useMemo(() => verifyJournal(bytesOf(lines)), [lines]);
  const sealed = devices.reduce((sum, { entries }) => sum + entries, 0);
  const unsealed = unchained > 0 && (
    <p class="hint unsealed">
      {words.review.unsealed}: {unchained}
    </p>
  );
  if (findings.length === 0) {
    return (
      <div class="chains">
        {sealed > 0 && (
          <p class="hint">
            {words.chainsWhole}: {sealed} ({words.devices}: {devices.length}). {words.chainsOpen}:{" "}
            {devices.flatMap(({ unvouched }) => unvouched).length}
          </p>
        )}
        {unsealed}
      </div>
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
      {unsealed}
    </section>
  );
}
