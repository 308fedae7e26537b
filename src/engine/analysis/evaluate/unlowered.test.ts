import { describe, expect, it } from 'vitest';
import type { Expression, Statement } from '../ir.ts';
import { factsOfStatements, reachedOf, viewOf } from '#testing/analysis-fixture.ts';

/*
 * Nodes that no front end makes yet: those of languages with pointers. They are evaluated all the same, and data goes
 * through them.
 */

let next = 0;

/** A place of its own for each node, as facts are told apart by it. */
function at(): { readonly start: number; readonly end: number } {
  next += 2;
  return { start: next, end: next + 1 };
}

const name = (text: string): Expression => ({ kind: 'name', name: text, at: at() });
const literal = (value: string | number): Expression => ({ kind: 'literal', value, at: at() });
const query = (): Expression => name('query');
const call = (callee: string, ...values: readonly Expression[]): Expression => ({
  kind: 'call',
  callee: name(callee),
  arguments: values.map((value) => ({ value })),
  at: at(),
});
const run = (value: Expression): Statement => ({ kind: 'evaluate', value: call('run', value), at: at() });
const assign = (target: Expression, value: Expression): Statement => ({
  kind: 'assign',
  targets: [target],
  value,
  at: at(),
});

async function valueOf(expression: Expression): Promise<string> {
  const { callsOf } = await factsOfStatements([{ kind: 'evaluate', value: call('show', expression), at: at() }]);
  const value = callsOf('show')[0]?.argument(0);
  return value === undefined ? 'nothing' : viewOf(value);
}

describe('expressions of languages with pointers', () => {
  it.each<[string, Expression, string]>([
    ['a cast to a number', { kind: 'cast', type: { name: 'int' }, operand: query(), at: at() }, 'number'],
    [
      'a cast to a pointer',
      { kind: 'cast', type: { name: 'int', pointers: 1 }, operand: query(), at: at() },
      '<the query string>',
    ],
    ['a cast to a text', { kind: 'cast', type: { name: 'char' }, operand: query(), at: at() }, '<the query string>'],
    ['the size of a type', { kind: 'typed', form: 'size', type: { name: 'char' }, at: at() }, 'number'],
    ['an allocation', { kind: 'typed', form: 'allocation', type: { name: 'char' }, count: literal(8), at: at() }, '?'],
    [
      'what a pointer points at',
      { kind: 'unary', operator: 'deref', operand: query(), at: at() },
      '<the query string>',
    ],
    ['an address', { kind: 'unary', operator: 'address', operand: query(), at: at() }, '<the query string>'],
    ['a size', { kind: 'unary', operator: 'size', operand: query(), at: at() }, 'number'],
    ['an increment', { kind: 'unary', operator: 'increment', operand: name('i'), at: at() }, 'number'],
    ['a slice on its own', { kind: 'slice', lower: literal(1), at: at() }, '?'],
    ['a spread on its own', { kind: 'spread', value: query(), at: at() }, '<the query string>'],
    ['what nobody knows', { kind: 'unknown', parts: [query(), literal(1)], at: at() }, '<the query string>'],
    [
      'an operator of its own',
      { kind: 'binary', operator: '<=>', left: query(), right: literal(1), at: at() },
      '<the query string>',
    ],
    ['a character', { kind: 'literal', value: 'a', form: 'char', at: at() }, '"a"'],
    ['a pattern', { kind: 'literal', value: 'a+', form: 'regex', at: at() }, '"a+"'],
  ])('%s', async (_, expression, value) => {
    expect(await valueOf(expression)).toBe(value);
  });
});

describe('statements of languages with pointers', () => {
  it('go to labels', async () => {
    const facts = await factsOfStatements([
      assign(name('a'), query()),
      {
        kind: 'if',
        test: name('failed'),
        then: [{ kind: 'goto', name: 'out', at: at() }],
        otherwise: [],
        at: at(),
      },
      { kind: 'goto', name: 'out', at: at() },
      run(name('a')),
      { kind: 'label', name: 'out', body: [run(name('a'))], at: at() },
      run(name('a')),
    ]);

    expect(reachedOf(facts)).toHaveLength(2);
  });

  it('write through pointers, casts and members', async () => {
    const a = name('a');
    const facts = await factsOfStatements([
      { kind: 'declare', name: 'a', type: { name: 'char', pointers: 1 }, at: at() },
      assign({ kind: 'unary', operator: 'deref', operand: a, at: at() }, query()),
      assign({ kind: 'cast', type: { name: 'char' }, operand: name('b'), at: at() }, query()),
      run(name('b')),
      assign(
        {
          kind: 'member',
          object: { kind: 'unary', operator: 'deref', operand: name('c'), at: at() },
          property: 'x',
          at: at(),
        },
        query(),
      ),
      assign({ kind: 'index', object: name('d'), index: { kind: 'slice', at: at() }, at: at() }, query()),
      run(name('d')),
      assign({ kind: 'unary', operator: 'minus', operand: name('e'), at: at() }, query()),
      assign(call('f'), query()),
      assign({ kind: 'spread', value: name('g'), at: at() }, query()),
      run(name('g')),
    ]);

    expect(reachedOf(facts)).toHaveLength(3);
    expect(facts.assignments.map(({ property }) => property)).toEqual(expect.arrayContaining(['a', 'b', 'x', 'g']));
  });

  it('loop over what is stored by patterns of every kind', async () => {
    const targets: Expression[] = [
      name('a'),
      { kind: 'member', object: name('b'), property: 'x', at: at() },
      { kind: 'index', object: name('c'), index: literal('k'), at: at() },
      { kind: 'index', object: name('d'), index: { kind: 'slice', at: at() }, at: at() },
      { kind: 'record', entries: [{ key: literal('k'), value: name('e') }, { value: name('f') }], at: at() },
      { kind: 'assignment', target: name('g'), value: literal(1), at: at() },
      { kind: 'spread', value: name('h'), at: at() },
      call('nothing'),
    ];
    const facts = await factsOfStatements(
      targets
        .map((target): Statement => ({ kind: 'for-each', target, iterable: query(), body: [], at: at() }))
        .concat(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((one) => run(name(one)))),
    );

    expect(reachedOf(facts)).toHaveLength(8);
  });

  it('end in breaks that lead nowhere', async () => {
    expect(reachedOf(await factsOfStatements([{ kind: 'break', at: at() }, run(query())]))).toEqual([]);
    expect(reachedOf(await factsOfStatements([{ kind: 'continue', label: 'x', at: at() }, run(query())]))).toEqual([]);
    expect(reachedOf(await factsOfStatements([{ kind: 'return', at: at() }, run(query())]))).toEqual([]);
  });

  it('repeat before they test', async () => {
    const facts = await factsOfStatements([
      {
        kind: 'loop',
        isTestedAfter: true,
        before: [assign(name('a'), query())],
        test: call('more'),
        body: [run(name('a'))],
        step: [],
        otherwise: [{ kind: 'evaluate', value: call('weblib.page', name('a')), at: at() }],
        at: at(),
      },
    ]);

    expect(reachedOf(facts).map((line) => line.slice(2))).toEqual([
      'shell: the query string',
      'html: the query string',
    ]);
  });
});
