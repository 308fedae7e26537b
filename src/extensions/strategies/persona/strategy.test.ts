import { expect, it } from 'vitest';
import { dialogue, scriptedTask, showDialogue, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('words its prompts like this', () => {
  expect(showDialogue(dialogue(strategy.generate, scriptedTask))).toMatchInlineSnapshot(`
    "===== the program, at 0
    --- user
    You are a developer who knows how programs are attacked. You think of security with every line, and the code that you write has no weaknesses.

    Say three words.

    Write it in Words."
  `);
});

it('never fixes', () => {
  expect(strategy).not.toHaveProperty('fix');
});
