import type { SarifArtifactLocation, SarifRunData } from './sarif-schema.ts';

/** Gives the SHA-256, in small hex digits, of a file as the analyser saw it; `undefined` where the log does not say. */
export function artifactHashes(run: SarifRunData): (location: SarifArtifactLocation) => string | undefined {
  const artifacts = run.artifacts ?? [];
  const byUri = new Map(artifacts.map((artifact) => [artifact.location?.uri, artifact]));
  return ({ uri, index }) => {
    const artifact = artifacts[index ?? -1] ?? (typeof uri === 'string' ? byUri.get(uri) : undefined);
    const hash = artifact?.hashes?.['sha-256'];
    return typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : undefined;
  };
}
