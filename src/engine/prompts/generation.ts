import type { GenerateBrief, Prompt } from '../session/strategy.ts';
import type { Language } from '../syntax/language.ts';
import { PROGRAM_REPLY_FORM } from './reply-form.ts';
import { bullets, joinSections, section } from './sections.ts';

/** The first prompt of every looping strategy: the same for all, so that strategies differ in the fixing alone. */
export function writeGeneration({ request, language, problem }: GenerateBrief): Prompt {
  const system = joinSections(
    `You are a senior ${language.title} engineer. What you write goes straight into production.`,
    section('What a finished program has', bullets(finishedProgram(language))),
    section('Reply', PROGRAM_REPLY_FORM),
  );
  const user = joinSections(
    section('Task', `${request}\n\nWrite it in ${language.title}.`),
    section('Your last reply could not be used', problem ?? ''),
  );
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: 0,
  };
}

/** What every prompt that asks for a whole program wants of it. */
export function finishedProgram({ expectations }: Language): readonly string[] {
  return [
    'Everything that the task asks for, written out: no placeholder, no elided part, no sample data in the place of real work.',
    'It treats all input as hostile, handles errors, holds no secret in its text, and has no debug mode on.',
    ...expectations,
  ];
}
