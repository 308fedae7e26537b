import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const read = (headers: Record<string, string>): number | undefined => retryAfterMs((name) => headers[name], NOW);

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT' }, 10_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after-ms': 'soon', 'retry-after': '9' }, 9000],
    [{}, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': 'later' }, undefined],
    [{ 'retry-after': 'Foo, 99 Bar' }, undefined],
  ])('reads %o as %s', (headers, expected) => {
    expect(read(headers)).toBe(expected);
  });
});
