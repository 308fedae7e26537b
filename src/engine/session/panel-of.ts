import type { SessionSettings } from '#core/settings.ts';
import type { Detector } from '../detection/detector.ts';
import type { Panel } from './panel.ts';
import type { Strategy } from './strategy.ts';

/** Sorts the detectors of a session by what they cost and what they may say. */
export function panelOf(
  detectors: readonly Detector[],
  strategy: Pick<Strategy, 'fix' | 'rounds'>,
  { feedback, marking, build }: Pick<SessionSettings, 'feedback' | 'marking' | 'build'>,
): Panel {
  const names = (test: (detector: Detector) => boolean): readonly string[] =>
    detectors.filter(test).map(({ name }) => name);
  return {
    gates: names(({ isGate }) => isGate === true),
    building: names(({ isGate, isBuild }) => isGate === true && isBuild === true),
    isBuildOptional: build === 'auto',
    automatic: names(({ isGate, needsModel }) => isGate !== true && !needsModel),
    asking: names(({ name, needsModel }) => needsModel && feedback.includes(name)),
    crossChecking: names(({ name, needsModel }) => needsModel && !feedback.includes(name)),
    feedback,
    heldOut: marking.filter((name) => !feedback.includes(name)),
    canFix: strategy.fix !== undefined,
    ...(strategy.rounds === undefined ? {} : { rounds: strategy.rounds }),
  };
}
