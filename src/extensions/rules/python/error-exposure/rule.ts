import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/error-exposure',
  languages: ['python'],
  cwes: ['CWE-209'],
  title: 'Error text shown to the visitor',
  severity: 'low',
  rationale: 'The text of an exception or a stack trace tells a stranger of paths, statements and versions.',
  remediation: 'Write the error to the log and answer with a text of your own.',
  references: [
    'https://cwe.mitre.org/data/definitions/209.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (!isAnswer(sink) || seen.has(sink.at.start)) continue;
      const taint = errorIn(sink.value, 0);
      if (taint === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding(taint));
    }
    for (const { value, at } of returned(facts)) {
      const taint = errorIn(value, 0);
      if (taint !== undefined && !seen.has(at.start)) report(at, finding(taint));
    }
  },
};

function finding(taint: Taint): { readonly message: string; readonly confidence: 'medium'; readonly taint: Taint } {
  return { message: `The answer to the request contains ${taint.what}.`, confidence: 'medium', taint };
}

function isAnswer({ kind }: SinkFact): boolean {
  return kind === 'html' || kind === 'response';
}

function returned({ functions }: ModuleFacts): readonly { readonly value: Value; readonly at: SinkFact['at'] }[] {
  return functions.filter(({ route }) => route !== undefined).flatMap(({ returns }) => returns);
}

const DEEPEST = 4;

/** An error that is part of a value or of one of its fields. */
function errorIn({ taints, fields }: Value, depth: number): Taint | undefined {
  const taint = taints.find(({ kind, safeFor }) => kind === 'error' && safeFor !== 'all');
  if (taint !== undefined || fields === undefined || depth >= DEEPEST) return taint;
  for (const field of fields.values()) {
    const inner = errorIn(field, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
