import { z } from 'zod';
import type { Json } from '#core/json.ts';
import type { Proof, ProofResult } from '#core/proof.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { CASE_RESPONSE, caseSchema, programOf } from './case-answer.ts';
import type { ProgramRunner } from '../syntax/program-runner.ts';
import { type CaseResult, type CasesOutcome, runCases } from './run-cases.ts';
import { whatWentWrong } from './run-tests.ts';
import type { Stage } from './stage.ts';

export type ProofPair = NonNullable<Proof['pair']>;

export function proofSchema(driverFile: string): z.ZodType<ProofPair> {
  return z
    .object({
      entry: z.string().max(200),
      driver: z.string().max(100_000),
      hostile: caseSchema,
      legitimate: caseSchema,
    })
    .transform(({ entry, driver, hostile, legitimate }) => ({
      ...programOf({ entry, driver }, driverFile),
      hostile,
      legitimate,
    }));
}

export const PROOF_RESPONSE: Json = {
  type: 'object',
  properties: {
    entry: { type: 'string' },
    driver: { type: 'string' },
    hostile: CASE_RESPONSE,
    legitimate: CASE_RESPONSE,
  },
  required: ['entry', 'driver', 'hostile', 'legitimate'],
  additionalProperties: false,
};

export interface ProofRun {
  readonly files: SourceFiles;
  readonly runner: ProgramRunner;
  readonly stage: Stage;
  readonly signal: AbortSignal;
}

/** Tries a pair on the flawed program. It shows something only if the attack succeeds there and the legitimate use works. */
export async function tryPair(pair: ProofPair, run: ProofRun): Promise<Pick<Proof, 'pair' | 'reason' | 'isUnrun'>> {
  const ran = await runPair(pair, run);
  if ('problem' in ran) return { reason: ran.problem, isUnrun: true };
  const [hostile, legitimate] = ran.results;
  if (hostile?.holds !== true)
    return { reason: `The attack does not succeed on the program: ${hostile?.detail ?? ''}` };
  return isFine(legitimate)
    ? { reason: '', pair }
    : { reason: `The legitimate use does not work on the program: ${legitimate?.detail ?? ''}` };
}

/** Tries pairs that held on the flawed program on a later one. */
export async function tryAgain(
  proofs: readonly Proof[],
  run: ProofRun,
): Promise<{ readonly results: readonly ProofResult[] } | { readonly problem: string }> {
  const results: ProofResult[] = [];
  for (const { pair, finding } of proofs) {
    if (pair === undefined) continue;
    const ran = await runPair(pair, run);
    if ('problem' in ran && ran.isFault !== true) return ran;
    if ('problem' in ran) {
      const { fingerprint } = finding;
      results.push({ fingerprint, isAttackStopped: false, isLegitimateFine: false, detail: ran.problem });
      continue;
    }
    const [hostile, legitimate] = ran.results;
    const isLegitimateFine = isFine(legitimate);
    results.push({
      fingerprint: finding.fingerprint,
      // A program that crashes, hangs or is ended by a sanitizer has stopped nothing.
      isAttackStopped: hostile?.holds === false && hostile.isOrderly,
      isLegitimateFine,
      detail: (isLegitimateFine ? hostile?.detail : legitimate?.detail) ?? '',
    });
  }
  return { results };
}

async function runPair(pair: ProofPair, run: ProofRun): Promise<CasesOutcome> {
  try {
    return await runCases({ ...run, set: { ...pair, cases: [pair.hostile, pair.legitimate] } });
  } catch (error) {
    if (run.signal.aborted) throw error;
    return { problem: run.stage.hide(whatWentWrong(error)) };
  }
}

function isFine(result: CaseResult | undefined): boolean {
  return result?.holds === true && result.isOrderly;
}
