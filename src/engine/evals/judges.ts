/** Who takes part in a run besides the models: two runs with others are judged differently. */
export interface Judges {
  /** Of SecCode, whose own detectors, prompts and referee come with it. */
  readonly version: string;
  /** Languages of the samples, which decide who is asked. */
  readonly languages: readonly string[];
  /** Versions of the detectors that give feedback or score, by name. */
  readonly detectors: Readonly<Record<string, string>>;
}

/** What is not the same, one phrase each. */
export function judgesDiffer(one: Judges | undefined, other: Judges | undefined): readonly string[] {
  if (one === undefined || other === undefined) return [];
  const own = one.version === other.version ? [] : [`SecCode ${one.version} and ${other.version}`];
  const names = new Set([...Object.keys(one.detectors), ...Object.keys(other.detectors)]);
  const detectors = [...names].sort().flatMap((name) => {
    const [here, there] = [one.detectors[name], other.detectors[name]];
    if (here === there) return [];
    return here === undefined || there === undefined ? [`${name} on one side alone`] : [`${name} ${here} and ${there}`];
  });
  return [...own, ...detectors];
}
