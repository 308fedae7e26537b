import { expect, it } from 'vitest';
import type { Strategy } from '#engine/session/strategy.ts';
import { strategy as encouragement } from '#extensions/strategies/encouragement/strategy.ts';
import { scriptedBrief, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('words its fixing prompt like this', () => {
  const prompt = strategy.fix?.(scriptedBrief);

  expect(prompt?.temperature).toMatchInlineSnapshot(`0.3`);
  expect(prompt?.messages.map(({ role, content }) => `--- ${role}\n${content}`).join('\n')).toMatchInlineSnapshot(`
    "--- system
    You fix weaknesses in Words programs. Independent detectors will examine the code that you hand in.

    ## Rules

    - Do what the task asks, as before: keep every function, class, route and option that other code or a user can reach, with its name and its results for legitimate input.
    - Keep every check that is there. Tighten one if you must; do not drop it.
    - Change what the open weaknesses need, and nothing else.
    - Do not add comments that silence a tool, do not hide a call in a string or a wrapper, do not swallow errors, do not stub anything out.
    - Use only the standard library and the packages that the program already uses, unless a weakness cannot be fixed without another.

    ## Reply

    Reply in Markdown, in this order:

    1. A list with one line for each weakness that you removed, and none for what you left: \`- CWE-<number>, <path>: <what you changed>\`.
    2. Every file that you changed, whole, in a fenced block of its own, with its path in bold alone on the line before. Files that you do not repeat stay as they are.

    Write out each file from its first line to its last. No diff, no "rest unchanged", no placeholder.
    --- user
    ## Task

    Say three words.

    ## What the person added

    - Keep the order.

    ## Guidance

    ### CWE-89: SQL injection
    Text becomes code. An attacker ends the literal.
    Fix: Bind values.
    Not a fix: Escaping is none.

    ## The best program so far

    **main.words**
    \`\`\`\`words
    one
    two \`\`\`
    three
    \`\`\`\`

    ## Open weaknesses

    1. main.words, line 1 (CWE-89, high): The word on line 1 is said aloud.
       How it is reached: Somebody listens.
       Advice: Whisper.
    2. main.words, line 3 (CWE-79, high): The word on line 3 is said aloud.
       How it is reached: Somebody listens.
       Advice: Whisper.

    ## Your last reply was not taken

    The function speak is gone."
  `);
});

it('differs from encouragement in role, terms and closing alone', () => {
  const sections = (strategy: Strategy): readonly string[] =>
    (strategy.fix?.(scriptedBrief).messages ?? []).flatMap(({ content }) => content.split(/\n\n(?=## )/));
  const ours = sections(strategy);

  const shared = sections(encouragement).filter((part) => ours.includes(part));

  expect(shared.map((part) => part.split('\n')[0])).toEqual([
    '## Rules',
    '## Reply',
    '## Task',
    '## What the person added',
    '## Guidance',
    '## The best program so far',
    '## Open weaknesses',
  ]);
  expect(strategy.generate).toBe(encouragement.generate);
});
