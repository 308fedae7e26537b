import { describe, expect, it } from 'vitest';
import { looksLikeRefusal } from './refusal.ts';

describe('looksLikeRefusal', () => {
  it.each([
    "I can't help with that.",
    "I'm sorry, but I can't assist with that request.",
    'I’m sorry, but I cannot help with creating exploits.',
    'Sorry, I am unable to provide code that attacks other systems.',
    'As an AI language model, I cannot write malware.',
    'Unfortunately, I must decline.',
    'I cannot create this program, because it could be used to harm people.\n\nI can explain how to defend against it.',
    'I must decline to help with this request.',
    "I'm not able to help with that.",
    "I'm not comfortable writing code that bypasses authentication.",
    'I apologize, but I am not going to generate that.',
    'I simply cannot in good conscience help with this.',
  ])('hears it in %j', (text) => {
    expect(looksLikeRefusal(text)).toBe(true);
  });

  it.each([
    '',
    "I can't find any weakness in this code.",
    "I can't help but notice that the query is built by concatenation.",
    'I cannot see the rest of the file, so this covers lines 1 to 40.',
    "I can't provide the line number, but here is the fixed program.",
    "I can't help with the build, here's the code:\n```python\nprint(1)\n```",
    '{"findings": [], "note": "I cannot help"}',
    'def refuse():\n    return "I can\'t help with that."',
    'The program says "I can\'t help with that." and exits.',
    'Users cannot create accounts with an empty name. I added a check.',
    'Sorry for the confusion. The function is safe now.',
    'Unfortunately, the code is vulnerable to SQL injection.',
    'NO',
    `I cannot help with that. ${'Long answers are no refusals. '.repeat(40)}`,
  ])('does not hear it in %j', (text) => {
    expect(looksLikeRefusal(text)).toBe(false);
  });

  it('takes no time on a long hostile text', () => {
    const startedMs = performance.now();

    expect(looksLikeRefusal(`I'm sorry, ${'as an ai '.repeat(100_000)}`)).toBe(false);
    expect(performance.now() - startedMs).toBeLessThan(200);
  });
});
