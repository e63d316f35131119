import { usePage } from "../page";
import { FindingCard, keyOf } from "../parts/findings";
import { Own } from "../parts/own";

/** Everything that needs a decision or a look, and what was settled. */
export function FindingsView() {
  const { words, standing } = usePage();
  const { report, open, folded } = standing;
  return (
    <>
      <h1 tabIndex={-1}>{words.tabs.findings}</h1>
      {open.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <ul class="cards">
          {open.map((said) => (
            <FindingCard key={keyOf(said)} said={said} />
          ))}
        </ul>
      )}
      {folded.length > 0 && (
        <details class="fold">
          <summary>
            {words.settled}: {folded.length}
          </summary>
          <ul class="cards">
            {folded.map((said) => (
              <FindingCard key={keyOf(said)} said={said} settled />
            ))}
          </ul>
        </details>
      )}
      {report.readings.length > 0 && (
        <details class="fold">
          <summary>
            {words.readings}: {report.readings.length}
          </summary>
          <ul class="things">
            {report.readings.map((reading, number) => (
              <li key={number}>
                {reading.question}: <b>{reading.answer}</b>
                <p class="note">
                  {words.lines}: {reading.lines.join(", ")} · {reading.source}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {report.unread.length > 0 && (
        <details class="fold">
          <summary>
            {words.unread}: {report.unread.length}
          </summary>
          <ul class="things">
            {report.unread.map((text, number) => (
              <li key={number}>
                <Own>{text}</Own>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
