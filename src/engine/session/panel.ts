import type { FixedRounds } from './strategy.ts';

/** What the machine must know of the detectors and the strategy: names and roles, no code. */
export interface Panel {
  /** Their findings mean that the code cannot be checked at all: run first, and alone when they find something. */
  readonly gates: readonly string[];
  /** Those gates that build: they see what passes the others. */
  readonly building: readonly string[];
  /** What cannot be built here does not stand against a verdict. */
  readonly isBuildOptional: boolean;
  /** Detectors without a model, gates left out, in the order they run. They see every candidate, whatever their role. */
  readonly automatic: readonly string[];
  /** Detectors that ask a model and give feedback: they see every candidate that is not rejected before. */
  readonly asking: readonly string[];
  /** Detectors that ask a model and only mark: they see a candidate that has nothing else left. */
  readonly crossChecking: readonly string[];
  /** Names of all whose findings go into the prompt from the first round on. */
  readonly feedback: readonly string[];
  /** Marking detectors that give no feedback: the second jury. */
  readonly heldOut: readonly string[];
  /** The strategy has a prompt for fixing. */
  readonly canFix: boolean;
  /** Rounds of fixing that the strategy makes, whatever is found; absent: until nothing is open. */
  readonly rounds?: FixedRounds;
}

/** All detectors of the panel: each must finish for a `secure` verdict. */
export function requiredDetectors({ gates, automatic, asking, crossChecking }: Panel): readonly string[] {
  return [...gates, ...automatic, ...asking, ...crossChecking];
}
