import { describe, expect, it } from 'vitest';
import { marksIn } from './rule-example.ts';

describe('marksIn', () => {
  it.each([
    { line: 'eval(a)  # finding: runs a text', kind: 'finding', text: 'runs a text' },
    { line: 'eval(a); // finding: runs a text', kind: 'finding', text: 'runs a text' },
    { line: '<a href={b} /> {/* finding: a link */}', kind: 'finding', text: 'a link' },
    { line: 'run(a);  /* missed: needs types */', kind: 'missed', text: 'needs types' },
    { line: "x = '#'  # missed: needs a # of rules", kind: 'missed', text: 'needs a # of rules' },
  ])('reads $line', ({ line, kind, text }) => {
    expect(marksIn({ path: 'a', text: `first\r\n${line}\r\n` })).toEqual([{ path: 'a', line: 2, kind, text }]);
  });

  it.each(['finding: in no comment', '# a finding: not at the start', '# finding:', '# found: x'])(
    'takes no mark from %s',
    (text) => {
      expect(marksIn({ path: 'a', text })).toEqual([]);
    },
  );
});
