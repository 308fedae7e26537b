import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensions, loadAll } from '#apps/compose.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { analyze } from '#engine/analysis/analyze.ts';
import { applyEdits } from '#engine/detection/apply-edits.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import { readExamples } from '#testing/rule-example.ts';

const RULES = join(import.meta.dirname, '../../src/extensions/rules');
const rules = (await loadAll(extensions.rules)).flat();
const syntax = await extensions.syntax();
const frontEnds = await loadAll(extensions.frontEnds);

/** What all rules together find; places move with a fix, so only the numbers are compared. */
async function findingsIn(files: SourceFiles): Promise<readonly ReportedFinding[]> {
  const { findings } = await analyze({ files, frontEnds, rules, parse: (file) => syntax.tree(file) });
  return findings.filter(({ confidence }) => confidence !== 'low');
}

const countOf = (findings: readonly ReportedFinding[], rule: string): number =>
  findings.filter((finding) => finding.rule === rule).length;

describe('a fix removes its finding and brings no other', () => {
  it.each(rules)('$id', { timeout: 120_000 }, async (rule) => {
    const faults: string[] = [];
    for (const { name, files, isGood } of readExamples(join(RULES, rule.id))) {
      const before = await findingsIn(files);
      for (const { fix, span } of before.filter((finding) => finding.rule === rule.id)) {
        if (fix === undefined) continue;
        const after = await findingsIn(applyEdits(files, fix));
        const worse = rules.filter(({ id }) => countOf(after, id) > countOf(before, id)).map(({ id }) => id);
        if (countOf(after, rule.id) >= countOf(before, rule.id))
          faults.push(`${name}:${span.startLine} is still found`);
        if (worse.length > 0) faults.push(`${name}:${span.startLine} brings ${worse.join(', ')}`);
      }
      if (isGood && countOf(before, rule.id) > 0) faults.push(`${name} is good and is reported`);
    }

    expect(faults).toEqual([]);
  });
});
