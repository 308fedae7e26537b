import { joinSections } from '#engine/prompts/sections.ts';
import type { Strategy } from '#engine/session/strategy.ts';

/** The zero-shot prompt after one sentence: what a role alone does. */
export const strategy: Strategy = {
  name: 'persona',
  title: 'The request once, to a developer who knows about security; without fixing',
  promptVersion: '1',
  generate: ({ request, language, problem }) => ({
    messages: [
      {
        role: 'user',
        content: joinSections(
          'You are a developer who knows how programs are attacked. You think of security with every line, and the code that you write has no weaknesses.',
          `${request}\n\nWrite it in ${language.title}.`,
          problem === undefined ? '' : `Your last reply could not be used: ${problem}`,
        ),
      },
    ],
    temperature: 0,
  }),
};
