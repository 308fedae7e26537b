import type { Proof } from '#core/proof.ts';
import { PROOF_RESPONSE, proofSchema, tryAgain, tryPair } from '../behaviour/prove.ts';
import { writeProofPrompt } from '../prompts/proving.ts';
import { askStructured } from './ask-structured.ts';
import type { Effect } from './effect.ts';
import type { Journal } from './journal.ts';
import type { SessionServices } from './services.ts';

/** Asks for the pair of one finding and tries it on the flawed program. */
export async function writeProof(
  { iteration, finding, fingerprints, files }: Extract<Effect, { type: 'write-proof' }>,
  journal: Journal,
  services: SessionServices,
): Promise<void> {
  const { language, stage, signal } = services;
  const { runner } = language;
  const append = async (part: Pick<Proof, 'reason' | 'pair' | 'isUnrun'>): Promise<void> =>
    await journal.append({ type: 'proof-written', iteration, proof: { finding, fingerprints, ...part } });
  if (stage === undefined || runner === undefined) {
    return await append({ reason: `SecCode cannot run programs in ${language.title}.`, isUnrun: true });
  }
  const answer = await askStructured(
    {
      iteration,
      asker: `proof-${String(journal.state.proofs.length + 1)}`,
      purpose: 'prove',
      messages: writeProofPrompt(files, finding, language),
      schema: proofSchema(runner.driverFile),
      response: PROOF_RESPONSE,
    },
    journal,
    services,
  );
  if (answer === undefined) return;
  if ('problem' in answer) return await append({ reason: answer.problem });
  await append(await tryPair(answer.value, { files, runner, stage, signal }));
}

/** Tries all pairs on a later program. */
export async function runProofs(
  { iteration, files }: Extract<Effect, { type: 'run-proofs' }>,
  journal: Journal,
  { language: { runner }, stage, signal }: SessionServices,
): Promise<void> {
  if (stage === undefined || runner === undefined) throw new TypeError('There are pairs, and nowhere to run them.');
  const ran = await tryAgain(journal.state.proofs, { files, runner, stage, signal });
  await journal.append({
    type: 'proofs-finished',
    iteration,
    ...('problem' in ran ? { results: [], problem: ran.problem } : ran),
  });
}
