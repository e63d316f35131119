//! The one constant style of every page, and its hash for a content security policy.

use serde::Serialize;

/// The style of every page with what a host's content security policy has to say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReportStyle {
    /// The content of its one `<style>`.
    pub style: String,
    /// SHA-256 of the style as a source of a content security policy, in its quotes.
    pub sha256: String,
    /// The content security policy that every page satisfies and states: nothing but its one style.
    pub content_security_policy: String,
}

/// The style of every page, for hosts that cannot reach constants.
#[must_use]
pub fn report_style() -> ReportStyle {
    ReportStyle {
        style: STYLE.into(),
        sha256: STYLE_SHA256.into(),
        content_security_policy: CONTENT_SECURITY_POLICY.into(),
    }
}

/// SHA-256 of [`STYLE`] as a source of a content security policy.
pub const STYLE_SHA256: &str = "'sha256-t8xxAYqCgLScxQMB0iWoXBzW7M+Jt7CceghaAVcZg8k='";

/// The content security policy that every page satisfies and states: nothing but its one style.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'sha256-t8xxAYqCgLScxQMB0iWoXBzW7M+Jt7CceghaAVcZg8k='; base-uri 'none'; form-action 'none'";

/// The content of the only `<style>` of every page. A page for a telephone, a desk and A4 paper, readable in grey.
pub const STYLE: &str = r#"
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1c2024; --soft: #5a6470; --rule: #d5dae0; --faint: #f4f6f8; --edge: #868f9a;
  --proven: #146c54; --action: #8a5a00; --overdue: #b3261e; --not-due: #6b7480; --link: #0b57a4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #e6e9ec; --soft: #a3adb8; --rule: #363c44; --faint: #1d2126; --edge: #78828e;
    --proven: #5fc3a4; --action: #e2b04a; --overdue: #ff8a80; --not-due: #9aa4af; --link: #8ab8f0;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 72rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; hyphens: auto;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; hyphens: manual; }
