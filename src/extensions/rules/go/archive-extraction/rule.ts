import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/archive-extraction',
  languages: ['go'],
  cwes: ['CWE-22'],
  title: 'Archive that writes outside of its folder',
  severity: 'high',
  rationale: 'The name of a member of an archive may hold `..`, and the file is then written wherever its maker wants.',
  remediation: 'Refuse members whose name is not local (filepath.IsLocal) or whose path leaves the folder.',
  references: ['https://cwe.mitre.org/data/definitions/22.html', 'https://pkg.go.dev/path/filepath#IsLocal'],
  stage: 'stable',
  sinks: ['path'],

  checkSink: (sink, report) => {
    const finding = judge(sink);
    if (finding !== undefined) report(finding);
  },
};

function judge({ taints, call, callee }: SinkFact): RuleFinding | undefined {
  const taint = taints.find(({ what }) => what.includes('archive'));
  if (taint === undefined) return undefined;
  return {
    message: `${atBeginning(taint.what)} decides which path '${call === undefined ? callee : methodName(call)}' uses.`,
    confidence: 'high',
    taint,
  };
}
