/** Who takes part in a run besides the models: two runs with others are judged differently. */
export interface Judges {
  /** Of SecCode, whose own detectors, prompts and referee come with it. */
  readonly version: string;
  /** Versions of the detectors that give feedback or score, by name. */
  readonly detectors: Readonly<Record<string, string>>;
}

/** What is not the same, one phrase each; a detector that one side does not have is left out. */
export function judgesDiffer(one: Judges | undefined, other: Judges | undefined): readonly string[] {
  if (one === undefined || other === undefined) return [];
  const own = one.version === other.version ? [] : [`SecCode ${one.version} and ${other.version}`];
  const detectors = Object.entries(one.detectors).flatMap(([name, version]) => {
    const there = other.detectors[name];
    return there === undefined || there === version ? [] : [`${name} ${version} and ${there}`];
  });
  return [...own, ...detectors];
}
