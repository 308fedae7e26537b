import type { SarifArtifactLocation, SarifRunData } from './sarif-schema.ts';

/** A file as the analyser saw it, as far as the log says. */
export interface ArtifactSeen {
  /** In small hex digits. */
  readonly sha256?: string;
  /** In bytes. */
  readonly length?: number;
}

/** Says what a run's log tells of the files that its results are in; `undefined` where it tells nothing. */
export function artifactsSeen(run: SarifRunData): (location: SarifArtifactLocation) => ArtifactSeen | undefined {
  const artifacts = run.artifacts ?? [];
  const byUri = new Map(artifacts.map((artifact) => [artifact.location?.uri, artifact]));
  return ({ uri, index }) => {
    const artifact = artifacts[index ?? -1] ?? (typeof uri === 'string' ? byUri.get(uri) : undefined);
    const hash = artifact?.hashes?.['sha-256'];
    const length = artifact?.length;
    const seen: ArtifactSeen = {
      ...(typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash) ? { sha256: hash.toLowerCase() } : {}),
      ...(typeof length === 'number' && length >= 0 ? { length } : {}),
    };
    return Object.keys(seen).length === 0 ? undefined : seen;
  };
}
