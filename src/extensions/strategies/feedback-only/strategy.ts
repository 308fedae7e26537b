import { showProgram } from '#engine/prompts/fence.ts';
import { writeGeneration } from '#engine/prompts/generation.ts';
import { FIX_REPLY_FORM, FIX_RULES } from '#engine/prompts/reply-form.ts';
import { bullets, joinSections, section, showFindings, showGuidance } from '#engine/prompts/sections.ts';
import { fixTemperature } from '#engine/prompts/temperature.ts';
import type { FixBrief, Strategy } from '#engine/session/strategy.ts';

/** The control for Encouragement Prompting: the same facts, rules and reply form, without score, reward and penalty. */
export const strategy: Strategy = {
  name: 'feedback-only',
  title: 'The same loop without the encouragement wording: findings, guidance and rules only',
  promptVersion: '1',
  generate: writeGeneration,
  fix: (brief) => ({
    messages: [
      { role: 'system', content: role(brief) },
      { role: 'user', content: state(brief) },
    ],
    temperature: fixTemperature(brief.flatRounds),
  }),
};

function role({ language }: FixBrief): string {
  return joinSections(
    `You fix weaknesses in ${language.title} programs. Independent detectors will examine the code that you hand in.`,
    section('Rules', bullets(FIX_RULES)),
    section('Reply', FIX_REPLY_FORM),
  );
}

function state({ request, language, guidance, files, findings, faults, instructions, rejection }: FixBrief): string {
  return joinSections(
    section('Task', request),
    section('What the person added', bullets(instructions)),
    section('Guidance', showGuidance(guidance, language)),
    section('The program', showProgram(files, language.id)),
    section('It does not parse', bullets(faults)),
    section('Open weaknesses', showFindings(findings)),
    section('Your last reply was not taken', rejection ?? ''),
  );
}
