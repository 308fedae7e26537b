import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuationPrompt, joinContinuation } from './continuation.ts';

describe('joinContinuation', () => {
  it('joins in the middle of a word', () => {
    expect(joinContinuation('def add(a, b):\n    ret', 'urn a + b\n')).toBe('def add(a, b):\n    return a + b\n');
  });

  it('drops the lines that the model repeats', () => {
    const partial = '```python\nimport sqlite3\n\nconnection = sqlite3.connect("app.db")\n';

    expect(joinContinuation(partial, 'connection = sqlite3.connect("app.db")\ncursor = connection.cursor()\n```')).toBe(
      '```python\nimport sqlite3\n\nconnection = sqlite3.connect("app.db")\ncursor = connection.cursor()\n```',
    );
  });

  it('keeps a brace that only looks repeated', () => {
    expect(joinContinuation('if (a) {\n  b();\n}\n', '}\n')).toBe('if (a) {\n  b();\n}\n}\n');
  });

  it('drops a fence that is opened anew', () => {
    expect(joinContinuation('```python\na = 1\n', '```python\nb = 2\n```\n')).toBe('```python\na = 1\nb = 2\n```\n');
  });

  it('drops a bare fence that has a partner of its own', () => {
    expect(joinContinuation('```c\nint a;\n', '```\nint b;\n```\n')).toBe('```c\nint a;\nint b;\n```\n');
  });

  it('keeps the fence that closes the block', () => {
    expect(joinContinuation('```c\nint a;\n', '```\nThat is all.')).toBe('```c\nint a;\n```\nThat is all.');
  });

  it('keeps a new block after a closed one', () => {
    expect(joinContinuation('```c\nint a;\n```\n', '```c\nint b;\n```')).toBe('```c\nint a;\n```\n```c\nint b;\n```');
  });

  it('takes a reply that starts over instead of the first one', () => {
    const partial = `Here is the program that was asked for, in one file, with tests:\n${'a'.repeat(50)}`;
    const again = `\nHere is the program that was asked for, in one file, with tests:\n${'a'.repeat(90)} end`;

    expect(joinContinuation(partial, again)).toBe(again.slice(1));
  });

  it('restores any text that was cut, whether its end is repeated or not', () => {
    const line = fc.string({ minLength: 30, maxLength: 60, unit: fc.constantFrom(...'abcdefgh (){};=') });
    const cut = fc.record({
      text: fc.uniqueArray(line, { minLength: 4, maxLength: 8 }),
      at: fc.integer({ min: 1, max: 3 }),
    });

    fc.assert(
      fc.property(cut, fc.boolean(), ({ text, at }, repeats) => {
        const lines = text.map((part, index) => `${index}:${part}\n`);
        const partial = lines.slice(0, at).join('');
        const rest = lines.slice(repeats && at > 1 ? at - 1 : at).join('');
        expect(joinContinuation(partial, rest)).toBe(lines.join(''));
      }),
    );
  });
});

describe('continuationPrompt', () => {
  it('gives the cut reply back and ends with the user', () => {
    const messages = continuationPrompt([{ role: 'user', content: 'Write.' }], 'half');

    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(messages[1]?.content).toBe('half');
  });
});
