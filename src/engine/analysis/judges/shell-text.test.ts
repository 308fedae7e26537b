import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { isCommandText, openShellHoles } from './shell-text.ts';

const HOLE: Value = { taints: [], traits: [] };

describe('isCommandText', () => {
  it.each<[readonly (string | Value)[], boolean]>([
    [['rm -f ', HOLE], true],
    [['/usr/bin/convert ', HOLE, ' out.png'], true],
    [['sudo -n systemctl restart ', HOLE], true],
    [[HOLE, ' tool --list ', HOLE], true],
    [['SELECT * FROM ', HOLE], false],
    [['select a from ', HOLE], false],
    [[HOLE], false],
  ])('judges %j', (parts, expected) => {
    expect(isCommandText({ ...HOLE, parts })).toBe(expected);
  });
});

describe('openShellHoles', () => {
  it('leaves out what was quoted', () => {
    const quoted: Value = { ...HOLE, traits: ['shlex.quote'] };

    expect(openShellHoles({ ...HOLE, parts: ['ls ', quoted] })).toEqual([]);
    expect(openShellHoles({ ...HOLE, parts: ['ls ', quoted, ' ', HOLE] })).toHaveLength(1);
  });
});
