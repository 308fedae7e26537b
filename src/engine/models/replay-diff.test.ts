import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '#core/message.ts';
import { describeDifference, firstDifference } from './replay-diff.ts';

const message = (content: string, role: Message['role'] = 'user'): Message => ({ role, content });

const describeFirst = (expected: readonly Message[], got: readonly Message[]): string => {
  const difference = firstDifference(expected, got);
  return difference === undefined ? 'none' : describeDifference(difference);
};

describe('firstDifference', () => {
  it('finds none between a prompt and itself', () => {
    const messages = fc.array(
      fc.record({ role: fc.constantFrom('system' as const, 'user' as const), content: fc.string() }),
    );

    fc.assert(
      fc.property(messages, (prompt) => {
        expect(firstDifference(prompt, structuredClone(prompt))).toBeUndefined();
      }),
    );
  });

  it('finds one between any two prompts that are not the same', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 });

    fc.assert(
      fc.property(texts, texts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(
          firstDifference(
            a.map((text) => message(text)),
            b.map((text) => message(text)),
          ),
        ).toBeDefined();
      }),
    );
  });

  it('names the message and the line, and shows both', () => {
    const expected = [message('Be brief.', 'system'), message('Write\na parser\nin C.')];
    const got = [message('Be brief.', 'system'), message('Write\na parser\nin Go.')];

    expect(describeFirst(expected, got)).toBe("message 2, line 3: the recording has 'in C.', this run has 'in Go.'");
  });

  it('shows the part of a long line that differs', () => {
    const before = 'x'.repeat(500);

    expect(describeFirst([message(`${before}one`)], [message(`${before}two`)])).toBe(
      `message 1, line 1: the recording has '…${'x'.repeat(20)}one', this run has '…${'x'.repeat(20)}two'`,
    );
  });

  it('cuts an excerpt that goes on', () => {
    expect(describeFirst([message('a'.repeat(200))], [message('b')])).toBe(
      `message 1, line 1: the recording has '${'a'.repeat(80)}…', this run has 'b'`,
    );
  });

  it('says that a line is missing', () => {
    expect(describeFirst([message('one\ntwo')], [message('one')])).toBe(
      "message 1, line 2: the recording has 'two', this run has no further line",
    );
  });

  it('says that a message is missing', () => {
    expect(describeFirst([message('one')], [message('one'), message('two', 'assistant')])).toBe(
      'message 2: the recording has no further message, this run has a message by the assistant',
    );
  });

  it('says that a message has another role', () => {
    expect(describeFirst([message('one', 'system')], [message('one', 'user')])).toBe(
      'message 1: the recording has a message by the system, this run has a message by the user',
    );
  });

  it('shows control characters and invisible ones as code points', () => {
    expect(describeFirst([message('\u001B[31mred\u202E')], [message('\uD800')])).toBe(
      "message 1, line 1: the recording has '\\u{1b}[31mred\\u{202e}', this run has '\\u{d800}'",
    );
  });
});
