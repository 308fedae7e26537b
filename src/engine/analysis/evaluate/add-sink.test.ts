import { describe, expect, it } from 'vitest';
import type { SinkFact } from '../facts.ts';
import type { Taint } from '../value.ts';
import { addSink, sinkKey } from './add-sink.ts';
import { constantValue, textValue, UNKNOWN } from './make-value.ts';

const from = (source: string): Taint => ({
  source,
  kind: 'remote',
  what: source,
  parameter: -1,
  safeFor: [],
  steps: { path: 'a.c', at: { start: 0, end: 1 }, message: 'Data comes in.', before: undefined, length: 1 },
});

const sink = (more: Partial<SinkFact>): SinkFact => ({
  kind: 'shell',
  callee: 'system',
  at: { start: 10, end: 20 },
  argumentAt: { start: 17, end: 19 },
  path: 'a.c',
  call: undefined,
  value: UNKNOWN,
  taints: [],
  within: undefined,
  ...more,
});

describe('addSink', () => {
  it('adds up the sources of one argument', () => {
    const sinks = new Map<string, SinkFact>();
    addSink(sinks, sink({ taints: [from('a')] }));
    addSink(sinks, sink({ taints: [from('b')] }));
    addSink(sinks, sink({ taints: [from('a')] }));
    expect([...sinks.values()].map(({ taints }) => taints.map(({ source }) => source))).toEqual([['a', 'b']]);
  });

  it('keeps arguments, kinds and files apart', () => {
    const sinks = new Map<string, SinkFact>();
    const all = [sink({}), sink({ argumentAt: { start: 18, end: 19 } }), sink({ kind: 'sql' }), sink({ path: 'b.c' })];
    for (const one of all) addSink(sinks, one);
    expect(sinks.size).toBe(4);
    expect(sinks.has(sinkKey(sink({})))).toBe(true);
  });

  it('keeps the text that says more of what reaches the sink', () => {
    const sinks = new Map<string, SinkFact>();
    const text = textValue(['ls ', { ...UNKNOWN, taints: [from('a')] }]);
    for (const value of [constantValue('ls'), text, UNKNOWN]) addSink(sinks, sink({ value }));
    expect([...sinks.values()].map(({ value }) => value)).toEqual([text]);
  });
});
