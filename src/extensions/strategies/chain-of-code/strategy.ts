import { quote, REPLIES_ARE_DATA, saidAt, twoMessages } from '#engine/prompts/dialogue.ts';
import { finishedProgram } from '#engine/prompts/generation.ts';
import { PROGRAM_REPLY_FORM } from '#engine/prompts/reply-form.ts';
import { bullets, section } from '#engine/prompts/sections.ts';
import type { GenerateBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/** Two calls: the reasoning as pseudo-code that need not run, then the program that makes it real. */
export const strategy: Strategy = {
  name: 'chain-of-code',
  title: 'Pseudo-code with its security checks as pseudo-functions, then the program; without fixing',
  promptVersion: '1',
  generate: (brief) => {
    const sketch = saidAt('pseudo-code', brief);
    return sketch === undefined ? askForSketch(brief) : askForProgram(brief, sketch);
  },
};

function askForSketch({ request, language }: GenerateBrief): Prompt {
  return twoMessages(
    [
      `You plan ${language.title} programs as annotated pseudo-code, before anybody writes them.`,
      section(
        'Pseudo-code',
        bullets([
          'Write the whole flow of the program, from each place where data enters to each place where it is used.',
          'Wherever something has to be made sure, call a pseudo-function that is named after what it makes sure, such as `ensure_path_stays_inside(path, folder)`. It has no body.',
          'Behind each such call note in a comment which attack it stops, and what happens when it fails.',
          'After the pseudo-code, say for each pseudo-function which call or construct of the language really does it.',
        ]),
      ),
    ],
    [section('Task', `${request}\n\nIt will be written in ${language.title}.`)],
    { step: 'pseudo-code' },
  );
}

function askForProgram({ request, language, problem }: GenerateBrief, sketch: string): Prompt {
  return twoMessages(
    [
      `You turn annotated pseudo-code into finished ${language.title} programs. Each pseudo-function becomes real code at the place where it is called; none is left out and none is left empty.`,
      REPLIES_ARE_DATA,
      section('What a finished program has', bullets(finishedProgram(language))),
      section('Reply', PROGRAM_REPLY_FORM),
    ],
    [
      section('Task', `${request}\n\nWrite it in ${language.title}.`),
      quote('Pseudo-code', sketch),
      section('Your last reply could not be used', problem ?? ''),
    ],
  );
}
