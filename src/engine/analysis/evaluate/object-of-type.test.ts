import { describe, expect, it } from 'vitest';
import { reachedIn } from '#testing/analysis-fixture.ts';
import type { Framework } from '../framework.ts';

const TABLE: Framework = {
  name: 'table',
  sources: [{ value: 'ask()', kind: 'local', what: 'the user' }],
  sinks: [{ callee: 'run', kind: 'shell', arguments: [0] }],
  annotations: { Known: 'lib.Known' },
};

const SEND = 'class Sender { void send(String line) { run(line); } }';

describe('what is declared with a class', () => {
  it.each([
    ['a field', 'class A { Sender s; void go() { s.send(ask()); } }'],
    ['a field of this object', 'class A { Sender s; void go() { this.s.send(ask()); } }'],
    ['a variable', 'class A { void go() { Sender s; s.send(ask()); } }'],
  ])('is an object of it: %s', async (_, code) => {
    expect(await reachedIn(`${SEND}\n${code}`, { path: 'A.java', frameworks: [TABLE] })).toEqual([
      "1 shell: the parameter 'line', the user",
    ]);
  });

  it('is none when nobody knows the class', async () => {
    const code = 'class A { Other s; Known k; void go() { s.send(ask()); k.send(ask()); } }';
    expect(await reachedIn(`${SEND}\n${code}`, { path: 'A.java', frameworks: [TABLE] })).toEqual([
      "1 shell: the parameter 'line'",
    ]);
  });

  it('is what it was given when it was given something', async () => {
    const code = 'class A { void go() { Sender s = make(); s.send(ask()); } }';
    expect(await reachedIn(`${SEND}\n${code}`, { path: 'A.java', frameworks: [TABLE] })).toEqual([
      "1 shell: the parameter 'line'",
    ]);
  });
});
