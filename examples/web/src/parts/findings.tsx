import type { Id } from "qoldau";
import { usePage } from "../page";
import { subjectsOf, type Said } from "../standing";
import { Answers } from "./answers";
import { SeverityIcon } from "./icons";
import { address } from "../route";
import { useOnce } from "./once";
import { sayQuestionOf } from "./questions";

/** What stands apart from the findings of the same code. */
export const keyOf = ({ finding }: Said): string =>
  [finding.code, ...subjectsOf(finding), JSON.stringify(finding.place), JSON.stringify(finding.params)].join(
    " ",
  );

/** The findings about a part of the plan, beside it. */
export function FindingsAbout({ id }: { id: Id }) {
  const { standing } = usePage();
  const about = standing.open.filter(({ finding }) => subjectsOf(finding).includes(id));
  if (about.length === 0) return null;
  return (
    <div class="asked">
      {about.map((said) => (
        <FindingNote key={keyOf(said)} said={said} />
      ))}
    </div>
  );
}

/** A finding beside what it is about: one line that opens. */
export function FindingNote({ said }: { said: Said }) {
  const { language } = usePage();
  const { row, finding } = said;
  const asked = [...new Set(finding.answers.map((offer) => offer.question))];
  const short = asked.map((question) => sayQuestionOf(question, language)).join("; ");
  return (
    <details class={`finding ${row.severity}`}>
      <summary>
        <SeverityIcon severity={row.severity} />
        <span class="severity">{row.severityText}: </span>
        {short === "" ? row.text : short}
      </summary>
      {short !== "" && <p>{row.text}</p>}
      <FindingBody said={said} />
    </details>
  );
}

/** A finding in a list of findings. */
export function FindingCard({ said, settled = false }: { said: Said; settled?: boolean }) {
  const { row } = said;
  return (
    <li class={`card finding ${row.severity}`}>
      <p class="severity">
        <SeverityIcon severity={row.severity} />
        {row.severityText}
        {row.lines.length > 0 && `: ${row.lines.join(", ")}`} <span class="code">{row.code}</span>
      </p>
      <p class="text">{row.text}</p>
      {settled ? null : <FindingBody said={said} />}
    </li>
  );
}

/** A step of somebody of whom nobody said what they are: the place to say it is the operator's screen. */
const NO_ROLE = "REV001";

/** How to put it right, and what can be done about it here. */
function FindingBody({ said }: { said: Said }) {
  const { finding, row } = said;
  const { words } = usePage();
  return (
    <>
      {row.remedy !== "" && <p class="remedy">{row.remedy}</p>}
      {finding.code === NO_ROLE && (
        <p class="remedy">
          <a href={address("operator")}>{words.review.whoIsWho}</a>
        </p>
      )}
      {finding.answers.length > 0 && <Answers finding={finding} />}
      {canBeNoted(said) && <TakeNote said={said} />}
    </>
  );
}

/** Whether taking note of a finding folds it away. Findings about an entry are mended in the journal, and errors must be
 *  mended. */
function canBeNoted({ finding }: Said): boolean {
  const ofPlan = ["PLAN", "ASM"].some((area) => finding.code.startsWith(area));
  return ofPlan && finding.answers.length === 0 && finding.severity !== "error";
}

function TakeNote({ said: { finding } }: { said: Said }) {
  const { words, asOf, record } = usePage();
  const lines: Id[] = subjectsOf(finding);
  const [note] = useOnce(() =>
    record([{ kind: "acknowledgement", body: { code: finding.code, lines, note: null }, on: asOf }]),
  );
  return (
    <button type="button" class="quiet" onClick={note}>
      {words.takeNote}
    </button>
  );
}
