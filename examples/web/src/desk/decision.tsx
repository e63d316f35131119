import { formatDate } from "qoldau";
import { Icon } from "../parts/icons";
import { useOnce } from "../parts/once";
import { ownAcceptance } from "./checked";
import { useDesk } from "./context";
import { RemarkForm } from "./remarks";

/** What is said of the submission as a whole. */
export function Decision() {
  const { words, language, now, say, all, device } = useDesk();
  const { standing } = now;
  const [said, busy] = useOnce(say);
  if (!standing) return null;
  const waits = standing.remarks.some(({ state }) => state !== "resolved");
  const own = ownAcceptance(all, device, standing.submission, null);
  const takeBack = () => void said([{ kind: "void", body: { reason: words.review.takenBack }, replaces: own === null ? [] : [own] }]);
  const accept = () => {
    if (!confirm(words.review.acceptSure)) return;
    void said([{ kind: "acceptance", body: { submission: standing.submission, lines: [] } }]);
  };
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{words.review.decision}</h2>
      {standing.acceptedOn !== null ? (
        <>
          <p class="accepted whole">
            <Icon name="proven" />
            {words.glossary.accepted}: {formatDate(standing.acceptedOn, language)}
          </p>
          {own !== null && (
            <p class="actions">
              <button type="button" class="quiet" disabled={busy} onClick={takeBack}>
                {words.review.takeBack}
              </button>
            </p>
          )}
        </>
      ) : (
        <>
          {standing.acceptedLines.length > 0 && (
            <p>
              {words.review.linesAccepted}: {standing.acceptedLines.length}
            </p>
          )}
          <details class="write">
            <summary>{words.review.remarkOnWhole}</summary>
            <RemarkForm line={null} />
          </details>
          {waits && <p class="hint">{words.review.remarksFirst}</p>}
          <p class="actions">
            <button type="button" disabled={waits || busy} onClick={accept}>
              {words.review.acceptWhole}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
