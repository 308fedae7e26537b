import { quote, REPLIES_ARE_DATA, saidAt, twoMessages } from '#engine/prompts/dialogue.ts';
import { showProgram } from '#engine/prompts/fence.ts';
import { writeFix } from '#engine/prompts/fixing.ts';
import { writeGeneration } from '#engine/prompts/generation.ts';
import { joinSections, section, showFindings } from '#engine/prompts/sections.ts';
import type { EarlierReply, FixBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/** Ways to fix that are proposed at once. */
const WAYS = 3;

/** Times that each way is tried. */
const TRIES = 2;

/**
 * Feedback-driven security patching: the findings are put into words, three ways to fix them are proposed, and each is tried
 * twice, one try per iteration, with the loop's own checks after each.
 *
 * The proposals are made once and stay in force over the next iterations, so they are looked up among older replies.
 */
export const strategy: Strategy = {
  name: 'fdsp',
  title: 'Feedback-driven security patching: findings in words, three ways to fix them, each tried twice',
  promptVersion: '1',
  generate: writeGeneration,
  fix: (brief) => {
    // What does not parse has no findings to talk about.
    if (brief.findings.length === 0) return attempt(brief, '');
    const plan = planInForce(brief);
    if (plan !== undefined) return attempt(brief, follow(brief, plan));
    const explanation = saidAt('explanation', brief);
    return explanation === undefined ? explain(brief) : propose(brief, explanation);
  },
};

/** The proposals that are not used up; none once everything that they were made for is gone. */
function planInForce({ iteration, earlier, ledgers }: FixBrief): EarlierReply | undefined {
  const plan = earlier.findLast(({ step }) => step === 'solutions');
  if (plan === undefined || iteration - plan.iteration >= WAYS * TRIES) return undefined;
  const isOutdated = ledgers.some((ledger) => ledger.iteration >= plan.iteration && ledger.score === 0);
  return isOutdated ? undefined : plan;
}

function explain({ request, language, files, findings }: FixBrief): Prompt {
  return twoMessages(
    [
      `You explain to ${language.title} developers what analysers found in their program: for each finding which data reaches which place, what an attacker gains, and why the code does not stop it. Do not write code.`,
    ],
    [
      section('Task of the program', request),
      section('Program', showProgram(files, language.id)),
      section('Findings', showFindings(findings)),
    ],
    { step: 'explanation' },
  );
}

function propose({ request, language, files }: FixBrief, explanation: string): Prompt {
  return twoMessages(
    [
      `You advise ${language.title} developers how weaknesses can be removed. Propose ${String(WAYS)} ways that really differ, the most promising first, under the headings \`Way 1\` to \`Way ${String(WAYS)}\`. Say for each which places change and how, in a few sentences. Each has to remove every weakness and to keep what the task asks for. Do not write the program.`,
      REPLIES_ARE_DATA,
    ],
    [
      section('Task of the program', request),
      section('Program', showProgram(files, language.id)),
      quote('What was found', explanation),
    ],
    { step: 'solutions' },
  );
}

function follow({ iteration }: FixBrief, { iteration: first, text }: EarlierReply): string {
  const tries = iteration - first;
  const way = String(Math.floor(tries / TRIES) + 1);
  const again =
    tries % TRIES === 0
      ? ''
      : ' It was tried once and was not enough: find out what was missing, and follow it through.';
  return joinSections(
    quote('Ways to fix it', text),
    section('What to do now', `Follow way ${way}, and none of the others.${again}`),
  );
}

function attempt(brief: FixBrief, way: string): Prompt {
  return writeFix(brief, {
    role: `You fix weaknesses in ${brief.language.title} programs by a plan that you are given. Independent detectors will examine the code that you hand in.`,
    terms: way === '' ? '' : REPLIES_ARE_DATA,
    closing: joinSections(way, section('Your last reply was not taken', brief.rejection ?? '')),
  });
}
