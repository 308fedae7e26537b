import { expect, it } from 'vitest';
import { dialogue, scriptedTask, showDialogue, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('words its prompts like this', () => {
  expect(showDialogue(dialogue(strategy.generate, scriptedTask))).toMatchInlineSnapshot(`
    "===== the program, at 0
    --- user
    ## Task

    Say three words.

    Write it in Words.

    ## How to work

    Think aloud, step by step, and write each step down:

    1. Understand: what does the program do, where does its input come from, who can reach it, and what is worth protecting?
    2. Security requirements: list what has to hold so that nobody can misuse it.
    3. Write the program so that it meets each of them.
    4. Review it line by line against the list: which lines break a requirement, and what do they need instead?
    5. Output the final program, with everything that the review asks for.

    Step 5 comes last and is what counts: every file of the program, whole, in a fenced block of its own, with its path in bold alone on the line before."
  `);
});

it('never fixes', () => {
  expect(strategy).not.toHaveProperty('fix');
});
