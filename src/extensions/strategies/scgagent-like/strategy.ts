import { cweIdsIn } from '#core/cwe-id.ts';
import { quote, REPLIES_ARE_DATA, twoMessages } from '#engine/prompts/dialogue.ts';
import { showProgram } from '#engine/prompts/fence.ts';
import { writeGeneration } from '#engine/prompts/generation.ts';
import { FIX_REPLY_FORM } from '#engine/prompts/reply-form.ts';
import { bullets, section, showFailures, showGuidance } from '#engine/prompts/sections.ts';
import type { EarlierReply, FixBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/** Weaknesses that are predicted, and rounds: one guideline each. */
const GUIDELINES = 3;

/**
 * Draft, prediction of likely weaknesses, then one guideline at a time as a minimal edit. The loop runs the session's tests
 * after each edit and rolls back one that breaks any.
 *
 * The prediction is made once and stays in force, so it is looked up among older replies. The published agent picks from a
 * library of guidelines of its own and repairs an edit whose tests fail; here the guidance is SecCode's, and such an edit
 * is rolled back.
 */
export const strategy: Strategy = {
  name: 'scgagent-like',
  title: 'After SCGAgent, with our own guidance: predicted weaknesses, one guideline at a time, tests after each edit',
  promptVersion: '1',
  rounds: { written: GUIDELINES, given: GUIDELINES },
  foresees: (earlier) => cweIdsIn(predictionIn(earlier)?.text ?? '').slice(0, GUIDELINES),
  generate: writeGeneration,
  fix: (brief) => {
    const prediction = predictionIn(brief.earlier);
    return prediction === undefined ? predict(brief) : edit(brief, prediction);
  },
};

function predictionIn(earlier: readonly EarlierReply[]): EarlierReply | undefined {
  return earlier.findLast(({ step }) => step === 'weaknesses');
}

function predict({ request, language, files }: FixBrief): Prompt {
  return twoMessages(
    [
      `You predict which weaknesses a ${language.title} program is likely to have, from its task and its code.`,
      section(
        'Reply',
        `Reply with the ${String(GUIDELINES)} most likely ones, worst first, one on each line: \`CWE-<number>: <where it would be, in one sentence>\`.`,
      ),
    ],
    [section('Task', request), section('The program so far', showProgram(files, language.id))],
    { step: 'weaknesses' },
  );
}

function edit(brief: FixBrief, prediction: EarlierReply): Prompt {
  const { request, language, iteration, files, foreseen, faults, faultsAre, failures, instructions, rejection } = brief;
  const round = iteration - prediction.iteration;
  // Where fewer are known than there are rounds, the rounds left look at them once more.
  const guideline = foreseen[round % Math.max(1, foreseen.length)];
  return twoMessages(
    [
      `You harden ${language.title} programs, one guideline at a time and with the smallest edit that meets it. Tests may be run after each edit; one that breaks any is thrown away.`,
      section('Rules', bullets(RULES)),
      guideline === undefined ? REPLIES_ARE_DATA : '',
      section('Reply', FIX_REPLY_FORM),
    ],
    [
      section('Task', request),
      section('What the person added', bullets(instructions)),
      section('The program so far', showProgram(files, language.id)),
      section(`It does not ${faultsAre ?? 'parse'}`, bullets(faults)),
      section('Tests that it fails', showFailures(failures)),
      guideline === undefined
        ? quote('Weaknesses that are likely', prediction.text)
        : section('The guideline of this round', showGuidance([guideline], language)),
      guideline === undefined ? `Take number ${String((round % GUIDELINES) + 1)} of these alone.` : '',
      section('Your last edit was not taken', rejection ?? ''),
    ],
  );
}

const RULES: readonly string[] = [
  'Find the places where the program does not meet the guideline, and change only those. When it meets it everywhere, repeat one file as it is.',
  'Keep what the task asks for: every function, class, route and option with its name and its results for legitimate input.',
  'Do not stub anything out, do not drop a check, do not swallow errors, and add no comments that silence a tool.',
];
