import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensions, loadAll } from '#apps/compose.ts';
import { type MetamorphicTools, findDifferences } from '#testing/metamorphic/find-differences.ts';
import { transformations } from '#testing/metamorphic/transformations.ts';
import { readExamples } from '#testing/rule-example.ts';
import { EXCEPTIONS } from './exceptions.ts';

const RULES = join(import.meta.dirname, '../../src/extensions/rules');
const rules = (await loadAll(extensions.rules)).flat();
const tools: MetamorphicTools = {
  syntax: await extensions.syntax(),
  frontEnds: await loadAll(extensions.frontEnds),
};

const isException = (rule: string, transformation: string): boolean =>
  EXCEPTIONS.some((exception) => exception.rule === rule && exception.transformation === transformation);

describe('findings do not depend on how code is written', () => {
  it.each(rules)('$id', { timeout: 120_000 }, async (rule) => {
    const examples = readExamples(join(RULES, rule.id));
    const differences: string[] = [];
    const needed = new Set<string>();

    for (const transformation of transformations) {
      for (const { name, files } of examples) {
        for (const difference of await findDifferences(files, rule, transformation, tools)) {
          if (isException(rule.id, transformation.name)) needed.add(transformation.name);
          else differences.push(`${name}, when one ${transformation.name}: ${difference}`);
        }
      }
    }

    expect(differences).toEqual([]);
    const stale = EXCEPTIONS.filter((one) => one.rule === rule.id && !needed.has(one.transformation));
    expect(stale, 'these exceptions are not needed any more').toEqual([]);
  });

  it('has exceptions for nothing but known rules and transformations', () => {
    const known = [...rules.map(({ id }) => id), ...transformations.map(({ name }) => name)];

    expect(
      EXCEPTIONS.filter(({ rule, transformation }) => !known.includes(rule) || !known.includes(transformation)),
    ).toEqual([]);
  });
});
