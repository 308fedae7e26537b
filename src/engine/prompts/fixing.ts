import type { FixBrief, Prompt } from '../session/strategy.ts';
import { showProgram } from './fence.ts';
import { FIX_REPLY_FORM, fixRules } from './reply-form.ts';
import { bullets, joinSections, section, showFailures, showFindings, showGuidance } from './sections.ts';
import { fixTemperature } from './temperature.ts';

/** What one strategy says beside the facts: whatever two of them share is the same to the letter, so that they can be compared. */
export interface FixWording {
  /** Who the model is asked to be. */
  readonly role: string;
  /** Comes between the role and the rules; empty for nothing. */
  readonly terms: string;
  /** Comes last; empty for nothing. */
  readonly closing: string;
}

/**
 * The fixing prompt of the looping strategies: what stays the same in every round first, so that a provider's cache can
 * hold it, then the facts of this round.
 */
export function writeFix(brief: FixBrief, { role, terms, closing }: FixWording): Prompt {
  const system = joinSections(
    role,
    terms,
    section('Rules', bullets(fixRules(brief.areRun === true))),
    section('Reply', FIX_REPLY_FORM),
  );
  const user = joinSections(...fixFacts(brief), closing);
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: fixTemperature(brief.flatRounds),
  };
}

/** All that a fixer may know: the task first, then the program, then what is wrong with it. */
export function fixFacts(brief: FixBrief): readonly string[] {
  const { request, language, guidance, files, findings, faults, failures, instructions } = brief;
  return [
    section('Task', request),
    section('What the person added', bullets(instructions)),
    section('Guidance', showGuidance(guidance, language)),
    section('The best program so far', showProgram(files, language.id)),
    section(`It does not ${brief.faultsAre ?? 'parse'}`, bullets(faults)),
    section('Tests that it fails', showFailures(failures)),
    section('Open weaknesses', showFindings(findings)),
  ];
}
