import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Confidence } from '#core/severity.ts';
import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue, flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** What code that answers requests talks about. */
const ANSWERING = /^(?:req|res|request|response|ctx|reply)$/;
/** Names of parts of a path that somebody chose. */
const CHOSEN = /name|file|page|path|url|slug|template|id$|key$|^db$|dir$|folder/i;

export const rule: Rule = {
  id: 'javascript/path-traversal',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-22', 'CWE-73'],
  title: 'Path traversal',
  severity: 'high',
  rationale: "A path with '..' or a leading slash leads out of the folder that was meant.",
  remediation:
    'Resolve the path and check that it stays below the folder, or take only its last part with path.basename.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://cwe.mitre.org/data/definitions/73.html',
    'https://nodejs.org/en/learn/getting-started/security-best-practices',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks)
      if (sink.kind === 'path' && sink.path === facts.module.path) checkPath(facts, sink, report);
  },
};

function checkPath(facts: ModuleFacts, sink: SinkFact, report: Report): void {
  // Express looks for '..' itself when it is told the folder.
  if (hasRoot(sink) || sink.callee === 'express.Response.render') return;
  if (isStoredUpload(sink)) return;
  const finding = flowFinding(
    sink,
    { remote: 'high' },
    (what) => `The path given to '${sink.callee}' contains ${what}.`,
  );
  if (finding !== undefined) {
    report(sink.argumentAt, finding);
    return;
  }
  const chosen = chosenPart(sink);
  if (chosen === undefined) return;
  const confidence: Confidence = mentions(facts, sink.within, ANSWERING) ? 'medium' : 'low';
  const taint = mainTaint(chosen.taints);
  report(sink.argumentAt, {
    message: `The path given to '${sink.callee}' contains ${describeValue(chosen)}.`,
    confidence,
    ...(taint !== undefined && { taint }),
  });
}

/** Where the upload was put is the program's choice; only what it was called is the sender's. */
function isStoredUpload({ taints, value }: SinkFact): boolean {
  const names = [value, ...holesOf(value).map((hole) => hole.value)].map(valueName);
  return (
    taints.length > 0 &&
    taints.every(({ what }) => what === 'an uploaded file') &&
    !names.some((name) => /^(?:originalname|originalFilename|name)$/.test(name))
  );
}

function hasRoot(sink: SinkFact): boolean {
  return sink.callee.startsWith('express.Response.') && sink.call?.argument(1)?.fields?.get('root') !== undefined;
}

/** A part below a folder of the program's own, whose name says that somebody else chose it. */
function chosenPart(sink: SinkFact): SinkFact['value'] | undefined {
  return holesOf(sink.value).find(
    ({ value, before }) =>
      before !== '' &&
      /[\\/]$/.test(before) &&
      !isInert(value, 'path') &&
      (value.origin === undefined || value.origin.kind !== 'call') &&
      CHOSEN.test(valueName(value)) &&
      (value.taints.length === 0 || mainTaint(value.taints, ['parameter', 'local']) !== undefined),
  )?.value;
}
