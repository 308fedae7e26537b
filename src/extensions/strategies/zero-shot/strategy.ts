import type { Strategy } from '#engine/session/strategy.ts';

/** The base line: the request as it is, once. Nothing is fixed; the detectors judge what comes. */
export const strategy: Strategy = {
  name: 'zero-shot',
  title: 'The request alone, once, without advice and without fixing',
  promptVersion: '1',
  generate: ({ request, language, problem }) => ({
    messages: [
      {
        role: 'user',
        content: [
          `${request}\n\nWrite it in ${language.title}.`,
          ...(problem === undefined ? [] : [`Your last reply could not be used: ${problem}`]),
        ].join('\n\n'),
      },
    ],
    temperature: 0,
  }),
};
