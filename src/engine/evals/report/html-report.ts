import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { answer } from './answer.ts';
import type { EvalReport } from './eval-report.ts';
import { figureTables, pairedTable } from './report-tables.ts';
import { htmlOthers, htmlSample } from './html-samples.ts';
import { STYLE } from './html-style.ts';
import { esc, htmlTable } from './html-text.ts';
import { LIMITS, planFacts, unscoredReasons } from './report-facts.ts';

/**
 * A report as one page that needs nothing else: no script, no network, nothing but its own style sheet, which its policy
 * names by hash. `svgs` are the drawings of the report's charts by name, made by Vega, which escapes what it draws.
 */
export function htmlReport(report: EvalReport, svgs: ReadonlyMap<string, string>): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${base64(sha256(utf8ToBytes(STYLE)))}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>Evaluation ${esc(report.runId, 80)}</title><style>${STYLE}</style></head>
<body>
<h1>Evaluation ${esc(report.runId, 80)}</h1>
<section class="answer">${answer(report)
    .map((sentence) => `<p>${esc(sentence)}</p>`)
    .join('\n')}</section>
<h2>What was compared</h2>
<dl>${planFacts(report)
    .map(([name, value]) => `<dt>${esc(name)}</dt><dd>${esc(value)}</dd>`)
    .join('\n')}</dl>
<h3>Unscored</h3>
${unscoredHtml(report)}
<h2>Figures</h2>
${report.charts.map((chart) => figureHtml(chart, svgs)).join('\n')}
<h2>Tables</h2>
${tablesHtml(report)}
<h2>Paired tests</h2>
${pairedHtml(report)}
<h2>Samples</h2>
${samplesHtml(report)}
<h2>Known limits</h2>
<ul>${LIMITS.map((limit) => `<li>${esc(limit)}</li>`).join('\n')}</ul>
</body></html>
`;
}

function unscoredHtml({ summary }: EvalReport): string {
  const reasons = unscoredReasons(summary);
  if (reasons.length === 0) return '<p>Every cell has a score for security.</p>';
  return htmlTable(
    ['reason', 'cells'],
    reasons.map(([reason, count]) => [reason, String(count)]),
  );
}

function figureHtml({ name, title, caption }: EvalReport['charts'][number], svgs: ReadonlyMap<string, string>): string {
  const svg = svgs.get(name);
  const drawing = svg === undefined ? '<p>Not drawn.</p>' : svg;
  return `<h3>${esc(title)}</h3>\n<figure role="group" aria-label="${esc(title)}">${drawing}<figcaption>${esc(caption)}</figcaption></figure>`;
}

function tablesHtml(report: EvalReport): string {
  return figureTables(report)
    .map(
      ({ title, unit, head, rows }) =>
        `<details><summary>${esc(title)} (${unit})</summary>${htmlTable(head, rows)}</details>`,
    )
    .join('\n');
}

function pairedHtml(report: EvalReport): string {
  const table = pairedTable(report);
  if (table === undefined) return '<p>No two strategies have scores for the same samples.</p>';
  return htmlTable(table.head, table.rows);
}

function samplesHtml({ samples, others, total, security, runId }: EvalReport): string {
  if (total === 0) return '<p>There are none.</p>';
  const left = total - samples.length - others.length;
  const more =
    left > 0
      ? `<p>${String(left)} more are in samples.csv, which <code>seccode eval report ${esc(runId, 80)} -o tables/</code> writes.</p>`
      : '';
  const rest =
    others.length === 0
      ? ''
      : `<details><summary>${String(others.length)} more, one line each</summary>${htmlOthers(others, security)}<p>To see more of them in full, write the report again with a larger <code>--samples</code>.</p></details>`;
  return `<p>The ${String(samples.length)} most telling of ${String(total)}: made worse first, then gamed, not fixed, fixed.</p>
${samples.map((sample) => htmlSample(sample, security)).join('\n')}
${rest}${more}`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648), without Node. */
function base64(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{1,6}/g) ?? [])
    .map((six) => DIGITS[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '')
    .join('');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
