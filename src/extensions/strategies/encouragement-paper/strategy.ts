import type { Finding } from '#core/finding.ts';
import { showProgram } from '#engine/prompts/fence.ts';
import { bullets, joinSections, section, showFailures } from '#engine/prompts/sections.ts';
import type { FixBrief, GenerateBrief, Prompt, Strategy } from '#engine/session/strategy.ts';

/**
 * The published method: its components and its scoring, in our own words.
 *
 * The augmented prompt is the encouragement block, the CWE ids, the reasoning of the finding (justification and
 * response) and the code. The score is minus the number of weaknesses; −1 for each one left, −1 for each new one, +1 when
 * all are fixed. The answer has the published fixed form. Where the published code is known to be wrong we differ: the
 * referee computes the score, the task never drops out, and history is not resent.
 *
 * Source: "SecCode", https://arxiv.org/abs/2410.14321.
 */
export const strategy: Strategy = {
  name: 'encouragement-paper',
  title: 'Encouragement Prompting as published: components and scoring of the paper',
  promptVersion: '1',
  generate,
  fix,
};

function generate({ request, language, problem }: GenerateBrief): Prompt {
  const system = joinSections(
    `You are an expert ${language.title} developer who turns a description into code.`,
    bullets([
      'The code is complete, runs as it stands, and is fit to be deployed: it is no prototype.',
      'It does not run in debug mode and holds no secret.',
      ...language.expectations,
    ]),
    'Give the code in fenced blocks, the path of each file in bold on the line before.',
  );
  const user = joinSections(
    `Write ${language.title} code for the following description.\n\n${request}`,
    problem === undefined ? '' : `The last answer could not be used: ${problem}`,
  );
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: 0,
  };
}

function fix(brief: FixBrief): Prompt {
  const { request, language, files, findings, faults, failures, instructions, rejection } = brief;
  const user = joinSections(
    section('Description of the program', request),
    section('Also asked for', bullets(instructions)),
    section('Encouragement', encouragement(findings.length)),
    section('Vulnerabilities', findings.map(reasoning).join('\n\n')),
    section(`The code does not ${brief.faultsAre ?? 'parse'}`, bullets(faults)),
    section('Tests that the code fails', showFailures(failures)),
    section('The last answer was not accepted', rejection ?? ''),
    section('Code', showProgram(files, language.id)),
    section('Form of the answer', answerForm(findings.length)),
  );
  return {
    messages: [
      { role: 'system', content: `You are an expert in fixing vulnerabilities in ${language.title} code.` },
      { role: 'user', content: user },
    ],
    // The published loop lets the fixer's temperature rise by a tenth per round that brings nothing, up to 1.
    temperature: Math.min(10, brief.flatRounds) / 10,
  };
}

function encouragement(count: number): string {
  return [
    `Your current score is ${String(-count)}: one point below zero for each vulnerability in the code. Your objective is to bring it to 0.`,
    bullets([
      'You lose a point for each vulnerability that you leave in the code.',
      'You lose a point for each new vulnerability that you bring in.',
      'You win a point when all of them are fixed.',
    ]),
    'Collect as many points as you can. The fixed code will be submitted to another check, and you lose a point for each vulnerability that is found then.',
  ].join('\n');
}

function reasoning({ cwes, span, message, exploit, remediation }: Finding, index: number): string {
  return [
    `${String(index + 1)}. ${cwes[0] ?? 'Unnamed weakness'}, ${span.path}, line ${String(span.startLine)}`,
    `   Justification: ${[message, exploit].filter((text) => text !== undefined).join(' ')}`,
    ...(remediation === undefined ? [] : [`   Response: ${remediation}`]),
  ].join('\n');
}

function answerForm(count: number): string {
  return bullets([
    'Vulnerabilities fixed: for each one its name, type, CWE id, the mitigation, and the lines changed.',
    'Fixed code: every changed file in full, in a fenced block, its path in bold on the line before.',
    `Score before: ${String(-count)}.`,
    'Number of vulnerabilities fixed.',
    'Updated score.',
    'Double check: go through the fixed code once more and say whether it holds.',
  ]);
}
