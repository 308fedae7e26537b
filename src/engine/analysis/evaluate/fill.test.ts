import { describe, expect, it } from 'vitest';
import { type FactsOptions, reachedIn, shownIn } from '#testing/analysis-fixture.ts';
import type { Framework } from '../framework.ts';

/** A library of texts that does not exist. */
const TEXTS: Framework = {
  name: 'texts',
  sinks: [
    { callee: 'run', kind: 'shell', arguments: [0] },
    { callee: 'page', kind: 'html', arguments: [0] },
    { callee: 'reserve', kind: 'size', arguments: [0] },
  ],
  fills: [
    { callee: 'put', to: [0], how: 'copy', from: 1 },
    { callee: 'put_quoted', to: [0], how: 'copy', from: 1, safeFor: ['shell'] },
    { callee: 'add', to: [0], how: 'append', from: 1 },
    { callee: 'print', to: [0], how: 'format', from: 1 },
    { callee: 'ask', to: [0], how: 'source', kind: 'local', what: 'the user' },
    { callee: 'ask_both', to: [0, 1], how: 'source', kind: 'local', what: 'the user' },
    { callee: 'clear', to: [0], how: 'unknown' },
    { callee: 'scan', to: [1, 2], how: 'scan', from: 0, kind: 'local', what: 'the input' },
    { callee: 'scan_text', to: [2, 3], how: 'scan', from: 1, of: 0 },
    { callee: 'fetch', to: [1], how: 'source', what: 'a file', when: (call) => call.arguments.length === 2 },
  ],
};
const OPTIONS: FactsOptions = { path: 'main.c', frameworks: [TEXTS] };

const shown = (body: string): Promise<readonly string[]> =>
  shownIn(`void f(void) { char a[9], b[9]; ${body} }`, OPTIONS);
const reached = (body: string): Promise<readonly string[]> =>
  reachedIn(`void f(void) { char a[9], b[9]; int n; ${body} }`, OPTIONS);

describe('a call that writes to its argument', () => {
  it.each([
    ['put(a, "x"); show(a);', '"x"'],
    ['put(a, "x"); put(a, "y"); show(a);', '"y"'],
    ['put(a, "x"); add(a, "y"); show(a);', '"xy"'],
    ['print(a, "%s-%d", "x", 1); show(a);', '"x-1"'],
    ['put(a, "x"); clear(a); show(a);', '?'],
    ['put(&a[0], "x"); show(a);', '"x"'],
    ['put((char *)a, "x"); show(a);', '"x"'],
    ['put("x", "y"); put(a, "z"); show(a);', '"z"'],
  ])('leaves there what the table says: %s', async (body, value) => {
    expect(await shown(body)).toEqual([value]);
  });

  it('to a place inside leaves what was there, too', async () => {
    expect(await reached('ask(a); put(a + 1, "x"); run(a);')).toEqual(['1 shell: the user']);
    expect(await reached('ask(a); put(a, "x"); run(a);')).toEqual([]);
  });

  it('brings in data from outside', async () => {
    expect(await reached('ask(a); run(a);')).toEqual(['1 shell: the user']);
    expect(await reached('ask_both(a, b); run(b);')).toEqual(['1 shell: the user']);
    expect(await reached('ask(a); put(b, a); run(b);')).toEqual(['1 shell: the user']);
    expect(await reached('ask(a); print(b, "ls %s", a); run(b);')).toEqual(['1 shell: the user']);
  });

  it('makes safe what it cleans', async () => {
    expect(await reached('ask(a); put_quoted(b, a); run(b); page(b);')).toEqual(['1 html: the user']);
  });

  it('counts where the table says when', async () => {
    expect(await reached('fetch(n, a); run(a);')).toEqual(['1 shell: a file']);
    expect(await reached('fetch(n, a, b); run(a);')).toEqual([]);
  });
});

describe('a format that is scanned', () => {
  it('tells numbers from texts', async () => {
    expect(await reached('scan("%d %s", &n, a); run(a); run(n); reserve(n);')).toEqual([
      '1 shell: the input',
      '1 size: the input',
    ]);
    expect(await reached('scan("%*d %[a-z]", a, b); run(a);')).toEqual(['1 shell: the input']);
  });

  it('of a text gives what is in the text', async () => {
    expect(await reached('ask(b); scan_text(b, "%s", a); run(a);')).toEqual(['1 shell: the user']);
    expect(await reached('put(b, "x"); scan_text(b, "%s", a); run(a);')).toEqual([]);
  });
});
