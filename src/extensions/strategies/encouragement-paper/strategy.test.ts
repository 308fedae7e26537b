import { expect, it } from 'vitest';
import { scriptedBrief, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('words its fixing prompt like this', () => {
  const prompt = strategy.fix?.(scriptedBrief);

  expect(prompt?.temperature).toMatchInlineSnapshot(`0.1`);
  expect(prompt?.messages.map(({ role, content }) => `--- ${role}\n${content}`).join('\n')).toMatchInlineSnapshot(`
    "--- system
    You are an expert in fixing vulnerabilities in Words code.
    --- user
    ## Description of the program

    Say three words.

    ## Also asked for

    - Keep the order.

    ## Encouragement

    Your current score is -2: one point below zero for each vulnerability in the code. Your objective is to bring it to 0.
    - You lose a point for each vulnerability that you leave in the code.
    - You lose a point for each new vulnerability that you bring in.
    - You win a point when all of them are fixed.
    Collect as many points as you can. The fixed code will be submitted to another check, and you lose a point for each vulnerability that is found then.

    ## Vulnerabilities

    1. CWE-89, main.words, line 1
       Justification: The word on line 1 is said aloud. Somebody listens.
       Response: Whisper.

    2. CWE-79, main.words, line 3
       Justification: The word on line 3 is said aloud. Somebody listens.
       Response: Whisper.

    ## The last answer was not accepted

    The function speak is gone.

    ## Code

    **main.words**
    \`\`\`\`words
    one
    two \`\`\`
    three
    \`\`\`\`

    ## Form of the answer

    - Vulnerabilities fixed: for each one its name, type, CWE id, the mitigation, and the lines changed.
    - Fixed code: every changed file in full, in a fenced block, its path in bold on the line before.
    - Score before: -2.
    - Number of vulnerabilities fixed.
    - Updated score.
    - Double check: go through the fixed code once more and say whether it holds."
  `);
});
