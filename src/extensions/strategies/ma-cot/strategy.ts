import { saidAt, twoMessages } from '#engine/prompts/dialogue.ts';
import { finishedProgram } from '#engine/prompts/generation.ts';
import { bullets, section } from '#engine/prompts/sections.ts';
import type { GenerateBrief, Prompt, Strategy } from '#engine/session/strategy.ts';
import { ALWAYS, TAGS } from './mitigations.ts';

/**
 * A chain of thought that is given the mitigations of what the task is about: one call to tag the task, one to write.
 *
 * Of the first reply only the tags are used, so none of its text reaches the second prompt.
 */
export const strategy: Strategy = {
  name: 'ma-cot',
  title: 'Mitigation-aware chain of thought: the task is tagged, and the mitigations of its tags go before the code',
  promptVersion: '1',
  generate: (brief) => {
    const reply = saidAt('tags', brief);
    return reply === undefined ? askForTags(brief) : askForProgram(brief, reply);
  },
};

function askForTags({ request, language }: GenerateBrief): Prompt {
  return twoMessages(
    [
      'You sort programming tasks by what the program will do that can be attacked.',
      section('Tags', bullets(TAGS.map(({ tag, when }) => `${tag}: ${when}`))),
      section(
        'Reply',
        'Reply with the tags that fit, one on each line, and nothing else. When none fits, reply with `none`.',
      ),
    ],
    [section('Task', `${request}\n\nIt will be written in ${language.title}.`)],
    { step: 'tags' },
  );
}

function askForProgram({ request, language, problem }: GenerateBrief, reply: string): Prompt {
  const words = new Set(reply.toLowerCase().match(/[a-z]+/g));
  const tags = TAGS.filter(({ tag }) => words.has(tag));
  return twoMessages(
    [
      `You write ${language.title} programs and think about their security before you write.`,
      section('What a finished program has', bullets(finishedProgram(language))),
      section('How to work', STEPS),
      section(
        'Reply',
        `Steps 1 to 3 in short. Then the program, in Markdown: every file, whole, in a fenced block of its own, with its path in bold alone on the line before. No code before that.`,
      ),
    ],
    [
      section('Task', `${request}\n\nWrite it in ${language.title}.`),
      section(
        'Mitigations for this task',
        [bullets(ALWAYS), ...tags.map(({ tag, mitigations }) => `For ${tag}:\n${bullets(mitigations)}`)].join('\n\n'),
      ),
      section('Your last reply could not be used', problem ?? ''),
    ],
  );
}

const STEPS = `Think step by step:

1. Say where input enters and what it reaches.
2. Go through the mitigations one by one, and say where in this program each is needed, or that it is not.
3. Say in which order the program will check, do and report.
4. Write the program so that each mitigation that is needed is really in it.`;
