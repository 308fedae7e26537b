import { SecCodeError } from '#core/errors.ts';
import type { Language } from '../syntax/language.ts';
import { knowsLanguage } from './applicability.ts';
import type { Detector } from './detector.ts';

/** What is needed of a detector to give it a role. */
export type RoleCandidate = Pick<Detector, 'name' | 'languages' | 'needsModel' | 'isGate' | 'isNoisy' | 'defaultRole'>;

export interface RoleWishes {
  /** Detectors that are usable here and now, in the order of preference. */
  readonly available: readonly RoleCandidate[];
  readonly language: Language;
  /** Names somebody chose; absent for the defaults. Those that do not know the language are left out. */
  readonly feedback?: readonly string[] | undefined;
  readonly marking?: readonly string[] | undefined;
}

/** Who tells the fixer what to fix, and who decides in the end. */
export interface Roles {
  /** Detectors whose findings go into the prompt. */
  readonly feedback: readonly string[];
  /** Detectors that decide the verdict. */
  readonly marking: readonly string[];
  /** Marking detectors that the fixer never hears of before the cross-check: the second jury. */
  readonly heldOut: readonly string[];
  /**
   * Some marking detector looks for weaknesses. When `false`, the code can at most be said to parse, and no verdict may
   * be `secure`.
   */
  readonly hasWeaknessDetector: boolean;
}

/**
 * Splits detectors into two juries, so that a fixer which learns to please the one is still judged by another.
 *
 * Unless somebody chose: each detector takes its default role, and one that is made for `both` takes both; noisy ones take
 * none. Then
 *
 * - when only gates (parse checks) would mark, whoever gives feedback marks too: a verdict needs somebody who looked for
 *   weaknesses, even if the fixer heard everything they said. Nothing is held out then;
 * - when only gates would give feedback, the marking detectors give it, all but one where there are two or more;
 * - when every marking detector would also give feedback and there are two or more that look for weaknesses, one is held
 *   out: the last that needs no model (its word cannot be talked around), or else the last.
 *
 * A choice made by a person is kept as it is, even one that holds nothing out.
 *
 * @throws {SecCodeError} `EXTENSION_UNKNOWN` for a name that is not among the available ones.
 */
export function chooseRoles({ available, language, feedback, marking }: RoleWishes): Roles {
  for (const name of [...(feedback ?? []), ...(marking ?? [])]) requireKnown(name, available);
  const usable = available.filter((detector) => knowsLanguage(detector, language));
  const quiet = usable.filter(({ isNoisy }) => isNoisy !== true);
  const marks = chosen(usable, marking) ?? defaultMarking(quiet);
  const advises = chosen(usable, feedback) ?? defaultFeedback(quiet, marks);
  return {
    feedback: namesOf(advises),
    marking: namesOf(marks),
    heldOut: namesOf(marks.filter((detector) => !advises.includes(detector))),
    hasWeaknessDetector: marks.some(looksForWeaknesses),
  };
}

function defaultMarking(usable: readonly RoleCandidate[]): readonly RoleCandidate[] {
  const marks = usable.filter(({ defaultRole }) => defaultRole !== 'feedback');
  return marks.some(looksForWeaknesses) ? marks : usable;
}

function defaultFeedback(usable: readonly RoleCandidate[], marks: readonly RoleCandidate[]): readonly RoleCandidate[] {
  const willing = usable.filter(({ defaultRole }) => defaultRole !== 'marking');
  const advises = willing.some(looksForWeaknesses) ? willing : [...new Set([...willing, ...marks])];
  const jurors = marks.filter(looksForWeaknesses);
  if (jurors.length < 2 || jurors.some((detector) => !advises.includes(detector))) return advises;
  const heldOut = jurors.findLast(({ needsModel }) => !needsModel) ?? jurors.at(-1);
  return advises.filter((detector) => detector !== heldOut);
}

function chosen(
  usable: readonly RoleCandidate[],
  names: readonly string[] | undefined,
): readonly RoleCandidate[] | undefined {
  return names === undefined ? undefined : usable.filter(({ name }) => names.includes(name));
}

function looksForWeaknesses({ isGate }: RoleCandidate): boolean {
  return isGate !== true;
}

function namesOf(detectors: readonly RoleCandidate[]): readonly string[] {
  return detectors.map(({ name }) => name);
}

function requireKnown(name: string, available: readonly RoleCandidate[]): void {
  if (available.some((detector) => detector.name === name)) return;
  throw new SecCodeError('EXTENSION_UNKNOWN', `There is no usable detector named '${name}'.`, {
    remedy: `Choose among ${namesOf(available).join(', ')}, or see with \`seccode doctor\` what is missing.`,
    details: { name },
  });
}
