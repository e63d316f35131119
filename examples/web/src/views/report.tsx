import { useMemo, useRef, useState } from "preact/hooks";
import { save } from "../files";
import { usePage } from "../page";
import { papers, type Paper } from "../papers";
import { DayChoice } from "./day_choice";

/** The report and the register of evidence, to print or to save. */
export function ReportView() {
  const { words, project, lines, roles, asOf, language, issue } = usePage();
  const [paper, setPaper] = useState<Paper>("report");
  const frame = useRef<HTMLIFrameElement>(null);
  const made = useMemo(
    () => papers(project, lines, roles, asOf, language),
    [project, lines, roles, asOf, language],
  );
  const html = useMemo(() => made.html(paper), [made, paper]);
  const name = `qoldau-${paper}-${asOf}-${language}`;
  /** Hands a paper over. The numbers of a register stand on papers from then on, whatever comes in late. */
  const handOver = (hand: () => void) => {
    hand();
    if (paper === "register") void issue(made.issued());
  };
  return (
    <>
      <h1 tabIndex={-1}>{words.tabs.report}</h1>
      <DayChoice />
      <div class="chips" role="group" aria-label={words.show}>
        {(["report", "register"] as const).map((of) => (
          <button key={of} type="button" aria-pressed={paper === of} onClick={() => setPaper(of)}>
            {words.papers[of]}
          </button>
        ))}
      </div>
      <p class="actions">
        <button type="button" onClick={() => handOver(() => frame.current?.contentWindow?.print())}>
          {words.print}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => handOver(() => save(`${name}.html`, "text/html", html))}
        >
          {words.saveHtml}
        </button>
        {paper === "register" && (
          <button
            type="button"
            class="quiet"
            onClick={() => handOver(() => save(`${name}.csv`, "text/csv", made.csv()))}
          >
            {words.saveCsv}
          </button>
        )}
      </p>
      {/* Without `allow-scripts` nothing runs in the frame; of the same origin it is so that it can be printed. Links to
          posts open beside the page. */}
      <iframe
        ref={frame}
        class="paper"
        onLoad={openLinksBeside}
        title={words.papers[paper]}
        srcdoc={html}
        sandbox="allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox"
      />
    </>
  );
}

/** A link to a post opens beside the page: the frame is for the report alone. */
function openLinksBeside(event: Event): void {
  const { contentDocument } = event.currentTarget as HTMLIFrameElement;
  for (const link of contentDocument?.querySelectorAll<HTMLAnchorElement>("a[href^='http']") ?? [])
    link.target = "_blank";
}
