import { analyze } from '#engine/analysis/analyze.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { applyEdits } from '#engine/detection/apply-edits.ts';
import { openFrontEnds } from './analysis-fixture.ts';

/**
 * A program after the fix of its only finding of a rule, or `undefined` when none is offered. A program with no or with
 * several findings is a mistake of the test.
 */
export async function fixedBy(rule: Rule, path: string, text: string): Promise<string | undefined> {
  const { syntax, frontEnds } = await openFrontEnds();
  const files = [{ path, text }];
  const { findings } = await analyze({ files, frontEnds, rules: [rule], parse: (file) => syntax.tree(file) });
  const [only] = findings;
  if (only === undefined || findings.length > 1) throw new Error(`There are ${String(findings.length)} findings.`);
  return only.fix === undefined ? undefined : applyEdits(files, only.fix)[0]?.text;
}
