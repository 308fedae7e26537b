import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { bodyNodes } from './body-nodes.ts';
import { walk } from './walk.ts';

describe('nodes of a body', () => {
  it.each([
    ['with a function in it', 'def f(x):\n  def g(y):\n    return y + 1\n  return g(x) * 2\n'],
    ['without one', 'def f(x):\n  return [x, -x]\n'],
  ])('%s are those of a walk, whoever asks first', async (_what, code) => {
    const [{ function: one } = { function: undefined }] = (await factsIn(code)).functions;
    const body = one?.body ?? [];
    expect(body).not.toEqual([]);
    for (const intoFunctions of [false, true, false]) {
      const nodes = bodyNodes(body, { intoFunctions });
      const walked = [...walk(body, { intoFunctions })];
      expect(nodes.length).toBe(walked.length);
      expect(nodes.every((node, index) => node === walked[index])).toBe(true);
    }
  });
});
