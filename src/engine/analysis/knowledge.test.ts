import { describe, expect, it } from 'vitest';
import type { Framework } from './framework.ts';
import { compileKnowledge } from './knowledge.ts';

const first: Framework = {
  name: 'first',
  aliases: { 'lib.a': 'lib.b', 'lib.b': 'lib.c', ring: 'round', round: 'ring' },
  types: { 'lib.open()': 'lib.File' },
  sinks: [{ callee: 'lib.go', kind: 'sql', arguments: [0] }],
  sources: [{ value: 'lib.in', kind: 'remote', what: 'the first' }],
  guards: [
    { callee: '*.begins', argument: 'receiver', when: true, kinds: ['path'] },
    { callee: '*.begins', argument: 0, when: true, kinds: ['path'] },
    { callee: '*.other', argument: 'receiver', when: true, kinds: ['path'] },
  ],
  operations: { '*.begins': 'text-starts' },
  exits: ['lib.stop'],
  routeClasses: [{ base: 'lib.View', methods: 'any' }],
};
const second: Framework = {
  name: 'second',
  types: { 'lib.open()': 'lib.Other' },
  sinks: [
    { callee: 'lib.go', kind: 'shell', arguments: [1] },
    { callee: '*.go', kind: 'log', arguments: [0] },
  ],
  sources: [{ value: 'lib.in', kind: 'remote', what: 'the second' }],
  implicit: { bare: 'lib.bare' },
  parameters: { conn: 'lib.Conn' },
  annotations: { Conn: 'lib.Conn' },
  plainTypes: { int: 'number' },
};

describe('knowledge', () => {
  const knowledge = compileKnowledge([first, second]);

  it('follows names to the one that tables use', () => {
    expect(knowledge.canonical('lib.a')).toBe('lib.c');
    expect(knowledge.canonical('unheard')).toBe('unheard');
    expect(['ring', 'round']).toContain(knowledge.canonical('ring'));
  });

  it('has every row of every table, and of types the later one', () => {
    expect(knowledge.canonical('lib.open()')).toBe('lib.Other');
    expect(knowledge.sinks(['lib.go']).map(({ kind }) => kind)).toEqual(['sql', 'shell']);
    expect(knowledge.sinks(['lib.go', '*.go']).map(({ kind }) => kind)).toEqual(['sql', 'shell', 'log']);
    expect(knowledge.sinks(['gone'])).toEqual([]);
    expect(knowledge.source('lib.in')?.what).toBe('the first');
  });

  it('answers what a name means', () => {
    expect([
      knowledge.implicit('bare'),
      knowledge.parameterType('conn'),
      knowledge.annotationType('Conn'),
      knowledge.plainType('int'),
      knowledge.routeClass('lib.View')?.methods,
      knowledge.operation(['gone', '*.begins']),
      knowledge.operation(['gone']),
      knowledge.isExit(['gone', 'lib.stop']),
      knowledge.isExit([]),
    ]).toEqual(['lib.bare', 'lib.Conn', 'lib.Conn', 'number', 'any', 'text-starts', undefined, true, false]);
  });

  it('knows the guards that test beginnings', () => {
    expect(knowledge.prefixGuards).toHaveLength(1);
  });

  it('knows nothing of names that every object has', () => {
    expect([
      knowledge.implicit('constructor'),
      knowledge.source('toString'),
      knowledge.operation(['__proto__']),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
