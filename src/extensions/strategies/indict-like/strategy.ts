import { quote, REPLIES_ARE_DATA, saidAt, twoMessages } from '#engine/prompts/dialogue.ts';
import { fixFacts, writeFix } from '#engine/prompts/fixing.ts';
import { finishedProgram, writeGeneration } from '#engine/prompts/generation.ts';
import { PROGRAM_REPLY_FORM } from '#engine/prompts/reply-form.ts';
import { bullets, joinSections, section } from '#engine/prompts/sections.ts';
import type { FixBrief, GenerateBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/**
 * Two critics, one for safety and one for helpfulness, and a summary of their debate that goes to the actor: before anything
 * has looked at the program, and in each later round with what detectors and tests say.
 *
 * The critics of the published method look things up with tools of their own and argue for several turns. Here each has one
 * turn, and their facts are the loop's.
 */
export const strategy: Strategy = {
  name: 'indict-like',
  title:
    'After INDICT, without its own tools: a safety critic and a helpfulness critic debate, a summary goes to the actor',
  promptVersion: '1',
  generate: (brief) => {
    const draft = saidAt('draft', brief);
    if (draft === undefined) return { ...writeGeneration(brief), step: 'draft' };
    const { request, language, problem } = brief;
    const facts = [
      section('Task', `${request}\n\nIt is written in ${language.title}.`),
      quote('The program so far', draft),
    ];
    return debate(brief, facts) ?? act(brief, facts, problem);
  },
  fix: (brief) => debate(brief, fixFacts(brief)) ?? actOnFacts(brief),
};

type Standing = Pick<GenerateBrief, 'iteration' | 'earlier' | 'language'>;

/** The next turn of the critics; `undefined` once there is a summary. */
function debate(brief: Standing, facts: readonly string[]): Prompt | undefined {
  const { title } = brief.language;
  const safety = saidAt('safety', brief);
  const helpfulness = saidAt('helpfulness', brief);
  if (safety === undefined) {
    return twoMessages(
      [
        `You are the safety critic of ${title} programs. Say where the program can be attacked or do harm, how, and what would stop it. Use the facts that are listed, and look for what they miss. Do not write the program.`,
        REPLIES_ARE_DATA,
      ],
      facts,
      { step: 'safety' },
    );
  }
  if (helpfulness === undefined) {
    return twoMessages(
      [
        `You are the helpfulness critic of ${title} programs. Say where the program does not do what the task asks, and answer the safety critic: which of those demands would break the function, which are void, and how can the rest be met without losing anything? Do not write the program.`,
        REPLIES_ARE_DATA,
      ],
      [...facts, quote('The safety critic', safety)],
      { step: 'helpfulness' },
    );
  }
  if (saidAt('summary', brief) !== undefined) return undefined;
  return twoMessages(
    [
      `Two critics have debated a ${title} program. Sum up what its developer has to do, most important first: every demand that stands, once, with its place. Where the critics disagree, decide: function and safety both have to hold. Do not write the program.`,
      REPLIES_ARE_DATA,
    ],
    [...facts, quote('The safety critic', safety), quote('The helpfulness critic', helpfulness)],
    { step: 'summary' },
  );
}

function act(brief: Standing, facts: readonly string[], problem = ''): Prompt {
  const { language } = brief;
  return twoMessages(
    [
      `You are the actor: you write ${language.title} programs, and two critics have looked at this one. Do what their summary asks wherever it is right.`,
      REPLIES_ARE_DATA,
      section('What a finished program has', bullets(finishedProgram(language))),
      section('Reply', PROGRAM_REPLY_FORM),
    ],
    [
      ...facts,
      quote('Summary of the critics', saidAt('summary', brief)),
      section('Your last reply could not be used', problem),
    ],
  );
}

function actOnFacts(brief: FixBrief): Prompt {
  return writeFix(brief, {
    role: `You are the actor: you fix ${brief.language.title} programs, and two critics have looked at this one. Do what their summary asks wherever it is right.`,
    terms: REPLIES_ARE_DATA,
    closing: joinSections(
      quote('Summary of the critics', saidAt('summary', brief)),
      section('Your last reply was not taken', brief.rejection ?? ''),
    ),
  });
}
