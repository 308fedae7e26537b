import { describe, expect, it } from 'vitest';
import type { SourceKind } from '../framework.ts';
import type { Taint } from '../value.ts';
import { USUAL_TRUST, surestTaint } from './surest-taint.ts';

function taint(kind: SourceKind, what = 'something'): Taint {
  const steps = { path: 'a.py', at: { start: 0, end: 1 }, message: 'x', before: undefined, length: 1 };
  return { source: kind, kind, what, parameter: -1, safeFor: [], steps };
}

describe('surestTaint', () => {
  it('prefers the surer source wherever it stands', () => {
    expect(surestTaint([taint('parameter'), taint('remote')], USUAL_TRUST)?.confidence).toBe('high');
  });

  it('keeps the first of equally sure ones', () => {
    expect(surestTaint([taint('local'), taint('parameter')], USUAL_TRUST)?.taint.kind).toBe('local');
  });

  it('leaves out kinds that the rule does not ask for', () => {
    expect(surestTaint([taint('file')], USUAL_TRUST)).toBeUndefined();
  });

  it('is less sure of what unknown code makes of a request', () => {
    expect(surestTaint([taint('remote', 'something of the request')], USUAL_TRUST)?.confidence).toBe('medium');
  });
});
