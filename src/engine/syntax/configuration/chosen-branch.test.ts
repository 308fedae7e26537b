import { describe, expect, it } from 'vitest';
import { chosenBranch, holds } from './chosen-branch.ts';
import { conditionalsIn } from './conditionals.ts';

const UNSET = /^(?:_WIN32|__cplusplus)$/;

describe('holds', () => {
  it.each([
    ['if 0', false],
    ['if 1', true],
    ['if 0 /* not now */', false],
    ['ifdef _WIN32', false],
    ['ifndef _WIN32', true],
    ['ifdef DEBUG', undefined],
    ['ifndef DEBUG', undefined],
    ['if defined(_WIN32)', false],
    ['if !defined(_WIN32)', true],
    ['elif defined __cplusplus', false],
    ['if defined(_WIN32) && X', undefined],
    ['if N > 3', undefined],
    ['if 0 /* never */ || 1', undefined],
    ['if defined(_WIN32) // x', false],
    ['if defined(_WIN32) /* */ || 1', undefined],
    ['else', true],
  ])('%s', (says, expected) => {
    expect(holds(says, UNSET)).toBe(expected);
  });
});

describe('chosenBranch', () => {
  it.each([
    ['#if 0\na\n#else\nb\n#endif', 'else'],
    ['#ifdef _WIN32\na\n#elif X\nb\n#else\nc\n#endif', 'elif X'],
    ['#ifdef X\na\n#else\nb\n#endif', 'ifdef X'],
    ['#ifdef __cplusplus\na\n#endif', undefined],
  ])('%j', (text, says) => {
    const [conditional] = conditionalsIn(text);
    if (conditional === undefined) throw new Error('There is a condition.');
    expect(chosenBranch(conditional, UNSET)?.says).toBe(says);
  });
});
