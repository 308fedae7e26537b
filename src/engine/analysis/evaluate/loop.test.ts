import { describe, expect, it } from 'vitest';
import { reachedIn, shownIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('loops', () => {
  it('carries data from one round into the next', async () => {
    const code = `a = 'x'
b = 'x'
for i in items:
  run(b)
  b = a
  a = query`;

    expect(await reachedIn(`a = 'x'\nfor i in items:\n  run(a)\n  a = query`)).toEqual(['3 shell: the query string']);
    expect(await reachedIn(code)).toEqual([]); // It would take a third round.
  });

  it('takes items of what it goes over', async () => {
    const code = `for a in query:
  run(a)
else:
  run(query)
for a in ['x', 'y']:
  run(a)
for a, b in [('x', query)]:
  run(a)
  run(b)`;

    expect(await reachedIn(code)).toEqual([
      '2 shell: the query string',
      '4 shell: the query string',
      '9 shell: the query string',
    ]);
  });

  it('gives keys where a loop goes over keys', async () => {
    const code = `for (const k in { a: query }) { run(k); }
for (const k in query) { run(k); }
for (const v of [query]) { run(v); }`;

    expect(await reachedIn(code, js)).toEqual(['2 shell: the query string', '3 shell: the query string']);
  });

  it('keeps what holds at a break', async () => {
    const code = `while True:
  x = query
  if done():
    break
  x = 'safe'
run(x)`;

    expect(await reachedIn(code)).toEqual(['6 shell: the query string']);
  });

  it('keeps what holds at a continue', async () => {
    const code = `x = 'a'
for i in items:
  x = query
  if skip():
    continue
  x = 'safe'
run(x)`;

    expect(await reachedIn(code)).toEqual(['7 shell: the query string']);
  });

  it('goes on with the loop that a label names', async () => {
    const code = `let x = 'a', y = 'a';
outer: for (const a of list) {
  for (const b of a) {
    x = query;
    continue outer;
  }
}
run(x);
outer2: while (more()) {
  for (;;) { y = query; break outer2; }
}
run(y);
block: { if (c()) break block; y = 'safe'; }
run(y);`;

    expect(await reachedIn(code, js)).toEqual([
      '8 shell: the query string',
      '12 shell: the query string',
      '14 shell: the query string',
    ]);
  });

  it('does not come out of an endless loop without a break', async () => {
    expect(await reachedIn(`while True:\n  x = wait()\nrun(query)`)).toEqual([]);
    expect(await reachedIn('for (;;) { f(); }\nrun(query)', js)).toEqual([]);
    expect(await reachedIn(`while True:\n  if done(): break\nrun(query)`)).toEqual(['3 shell: the query string']);
  });

  it('comes out of a loop that counts, though its test holds in the first rounds', async () => {
    const code = `function first() { for (let i = 0; i < 32; i++) { if (bad(i)) return 1; } return 0; }
if (first() !== 0) { stop(); } else { run(query); }`;

    expect(await reachedIn(code, js)).toEqual(['2 shell: the query string']);
    expect(await reachedIn(code.replace('i < 32', 'true'), js)).toEqual([]);
  });

  it('does not run a loop whose test is false', async () => {
    expect(await reachedIn(`while False:\n  run(query)\nx = 1`)).toEqual([]);
    expect(await reachedIn(`do { run(query) } while (false)\nrun(query)`, js)).toHaveLength(2);
    expect(await reachedIn(`let x = query; do { x = 'a' } while (more())\nrun(x)`, js)).toEqual([]);
    expect(await reachedIn(`for (let i = 0; i > 1; i++) { run(query) }`, js)).toEqual([]);
  });

  it('knows the test when it comes out of a loop, and not when it breaks off', async () => {
    expect(await reachedIn(`x = query\nwhile not x.is_word():\n  x = query\nrun(x)`)).toEqual([]);
    expect(await reachedIn(`x = query\nwhile not x.is_word():\n  if tired(): break\nrun(x)`)).toEqual([
      '4 shell: the query string',
    ]);
  });

  it('runs the steps of a loop', async () => {
    const code = `let x = 'a';
for (let i = 0; i < n; x = query) { show(x); }
run(x);`;

    expect(await reachedIn(code, js)).toEqual(['3 shell: the query string']);
    expect(await shownIn(code, js)).toEqual(['<the query string>']);
  });

  it('comes to an end in deep nests of loops', async () => {
    const depth = 40;
    const loops = Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}for i${index} in items:`);

    expect(await reachedIn(`${loops.join('\n')}\n${' '.repeat(depth)}run(query)`)).toEqual([
      `${depth + 1} shell: the query string`,
    ]);
  });
});
