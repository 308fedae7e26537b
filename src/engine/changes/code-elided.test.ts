import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { codeElided } from './code-elided.ts';
import { isElision, isPlaceholder, phraseOf } from './elision.ts';

describe('isElision', () => {
  it.each([
    '# ... rest of the code remains unchanged ...',
    '// ... existing code ...',
    '# rest of the code',
    '// Rest of your implementation here',
    '# (rest of the file is unchanged)',
    '/* other functions remain the same */',
    '# Existing code here',
    '// existing code',
    '# ... (unchanged)',
    '# ... same as before',
    '// The rest of the functions stay exactly as above.',
    '# … remaining methods …',
    '# Remaining code omitted for brevity',
    '// Keep the existing routes as before',
    '# [previous code unchanged]',
  ])('knows that %j leaves code out', (comment) => {
    expect(isElision(phraseOf(comment))).toBe(true);
  });

  it.each([
    '# keep the rest of the buffer unchanged',
    '# Other functions',
    '// Remaining methods',
    '# Existing imports',
    '# The existing code used MD5 here',
    '# Keep the original file unchanged',
    '// same as above, but for writing',
    '# unchanged',
    '# Skip the rest of the line',
    '// Handle the remaining bytes',
    '# ... and then some',
    '// Original implementation by the author',
    '# see above',
    '# Code',
    '# Previous value',
    '# このファイルの code',
    '#',
    '',
  ])('knows that %j does not', (comment) => {
    expect(isElision(phraseOf(comment))).toBe(false);
  });
});

describe('isPlaceholder', () => {
  it.each([
    '# TODO: implement',
    '// TODO implement the upload',
    '# FIXME: add the check here',
    '// Your code here',
    '# Implementation goes here',
    '/* implement this */',
    '# Placeholder for the query',
  ])('knows that %j stands for code', (comment) => {
    expect(isPlaceholder(phraseOf(comment))).toBe(true);
  });

  it.each(['# TODO: use a faster hash', '# Implements RFC 3339', '// the placeholder of the form', '# Add the user'])(
    'knows that %j does not',
    (comment) => {
      expect(isPlaceholder(phraseOf(comment))).toBe(false);
    },
  );
});

describe('code-elided', () => {
  it('catches a remark in place of code, in a first version too', async () => {
    const after = 'def a():\n    return b()\n\n\n# ... rest of the code unchanged\n';

    expect(await faultsOf(codeElided, { after })).toEqual([
      'main.py:5 The remark "... rest of the code unchanged" stands where code was left out.',
    ]);
  });

  it('catches one within a function of C, and within a block comment', async () => {
    const after =
      'int main(void) {\n  /* read the input */\n  // ... existing code ...\n  return 0;\n}\n/*\n * Rest of the program as before.\n */\n';

    expect(await faultsOf(codeElided, { ending: 'c', after })).toHaveLength(2);
  });

  it('leaves a remark alone that was there before', async () => {
    const text = 'a()\n# ... existing code ...\n';

    expect(await faultsOf(codeElided, { before: text, after: `${text}b()\n` })).toEqual([]);
  });

  it('catches dots on a line of their own', async () => {
    expect(await faultsOf(codeElided, { after: 'def a():\n    b()\n    # ...\n    return c()\n' })).toEqual([
      'main.py:3 A comment of dots stands where code was left out.',
    ]);
  });

  it('lets dots stand in an explanation, or behind code', async () => {
    const after = '# Reads lines such as\n# ...\n# and joins them.\na = b()  # ...\n';

    expect(await faultsOf(codeElided, { after })).toEqual([]);
  });

  it.each([
    ['py', 'def a(x):\n    ...\n'],
    ['py', 'def a(x):\n    b = c(x)\n    ...\n    return b\n'],
    ['py', 'class A:\n    def a(self):\n        """Doc."""\n        ...\n'],
  ])('catches bare dots as a body in .%s', async (ending, after) => {
    expect(await faultsOf(codeElided, { ending, after })).toHaveLength(1);
  });

  it.each([
    'class P(Protocol):\n    def a(self) -> int: ...\n',
    'class B(ABC):\n    @abstractmethod\n    def a(self): ...\n',
    '@overload\ndef a(x: int) -> int: ...\ndef a(x):\n    return b(x)\n',
    'class E(Exception): ...\n',
    'x: tuple[int, ...] = f(...)\n',
    'def a():\n    try:\n        b()\n    except E:\n        ...\n',
  ])('lets dots stand where the language wants them: %j', async (after) => {
    expect(await faultsOf(codeElided, { after })).toEqual([]);
  });

  it.each([
    ['js', 'function a() {\n  ...\n}\n', '...'],
    ['c', 'int a(void) {\n  ...\n}\n', '...'],
    ['java', 'class A {\n  ... existing code ...\n}\n', '... existing code ...'],
  ])('says why code with dots in .%s does not parse', async (ending, after, line) => {
    expect(await faultsOf(codeElided, { ending, after })).toEqual([
      `main.${ending}:2 The line "${line}" stands where code was left out.`,
    ]);
  });

  it('catches a note in an empty body', async () => {
    const after = 'def save(data):\n    # TODO: implement\n    pass\n';

    expect(await faultsOf(codeElided, { after })).toEqual([
      'main.py:2 The remark "todo: implement" stands for the body of `save`.',
    ]);
  });

  it('catches a note where the body had more before', async () => {
    const faults = await faultsOf(codeElided, {
      ending: 'js',
      before: 'function save(a) { check(a); write(a); log(a); }\n',
      after: 'function save(a) {\n  // Your code here\n  log(a);\n}\n',
    });

    expect(faults).toEqual(['main.js:2 The remark "your code here" stands for the body of `save`.']);
  });

  it('lets a note stand in a function that does its work', async () => {
    const after = 'def save(data):\n    # TODO: add a retry\n    store(data)\n    return True\n';

    expect(await faultsOf(codeElided, { after })).toEqual([]);
  });

  it.each([
    'def f(p):\n    d = p.read()  # the rest of the file\n    return d\n',
    'def f(p):\n    # Same logic as above\n    return p.read()\n',
  ])('takes an ordinary remark for no gap: %j', async (after) => {
    expect(await faultsOf(codeElided, { after })).toEqual([]);
  });
});
