import { useMemo, useRef, useState } from "preact/hooks";
import { renderRegister, renderReport } from "qoldau";
import { save } from "../files";
import { bytesOf } from "../journal";
import { usePage } from "../page";
import { DayChoice } from "./day_choice";

type Paper = "report" | "register";

/** The report and the register of evidence, to print or to save. */
export function ReportView() {
  const { words, project, lines, asOf, language } = usePage();
  const [paper, setPaper] = useState<Paper>("report");
  const frame = useRef<HTMLIFrameElement>(null);
  const { plan, readFindings } = project;
  const journal = useMemo(() => bytesOf(lines), [lines]);
  const html = useMemo(
    () =>
      paper === "report"
        ? renderReport(plan, journal, asOf, language, "html", { readFindings })
        : renderRegister(plan, journal, asOf, language, "html"),
    [paper, plan, readFindings, journal, asOf, language],
  );
  const name = `qoldau-${paper}-${asOf}-${language}`;
  const csv = () => save(`${name}.csv`, "text/csv", renderRegister(plan, journal, asOf, language, "csv"));
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
        <button type="button" onClick={() => frame.current?.contentWindow?.print()}>
          {words.print}
        </button>
        <button type="button" class="quiet" onClick={() => save(`${name}.html`, "text/html", html)}>
          {words.saveHtml}
        </button>
        {paper === "register" && (
          <button type="button" class="quiet" onClick={csv}>
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
