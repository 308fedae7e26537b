import { describe, expect, it } from 'vitest';
import { type FactsOptions, reachedIn } from '#testing/analysis-fixture.ts';
import type { Framework } from '../framework.ts';

const TABLE: Framework = {
  name: 'table',
  sinks: [{ callee: 'run', kind: 'shell', arguments: [0] }],
  fills: [
    { callee: 'ask', to: [0], how: 'source', kind: 'local', what: 'the user' },
    { callee: 'put', to: [0], how: 'copy', from: 1 },
  ],
};

const reached = (code: string, path = 'main.c'): Promise<readonly string[]> => {
  const options: FactsOptions = { path, frameworks: [TABLE] };
  return reachedIn(code, options);
};

describe('what a function writes to where its parameters point', () => {
  it('is known to its caller', async () => {
    const code = `void fill(char *to) { ask(to); }
void f(void) { char a[9]; fill(a); run(a); }`;
    expect(await reached(code)).toEqual(['2 shell: the user']);
  });

  it('is made of what the caller passes', async () => {
    const code = `void copy(char *to, const char *from) { put(to, from); }
void f(void) { char a[9], b[9]; ask(a); copy(b, a); run(b); }
void g(void) { char a[9], b[9]; ask(a); copy(b, "x"); run(b); }`;
    expect(await reached(code)).toEqual(['2 shell: the user']);
  });

  it('on one of several ways out may be there', async () => {
    const code = `int fill(char *to, int n) { if (n) { ask(to); return 1; } put(to, "x"); return 0; }
void f(int n) { char a[9]; fill(a, n); run(a); }`;
    expect(await reached(code)).toEqual(['2 shell: the user']);
  });

  it('is nothing when the pointer was only moved', async () => {
    const code = `void skip(char *to) { to = to + 1; to++; }
void f(void) { char a[9]; put(a, "x"); skip(a); run(a); }`;
    expect(await reached(code)).toEqual([]);
  });

  it('through a reference is what it was given', async () => {
    const code = `void take(std::string &to) { char own[9]; ask(own); to = own; }
void f() { std::string a; take(a); run(a); }`;
    expect(await reached(code, 'main.cpp')).toEqual(['2 shell: the user']);
  });
});
