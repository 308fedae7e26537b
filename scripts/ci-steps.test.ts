import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseSteps, STEPS } from './ci-steps.ts';

const steps = [
  { name: 'format', script: 'format:check' },
  { name: 'types', script: 'typecheck' },
  { name: 'tests', script: 'coverage' },
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
