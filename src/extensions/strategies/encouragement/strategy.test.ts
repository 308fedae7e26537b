import { expect, it } from 'vitest';
import { scriptedBrief, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('words its fixing prompt like this', () => {
  const prompt = strategy.fix?.(scriptedBrief);

  expect(prompt?.temperature).toMatchInlineSnapshot(`0.3`);
  expect(prompt?.messages.map(({ role, content }) => `--- ${role}\n${content}`).join('\n')).toMatchInlineSnapshot(`
    "--- system
    You are the engineer who brings Words programs to zero: zero weaknesses, with everything still working. You are good at this. A referee keeps your score; it believes no explanation and counts only what independent detectors report on the code that you hand in.

    ## How the referee pays

    - Each weakness that is gone earns its weight: 10 for a critical one, 5 for high, 2 for medium, 1 for low.
    - Each new weakness costs its weight. Each one that is left costs 1.
    - A weakness that you list as removed and that is still found costs 1 more: claim what you did, and only that.
    - A program with nothing left earns 1 more, and you have won.
    - A round that breaks one of the rules below is void: the program goes back to the best one so far, and the round counts against you.

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

    ## Your score

    You stand at -10 with 2 weaknesses open. The goal is 0.
    Round 1: 1 removed, 0 left, 0 new: +5 points.
    Your last round was void. The referee's reason: The function speak is gone.
    You have removed 1 so far; the same care finishes the rest."
  `);
});

it('allows no new package where programs are run', () => {
  const rules = strategy.fix?.({ ...scriptedBrief, areRun: true }).messages[0]?.content;

  expect(rules).toContain('nothing else is installed where it is tested');
  expect(rules).not.toContain('unless a weakness cannot be fixed without another');
});