h1 { margin: 0; font-size: 1.75rem; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 2.25rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--ink); font-size: 1.25rem; }
h3 { margin: 1.75rem 0 .4rem; font-size: 1.0625rem; }
h4 { margin: 1.25rem 0 .25rem; font-size: .9375rem; font-weight: 600; }
h3 small { color: var(--soft); font-weight: 400; }
p, ul, ol { margin: 0; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .15em; }
small, .note, .about, .tally { font-size: .8125rem; color: var(--soft); }
.note { line-height: 1.4; }
.definitions { position: absolute; }
.icon { width: .9em; height: .9em; margin-right: .35em; vertical-align: -.08em; flex: none; }
.solid { fill: currentColor; }
.ring { fill: none; stroke: currentColor; stroke-width: 1.6; }
.cut { fill: none; stroke: var(--paper); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.ground { fill: var(--overdue); }
.hole { fill: var(--paper); }
.hatch { stroke: var(--ink); stroke-width: 2.4; }

/* Who and when */
.grantee { color: var(--soft); }
.project { margin-top: .25rem; font-size: 1.125rem; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; padding: 0; margin-top: .75rem; list-style: none; color: var(--soft); font-size: .875rem; }
.as-of { color: var(--ink); font-weight: 600; }

nav { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin-top: 1.5rem; font-size: .8125rem; }

/* What is wrong stands first */
.errors { margin-top: 1.5rem; padding: .1rem 0 .6rem .9rem; border-left: .25rem solid var(--overdue); }
.errors h2 { margin: .5rem 0; padding: 0; border: 0; font-size: 1rem; color: var(--overdue); }

/* The three numbers */
.numbers { display: grid; grid-template-columns: repeat(3, 1fr); grid-auto-flow: column; gap: .75rem 1.5rem; padding: 0; list-style: none; align-items: start; }
.numbers li { display: flex; flex-direction: column; }
.figure { font-variant-numeric: tabular-nums; }
.added > p { margin-bottom: .5rem; }
.section-table caption { text-align: left; font-weight: 600; margin: .6rem 0 .3rem; }
.section-table thead th:first-child { width: 40%; }
.chart { margin: 1rem 0; padding: .5rem; max-width: 46rem; background: #fff; border: 1px solid var(--rule); overflow-x: auto; break-inside: avoid; }
.chart svg { display: block; width: 100%; min-width: 30rem; }
.numbers .figure { font-size: 3rem; line-height: 1; font-weight: 650; letter-spacing: -.02em; display: flex; align-items: center; }
.numbers .figure .icon { width: .5em; height: .5em; margin-right: .15em; }
.numbers .small .figure { font-size: 1.5rem; line-height: 2; font-weight: 500; }
.numbers .label { margin: .35rem 0 0 1.95rem; font-size: .9375rem; }
.numbers .small .label { margin-left: .98rem; font-size: .8125rem; color: var(--soft); }
.big.proven .figure, .icon.proven { color: var(--proven); }
.big.needsAction .figure, .icon.needsAction { color: var(--action); }
.big.overdue .figure, .icon.overdue { color: var(--overdue); }
.icon.notDue, .icon.notApplicable { color: var(--not-due); }
.parts { display: block; width: 100%; height: .75rem; margin-top: 1rem; }
.part { height: 100%; }
.part.proven { fill: var(--proven); }
.part.needsAction { fill: url(#hatch); }
.part.overdue { fill: url(#late); }
.part.notDue, .part.notApplicable { fill: var(--edge); }
.all { margin-top: .35rem; font-size: .875rem; color: var(--soft); }

/* To do next, approvals, exceptions */
.days { padding: 0; list-style: none; }
.days > li { padding: .4rem 0 .4rem .9rem; border-left: .25rem solid var(--rule); }
.days > li + li { margin-top: .35rem; }
.days > li.past { border-left-color: var(--overdue); }
.days > li.gone { border-left-color: var(--action); }
.day time { font-weight: 650; }
.past > .day time, span.past { color: var(--overdue); }
.gone > .day time { color: var(--action); }
.things { padding: 0; list-style: none; }
.things > li { padding: .2rem 0; }
.things > li + li { border-top: 1px solid var(--faint); }
.things b { font-weight: 600; }
.groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem 2.5rem; }
.groups h3 { margin: 0 0 .2rem; }

/* Tables */
table { width: 100%; border-collapse: collapse; margin-top: .5rem; font-size: .875rem; line-height: 1.4; }
th, td { padding: .45rem .6rem .45rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: .75rem; border-bottom: 1px solid var(--ink); vertical-align: bottom; }
tbody tr { border-bottom: 1px solid var(--rule); }
tbody th { white-space: nowrap; font-weight: 600; }
.plain-table tbody th { white-space: normal; font-weight: 400; }
tr:target { background: var(--faint); }
.lines-table thead th:nth-child(1) { width: 6%; }
.lines-table thead th:nth-child(2) { width: 35%; }
.lines-table thead th:nth-child(3) { width: 15%; }
.lines-table thead th:nth-child(4), .lines-table thead th:nth-child(5), .lines-table thead th:nth-child(6) { width: 8%; }
.impact-table thead th:nth-child(2) { width: 34%; }
.impact-table thead th:nth-child(4) { width: 24%; }
.impact-table thead th:nth-child(6) { width: 16%; }
.headline { font-weight: 600; }
.name .note { margin-top: .2rem; }
.overdue .headline { color: var(--overdue); }
.bar { display: block; width: 100%; min-width: 4rem; height: .6rem; margin: .3rem 0 .15rem; }
.bar rect { height: 100%; }
.bar .empty { fill: var(--faint); stroke: var(--soft); stroke-width: 1.5; }
.bar .done { fill: var(--proven); }
.bar .unproven { fill: url(#hatch); }
.bar .goal { stroke: var(--ink); stroke-width: 2.5; }
.tally .count { margin-right: .9em; white-space: nowrap; }
.register-table thead th:nth-child(1) { width: 8%; }
.register-table thead th:nth-child(2) { width: 11%; }
.register-table thead th:nth-child(3) { width: 20%; }
.register-table thead th:nth-child(5) { width: 7%; }
.register-table thead th:nth-child(6) { width: 17%; }
.of-line th { padding-top: 1.5rem; white-space: normal; font-size: .9375rem; }
.of-line { border-bottom-color: var(--ink); break-after: avoid; }
.file { font-size: .8125rem; overflow-wrap: anywhere; }
.lack strong { font-weight: 600; color: var(--overdue); }
.unpaired { margin: .5rem 0; padding: .5rem .75rem; border: 1px dashed var(--soft); font-size: .875rem; }

/* Timeline */
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; font-size: .8125rem; color: var(--soft); }
.key i { display: inline-block; margin-right: .4em; vertical-align: -.05em; }
.key-window { width: 1.4em; height: .55em; background: var(--edge); border-right: 2px solid var(--ink); }
.key-gone { width: .25em; height: 1em; background: var(--action); }
.key-held, .key-planned { width: .65em; height: .65em; border-radius: 50%; border: 2px solid var(--ink); }
.key-cancelled { width: .3em; height: .3em; border-radius: 50%; border: 2px solid var(--soft); }
.key-held { background: var(--ink); }
.key-today { width: 0; height: 1em; border-left: 2px dashed var(--overdue); }
.marks, .rows > li { display: grid; grid-template-columns: 20rem 1fr; gap: 0 1.5rem; }
.marks { display: flex; gap: 0; margin: .75rem 0 0 21.5rem; font-size: .75rem; color: var(--soft); }
.marks span { flex: 1 1 0; min-width: 0; overflow: hidden; padding-left: .2em; border-left: 1px solid var(--rule); }
.rows { padding: 0; list-style: none; }
.rows > li { padding: .5rem 0; border-top: 1px solid var(--rule); font-size: .875rem; line-height: 1.4; }
.time { display: block; width: 100%; height: 1.6rem; overflow: visible; }
.time .grid { stroke: var(--rule); stroke-width: 1; }
.time .window { y: .5rem; height: .6rem; fill: var(--edge); }
.time .due { stroke: var(--ink); stroke-width: 2; }
.time .today { stroke: var(--overdue); stroke-width: 1.5; stroke-dasharray: 4 3; }
.event { stroke: var(--ink); stroke-width: 1.8; fill: var(--paper); }
.event.held { fill: var(--ink); stroke: var(--paper); stroke-width: 1.2; }
.event.cancelled { stroke: var(--soft); }

details { margin-top: .5rem; }
summary { cursor: pointer; font-size: .9375rem; }
.days summary, .when summary { font-size: .8125rem; color: var(--soft); }
.code { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }

/* A telephone: rows of tables become cards */
@media screen and (max-width: 44rem) {
  h1 { font-size: 1.375rem; }
  h2 { margin-top: 2rem; }
  .numbers { grid-auto-flow: row; gap: .75rem; }
  .numbers .figure { font-size: 2.25rem; }
  .numbers .label { margin-left: 1.46rem; font-size: .8125rem; }
  .numbers .small { grid-column: 1 / -1; flex-direction: row; align-items: baseline; gap: .6rem; }
  .numbers .small .figure { font-size: 1.125rem; line-height: 1; order: 2; }
  .numbers .small .label { margin-left: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, caption { display: block; }
  tbody tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .3rem .75rem; padding: .7rem 0; }
  tbody th, tbody td { display: block; padding: 0; white-space: normal; }
  tbody th, .name, .target, .actual, .status, .answer, .source, .of-lines, .value { grid-column: 1 / -1; }
  .lines-table tbody th, .impact-table tbody th { margin-bottom: -.3rem; color: var(--soft); font-size: .8125rem; }
  .plain-table tbody th { font-weight: 600; }
  td[data-title]::before { content: attr(data-title) ": "; color: var(--soft); font-size: .75rem; }
  td.figure::before { display: block; content: attr(data-title); }
  .impact-table td.figure { grid-column: 1 / -1; }
  .impact-table td.figure::before { display: inline; content: attr(data-title) ": "; }
  .files, .marks-cell, .lack { grid-column: 1 / -1; }
  .date { grid-column: 2 / -1; }
  .of-line th { padding-top: 1rem; color: var(--ink); font-size: .9375rem; }
  .kind::before, .date::before, .files::before, .marks-cell::before { display: none; }
  td:empty { display: none; }
  .marks { margin-left: 0; }
  .rows > li { display: block; }
}

/* Paper */
@page { size: A4; margin: 15mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h2 { margin-top: 7mm; }
  h1, h2, h3, h4, .about, .tally, .key, .marks, .day, summary { break-after: avoid; }
  h1, h2, h3, h4, tr, .about, .things > li, .rows > li, .unpaired, .errors { break-inside: avoid; }
  tr:not(:has(.lack)) + tr:has(.lack), tr:has(.lack):has(+ .of-line), tr:has(.lack):last-child { break-before: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  .groups { grid-template-columns: 1fr 1fr; }
  .rows > li { grid-template-columns: 60mm 1fr; gap: 0 5mm; }
  .marks { margin-left: 65mm; }
  nav { display: none; }
  summary { list-style: none; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  .bar, .parts, .time, .key i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
@media print {
  @supports selector(::details-content) { .days summary, .when summary, .files summary { display: none; } }
}
"#;
