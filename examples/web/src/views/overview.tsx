import { usePage } from "../page";
import { keyOf } from "../parts/findings";
import { HeadlineIcon, Icon } from "../parts/icons";
import { LineLinks } from "../parts/line_links";
import { Own } from "../parts/own";
import { HEADLINES, PartsBar } from "../parts/pictures";
import { DeadlineTimeline } from "../parts/timeline";
import { ToDoList } from "../parts/to_do";
import { address } from "../route";
import type { Said } from "../standing";
import { DayChoice } from "./day_choice";
import { LaterRemarks, useWaiting } from "./waiting";

/** What the report shows first, in its order. */
export function Overview() {
  const { words, standing } = usePage();
  const { report } = standing;
  const remarks = report.remarks.filter(({ state }) => state === "open").length;
  const { unassigned } = useWaiting();
  const errors = standing.open.filter(({ row }) => row.severity === "error");
  const questions = standing.open.filter(({ row }) => row.severity === "question").length;
  return (
    <>
      <ProjectHead />
      {errors.length > 0 && <Errors errors={errors} />}
      <Numbers />
      {remarks > 0 && (
        <p class="callout late">
          <a href={address("operator")}>
            {words.review.remarksWait}: {remarks}
          </a>
        </p>
      )}
      <LaterRemarks />
      {unassigned > 0 && (
        <p class="callout late unassigned">
          <a href={address("operator")}>
            {words.review.unassigned}: {unassigned}
          </a>
        </p>
      )}
      {questions > 0 && (
        <p class="callout">
          <a href={address("findings")}>
            {words.questionsWait}: {questions}
          </a>
        </p>
      )}
      <section aria-labelledby="to-do">
        <h2 id="to-do">{words.glossary.toDoNext}</h2>
        <ToDoList groups={report.toDo} />
      </section>
      <Approvals />
      {report.exceptions.length > 0 && <Exceptions />}
      {report.timeline && <DeadlineTimeline timeline={report.timeline} />}
    </>
  );
}

/** So many errors are told where everything begins. */
const ERRORS = 3;

/** What is wrong with the plan or the journal stands before the figures that suffer from it. */
function Errors({ errors }: { errors: Said[] }) {
  const { words } = usePage();
  return (
    <section class="callout late" aria-labelledby="errors">
      <h2 id="errors" class="plain">
        <Icon name="overdue" />
        <a href={address("findings")}>
          {words.errorsFound}: {errors.length}
        </a>
      </h2>
      <ul>
        {errors.slice(0, ERRORS).map((said) => (
          <li key={keyOf(said)}>
            {said.row.text}. {said.row.remedy}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProjectHead() {
  const { standing, words, project } = usePage();
  const { head } = standing.report;
  const changed = standing.held.assessment.edition > 0;
  return (
    <div class="head">
      {project.sample && <p class="sample-note">{words.sampleNote}</p>}
      {head.grantee && (
        <p class="grantee">
          <Own>{head.grantee}</Own>
        </p>
      )}
      <h1 tabIndex={-1}>{head.project ? <Own>{head.project}</Own> : words.tabs.overview}</h1>
      <ul class="facts">
        {[head.contract, head.period, changed ? head.edition : null].map(
          (fact) => fact && <li key={fact}>{fact}</li>,
        )}
      </ul>
      <DayChoice />
    </div>
  );
}

function Numbers() {
  const { words, standing } = usePage();
  const { counts } = standing.report;
  const big = (headline: string): boolean => ["proven", "needsAction", "overdue"].includes(headline);
  const shown = HEADLINES.filter((headline) => big(headline) || counts[headline] > 0);
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" class="silent">
        {words.whereLinesStand}
      </h2>
      <ul class="numbers">
        {shown.map((headline) => (
          <li key={headline} class={`${big(headline) ? "big" : "small"} ${headline}`}>
            <a href={address("plan", `only-${headline}`)}>
              <span class="figure">
                <HeadlineIcon headline={headline} />
                {counts[headline]}
              </span>
              <span class="label">{words.glossary[headline]}</span>
            </a>
          </li>
        ))}
      </ul>
      <PartsBar counts={counts} words={`${words.linesInAll}: ${counts.lines}`} />
      <p class="all">
        {words.linesInAll}: {counts.lines}
      </p>
    </section>
  );
}

function Approvals() {
  const { words, standing, add } = usePage();
  const { approvals } = standing.report;
  if (approvals.length === 0) return null;
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{words.approvals}</h2>
      <ul class="things">
        {approvals.map((wait) => (
          <li key={`${wait.line.id} ${wait.by}`}>
            <LineLinks lines={[wait.line]} /> <Own>{wait.line.name}</Own>
            <p class="note">
              {words.waitsFor}: {wait.by}
              {wait.until && (
                <>
                  {"; "}
                  {words.glossary.deadline}: <span class={wait.past ? "past" : ""}>{wait.until}</span>
                </>
              )}
            </p>
            <button type="button" class="quiet" onClick={() => add({ kind: "approval", line: wait.line.id })}>
              {words.kinds.approval}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Exceptions() {
  const { words, standing } = usePage();
  return (
    <section aria-labelledby="exceptions">
      <h2 id="exceptions">{words.exceptions}</h2>
      <div class="groups">
        {standing.report.exceptions.map((group) => (
          <section key={group.kind}>
            <h3>
              {group.title} <small>{group.items.length}</small>
            </h3>
            <ul class="things">
              {group.items.map((item, number) => (
                <li key={number}>
                  <LineLinks lines={item.lines} /> {item.text}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
