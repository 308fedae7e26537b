import type { SourceFiles } from '#core/source-file.ts';
import { regressionFiles } from '#engine/behaviour/regression-files.ts';
import type { SessionState } from '#engine/session/state.ts';
import type { Language } from '#engine/syntax/language.ts';

/**
 * The regression tests that a session leaves: its pairs whose attack fails on the best program and whose legitimate use
 * works there. The program gets its secrets back and the pairs do not, so one that speaks of a secret would test nothing.
 */
export function keptProofs(
  { best, proofs }: Pick<SessionState, 'best' | 'proofs'>,
  { runner }: Pick<Language, 'runner'>,
  restore: (files: SourceFiles) => SourceFiles,
): { readonly proofFiles: SourceFiles; readonly unkeptProofs: number } {
  if (best === undefined || runner === undefined) return { proofFiles: [], unkeptProofs: 0 };
  const flipping = proofs.filter(({ pair, finding }) =>
    best.proofResults?.some(
      ({ fingerprint, isAttackStopped, isLegitimateFine }) =>
        pair !== undefined && fingerprint === finding.fingerprint && isAttackStopped && isLegitimateFine,
    ),
  );
  const kept = flipping.filter(({ pair, finding: { message } }) => {
    const texts = [message, ...textsIn(pair)].map((text, index) => ({ path: String(index), text }));
    return restore(texts).every(({ text }, index) => text === texts[index]?.text);
  });
  return { proofFiles: regressionFiles(kept, best.files, runner), unkeptProofs: flipping.length - kept.length };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
