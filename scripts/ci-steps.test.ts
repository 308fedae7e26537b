import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseSteps, runSteps, type Step, STEPS } from './ci-steps.ts';

const steps: readonly Step[] = [
  { name: 'format', lane: 'code', script: 'format:check' },
  { name: 'types', lane: 'build', script: 'typecheck' },
  { name: 'tests', lane: 'tests', script: 'coverage' },
];

function namesOf(choice: ReturnType<typeof chooseSteps>): readonly string[] {
  return choice.ok ? choice.steps.map(({ name }) => name) : [];
}

describe('chooseSteps', () => {
  it('takes all of them by default', () => {
    expect(namesOf(chooseSteps(steps, undefined, []))).toEqual(['format', 'types', 'tests']);
  });

  it('starts where it is told', () => {
    expect(namesOf(chooseSteps(steps, 'types', []))).toEqual(['types', 'tests']);
  });

  it('leaves out what it is told', () => {
    expect(namesOf(chooseSteps(steps, undefined, ['types']))).toEqual(['format', 'tests']);
  });

  it.each([
    { from: 'typos', without: [] },
    { from: undefined, without: ['typos'] },
  ])('refuses an unknown step: $from $without', ({ from, without }) => {
    expect(chooseSteps(steps, from, without)).toEqual({
      ok: false,
      message: "There is no step 'typos'. The steps are format, types, tests.",
    });
  });
});

describe('STEPS', () => {
  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));

    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(STEPS.map(({ script }) => script)));
  });
});

describe('runSteps', () => {
  /** Runs steps of which some are red; each takes a turn of the event loop. */
  async function run(all: readonly Step[], ...red: readonly string[]): Promise<{ begun: string[]; red: string[] }> {
    const begun: string[] = [];
    const found = await runSteps(all, async ({ name }) => {
      begun.push(name);
      await Promise.resolve();
      return !red.includes(name);
    });
    return { begun, red: found.map(({ name }) => name) };
  }

  it('runs the lanes beside each other, and the tests after them', async () => {
    expect(await run([steps[2]!, steps[0]!, steps[1]!])).toEqual({ begun: ['format', 'types', 'tests'], red: [] });
  });

  it('begins nothing after a red one', async () => {
    const more: readonly Step[] = [...steps, { name: 'lint', lane: 'code', script: 'lint' }];

    expect(await run(more, 'format')).toEqual({ begun: ['format', 'types'], red: ['format'] });
    expect(await run(more, 'format', 'types')).toEqual({ begun: ['format', 'types'], red: ['format', 'types'] });
  });

  it('tells of red tests', async () => {
    expect(await run(steps, 'tests')).toEqual({ begun: ['format', 'types', 'tests'], red: ['tests'] });
  });
});
