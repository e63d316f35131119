import type { Headline, Severity } from "qoldau";

/** Shapes and patterns of the whole page, told apart without colour. The headlines' are those of the printed report. */
export function Definitions() {
  return (
    <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V5" />
        </pattern>
        <pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="ground" d="M0 0H6V6H0z" />
          <circle class="hole" cx="3" cy="3" r="1.4" />
        </pattern>
        <Shape id="proven">
          <circle class="solid" cx="8" cy="8" r="7" />
          <path class="cut" d="M4.6 8.3 7 10.7 11.5 5.6" />
        </Shape>
        <Shape id="needsAction">
          <circle class="ring" cx="8" cy="8" r="6.2" />
          <path class="solid" d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" />
        </Shape>
        <Shape id="overdue">
          <path class="solid" d="M8 .8 15.6 14.6H.4z" />
          <path class="cut" d="M8 5.6V10M8 12v.4" />
        </Shape>
        <Shape id="notDue">
          <circle class="ring" cx="8" cy="8" r="6.2" />
        </Shape>
        <Shape id="notApplicable">
          <path class="ring" d="M3 8H13" />
        </Shape>
        <Shape id="question">
          <path class="ring" d="M2 2.5h12v8.8H7.6L4.4 14v-2.7H2z" />
          <path class="ring" d="M6.4 5.9c.2-2.1 3.3-1.7 3 .1-.2 1-1.4.9-1.4 2M8 9.4v.3" />
        </Shape>
        <Shape id="info">
          <circle class="ring" cx="8" cy="8" r="6.2" />
          <path class="ring" d="M8 7.4V11.4M8 4.8v.4" />
        </Shape>
        <Shape id="add">
          <path class="ring" d="M8 2.5v11M2.5 8h11" />
        </Shape>
        <Shape id="tab-overview">
          <path class="ring" d="M2 13.5V8h3v5.5zM6.5 13.5V2.5h3v11zM11 13.5V5.5h3v8z" />
        </Shape>
        <Shape id="tab-plan">
          <path class="ring" d="M5.5 3.5H14M5.5 8H14M5.5 12.5H14M2 3.5h.5M2 8h.5M2 12.5h.5" />
        </Shape>
        <Shape id="tab-journal">
          <path class="ring" d="M3 2h8.5L13.5 4v10H3zM5.5 6h5.5M5.5 9h5.5M5.5 12h3" />
        </Shape>
        <Shape id="tab-operator">
          <path class="ring" d="M2 7.5 14 2 9.5 14 7.5 8.8zM7.5 8.8 14 2" />
        </Shape>
        <Shape id="tab-report">
          <path class="ring" d="M4 6V2h8v4M4 11.5H2V6h12v5.5h-2M4 9.5h8V14H4z" />
        </Shape>
      </defs>
    </svg>
  );
}

function Shape({ id, children }: { id: string; children: preact.ComponentChildren }) {
  return (
    <symbol id={id} viewBox="0 0 16 16">
      {children}
    </symbol>
  );
}

/** A shape. The word stands beside it, so it is silent for a screen reader. */
export function Icon({ name, tone = name }: { name: string; tone?: string }) {
  return (
    <svg class={`icon ${tone}`} aria-hidden="true" focusable="false">
      <use href={`#${name}`} />
    </svg>
  );
}

export const HeadlineIcon = ({ headline }: { headline: Headline }) => <Icon name={headline} />;

const SEVERITY = {
  error: { name: "overdue", tone: "overdue" },
  question: { name: "question", tone: "question" },
  warning: { name: "overdue", tone: "needsAction" },
  info: { name: "info", tone: "soft" },
} as const;

export const SeverityIcon = ({ severity }: { severity: Severity }) => <Icon {...SEVERITY[severity]} />;
