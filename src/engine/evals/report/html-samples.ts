import type { Finding } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { frameMaker } from '../../reports/code-frame.ts';
import { diffFiles } from '../../reports/diff.ts';
import { type IterationFacts, iterationFacts } from '../../reports/iteration-facts.ts';
import type { EvalResult } from '../eval-result.ts';
import type { SampleDetail } from './eval-report.ts';
import { outcomeText, reasonText } from './figure-text.ts';
import { esc, escCode, htmlTable } from './html-text.ts';

/** Characters of one program or difference at most: a model may write any amount. */
const MOST_CODE = 20_000;
const MOST_FINDINGS = 30;
const FRAME = { context: 1, maxMarked: 4, width: 110 };

/** One sample, closed until somebody opens it: its code, and what each iteration found and changed. */
export function htmlSample({ result, events }: SampleDetail, security: string): string {
  const iterations = iterationFacts(events.map(({ event }) => event));
  const steps = iterations.map((facts, index) => iterationHtml(facts, bestBefore(iterations, index)));
  const body = steps.length === 0 ? '<p>The run kept no session for this sample.</p>' : steps.join('\n');
  return `<details><summary>${sampleTitle(result, security)}</summary>
<p>${esc(reasonText(result, security))}</p>
<p>Session ${esc(result.sessionId)}, ${String(result.calls)} calls${result.stopReason === undefined ? '' : `, stopped by ${esc(result.stopReason)}`}.</p>
${body}
</details>`;
}

/** Outcome and names, on one line. */
function sampleTitle(result: EvalResult, security: string): string {
  const names = [
    result.dataset,
    result.sampleId,
    result.language,
    result.cwes.join(' '),
    result.model,
    result.strategy,
  ];
  const repeat = result.repeat > 1 ? `, repeat ${String(result.repeat)}` : '';
  return `<span class="tag">${outcomeText(result, security)}</span> ${esc(names.filter((name) => name !== '').join(' · '), 300)}${repeat}`;
}

/** Samples with one line each. */
export function htmlOthers(results: readonly EvalResult[], security: string): string {
  return htmlTable(
    ['dataset', 'sample', 'model', 'strategy', 'repeat', 'security', 'why', 'session'],
    results.map((result) => [
      ...[result.dataset, result.sampleId, result.model, result.strategy, String(result.repeat)],
      ...[outcomeText(result, security), reasonText(result, security).slice(0, 200), result.sessionId],
    ]),
  );
}

function bestBefore(iterations: readonly IterationFacts[], index: number): SourceFiles | undefined {
  return iterations.slice(0, index).findLast(({ isAccepted, files }) => isAccepted === true && files.length > 0)?.files;
}

function iterationHtml(facts: IterationFacts, before: SourceFiles | undefined): string {
  const { iteration, isAccepted, reason, problem, files, faults, ledger } = facts;
  const judged = isAccepted === undefined ? 'not judged' : isAccepted ? 'accepted' : 'rolled back';
  const score = ledger === undefined ? '' : `, score ${String(ledger.score)}`;
  const program =
    files.length === 0
      ? `<p>No program${problem === undefined ? '' : `: ${esc(problem)}`}.</p>`
      : before === undefined
        ? files.map(({ path, text }) => `<p>${esc(path)}</p>${codeHtml(text)}`).join('')
        : diffHtml(before, files);
  return `<h4>Iteration ${String(iteration)}: ${judged}${score}</h4>
${reason === undefined ? '' : `<p>${esc(reason)}</p>`}
${faults.map(({ check, path, line, message }) => `<p>Fault ${esc(check)} at ${esc(path)}:${String(line)}: ${esc(message)}</p>`).join('')}
${findingsHtml(facts)}
${program}`;
}

function findingsHtml({ outcomes, files }: IterationFacts): string {
  const failed = outcomes.filter(({ status }) => status === 'failed');
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const frame = frameMaker(files);
  const items = findings.slice(0, MOST_FINDINGS).map((finding) => findingHtml(finding, frame));
  const left = findings.length > items.length ? `<li>and ${String(findings.length - items.length)} more</li>` : '';
  const list = findings.length === 0 ? '<p>No findings.</p>' : `<ul>${items.join('')}${left}</ul>`;
  return `${failed.map(({ detector, reason }) => `<p>${esc(detector)} failed: ${esc(reason)}</p>`).join('')}${list}`;
}

function findingHtml(finding: Finding, frame: ReturnType<typeof frameMaker>): string {
  const { detector, rule, cwes, severity, confidence, span, message } = finding;
  const lines = frame(span, FRAME).map(({ number, text, mark }) => {
    const shown =
      mark === undefined
        ? escCode(text)
        : `${escCode(text.slice(0, mark.start))}<mark>${escCode(text.slice(mark.start, mark.start + mark.length))}</mark>${escCode(text.slice(mark.start + mark.length))}`;
    return `${String(number).padStart(5)} ${shown}`;
  });
  const code = lines.length === 0 ? '' : `<pre>${lines.join('\n')}</pre>`;
  return `<li>${esc(cwes[0] ?? rule)}, ${severity}, confidence ${confidence}, by ${esc(detector)} (${esc(rule)}) at ${esc(span.path)}:${String(span.startLine)}: ${esc(message)}${code}</li>`;
}

function diffHtml(before: SourceFiles, after: SourceFiles): string {
  const diffs = diffFiles(before, after);
  if (diffs.length === 0) return '<p>The same program as before.</p>';
  return diffs.map(({ patch }) => `<pre>${cut(patch).split('\n').map(diffLine).join('')}</pre>`).join('');
}

function diffLine(line: string): string {
  const kind = /^(?:---|\+\+\+|@@|={3})/.test(line)
    ? 'head'
    : line.startsWith('+')
      ? 'add'
      : line.startsWith('-')
        ? 'del'
        : 'ctx';
  return `<span class="${kind}">${escCode(line) || ' '}</span>`;
}

function codeHtml(text: string): string {
  return `<pre>${escCode(cut(text))}</pre>`;
}

function cut(text: string): string {
  return text.length > MOST_CODE
    ? `${text.slice(0, MOST_CODE)}\n… cut here, ${String(text.length)} characters in all`
    : text;
}
