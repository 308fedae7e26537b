import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue, flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

/** What code that answers requests talks about. */
const ANSWERING = /^(?:request|response|req|resp|httpRequest|exchange|ResponseEntity|multipartFile)$/;
/** Names of parts of a path that somebody chose. */
const CHOSEN = /name|file|page|path|url|slug|template|folder|dir$|document|resource/i;

export const rule: Rule = {
  id: 'java/path-traversal',
  languages: ['java'],
  cwes: ['CWE-22', 'CWE-73', 'CWE-23'],
  title: 'Path traversal',
  severity: 'high',
  rationale: "A path with '..' or a leading slash leads out of the folder that was meant.",
  remediation: 'Resolve the path (toRealPath, getCanonicalPath, normalize) and check that it stays below the folder.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://cwe.mitre.org/data/definitions/73.html',
    'https://cwe.mitre.org/data/definitions/23.html',
    'https://owasp.org/www-community/attacks/Path_Traversal',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<string>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'path' || sink.path !== facts.module.path) continue;
      const finding = judge(facts, sink);
      if (finding === undefined) continue;
      // What is opened is often created and tested before: one finding for each function and source.
      const key = `${String(sink.within?.function.at.start)}:${finding.taint?.source ?? String(sink.at.start)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      report(sink.argumentAt, finding);
    }
  },
};

function judge(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  if (/getResourceAsStream$/.test(sink.callee) && !sink.taints.some(({ kind }) => kind === 'remote')) return undefined;
  const name = (sink.callee.split('.').at(-1) ?? sink.callee).replace(/\(\)$/, '');
  const entry = sink.taints.find(({ what }) => what === 'the name of an archive entry');
  if (entry !== undefined)
    return { message: `The path given to '${name}' contains ${entry.what}.`, confidence: 'high', taint: entry };
  const finding = flowFinding(sink, { remote: 'high' }, (what) => `The path given to '${name}' contains ${what}.`);
  if (finding !== undefined) return finding;
  const chosen = holesOf(sink.value).find(
    ({ value, before }) =>
      /[\\/]$/.test(before) &&
      before.length > 1 &&
      !isInert(value, 'path') &&
      value.origin?.kind !== 'call' &&
      CHOSEN.test(valueName(value)) &&
      value.taints.some(({ kind }) => kind === 'parameter'),
  )?.value;
  const [taint] = chosen?.taints ?? [];
  if (chosen === undefined || taint === undefined) return undefined;
  const isAnswering =
    mentions(facts, sink.within, ANSWERING) ||
    /serve|download|upload|handle|load|read|get|view|show/i.test(sink.within?.function.name ?? '');
  return {
    message: `The path given to '${name}' contains ${describeValue(chosen)}.`,
    confidence: isAnswering ? 'medium' : 'low',
    taint,
  };
}
