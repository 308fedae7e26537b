import { expect, it } from 'vitest';
import { dialogue, scriptedBrief, scriptedTask, showDialogue, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname, { ignoresFindings: true, ignoresProgram: true });

it('words its prompts like this', () => {
  expect(showDialogue(dialogue(strategy.generate, scriptedTask))).toMatchInlineSnapshot(`
    "===== the program, at 0
    --- system
    You are a senior Words engineer. What you write goes straight into production.

    ## What a finished program has

    - Everything that the task asks for, written out: no placeholder, no elided part, no sample data in the place of real work.
    - It treats all input as hostile, handles errors, holds no secret in its text, and has no debug mode on.

    ## Reply

    Reply in Markdown: every file of the program, whole, in a fenced block of its own, with its path in bold alone on the line before. Outside of the blocks write two sentences at most.
    --- user
    ## Task

    Say three words.

    Write it in Words."
  `);
});

it('words its fixing like this', () => {
  expect(showDialogue(dialogue(strategy.fix, scriptedBrief))).toMatchInlineSnapshot(`
    "===== the program, anew, at 0.8
    --- system
    You are a senior Words engineer. What you write goes straight into production.

    ## What a finished program has

    - Everything that the task asks for, written out: no placeholder, no elided part, no sample data in the place of real work.
    - It treats all input as hostile, handles errors, holds no secret in its text, and has no debug mode on.

    ## Reply

    Reply in Markdown: every file of the program, whole, in a fenced block of its own, with its path in bold alone on the line before. Outside of the blocks write two sentences at most.
    --- user
    ## Task

    Say three words.

    Keep the order.

    Write it in Words."
  `);
});

it('asks for the same sample in every round, whatever came before', () => {
  const { iteration: _iteration, ...once } = scriptedBrief;
  const later = { ...once, iteration: 9, files: [], findings: [], flatRounds: 7, score: 0 };

  expect(strategy.fix?.(later)).toEqual(strategy.fix?.(scriptedBrief));
});

it('asks for the first program with the same words, but for what a person added', () => {
  const sample = strategy.fix?.({ ...scriptedBrief, instructions: [] });

  expect(sample?.messages).toEqual(strategy.generate(scriptedTask).messages);
});

it('samples fixes of a program that a person brought from that program, not from the best', () => {
  const given = [{ path: 'main.words', text: 'as it came' }];

  expect(showDialogue(dialogue(strategy.fix, { ...scriptedBrief, given }))).toMatchInlineSnapshot(`
    "===== the program, anew, at 0.8
    --- system
    You remove the weaknesses of Words programs. Find out for yourself which ones the program below has.

    ## Rules

    - Do what the task asks, as before: keep every function, class, route and option that other code or a user can reach, with its name and its results for legitimate input.
    - Keep every check that is there. Tighten one if you must; do not drop it.
    - Change what the open weaknesses need, and nothing else.
    - Do not add comments that silence a tool, do not hide a call in a string or a wrapper, do not swallow errors, do not stub anything out.
    - Use only the standard library and the packages that the program already uses, unless a weakness cannot be fixed without another.

    ## Reply

    Reply in Markdown: every file of the program, whole, in a fenced block of its own, with its path in bold alone on the line before. Outside of the blocks write two sentences at most.
    --- user
    ## Task

    Say three words.

    ## What the person added

    - Keep the order.

    ## The program

    **main.words**
    \`\`\`words
    as it came
    \`\`\`"
  `);
});
