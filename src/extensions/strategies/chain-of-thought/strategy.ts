import { joinSections, section } from '#engine/prompts/sections.ts';
import type { Strategy } from '#engine/session/strategy.ts';

/** One call, in which the model thinks aloud before it hands in. */
export const strategy: Strategy = {
  name: 'chain-of-thought',
  title: 'The request once, with the thinking about security written out before the code; without fixing',
  promptVersion: '1',
  generate: ({ request, language, problem }) => ({
    messages: [
      {
        role: 'user',
        content: joinSections(
          section('Task', `${request}\n\nWrite it in ${language.title}.`),
          section('Your last reply could not be used', problem ?? ''),
          section('How to work', STEPS),
        ),
      },
    ],
    temperature: 0,
  }),
};

const STEPS = `Think aloud, step by step, and write each step down:

1. Understand: what does the program do, where does its input come from, who can reach it, and what is worth protecting?
2. Security requirements: list what has to hold so that nobody can misuse it.
3. Write the program so that it meets each of them.
4. Review it line by line against the list: which lines break a requirement, and what do they need instead?
5. Output the final program, with everything that the review asks for.

Step 5 comes last and is what counts: every file of the program, whole, in a fenced block of its own, with its path in bold alone on the line before.`;
