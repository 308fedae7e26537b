import { SecCodeError } from '#core/errors.ts';
import type { DetectorSettings } from '#core/settings.ts';
import { knowsLanguage } from '#engine/detection/applicability.ts';
import { expandGroups } from '#engine/detection/detector-groups.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { chooseRoles } from '#engine/detection/roles.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import type { Language } from '#engine/syntax/language.ts';
import { type Extensions, load, loadAll } from '../../compose.ts';
import { usableDetectors } from '../usable-detectors.ts';

/** Who speaks while a program is made, and who judges it afterwards. No detector is in both. */
export interface Juries {
  /** Tell the fixer what to fix; gates among them. Nobody else takes part in a session. */
  readonly feedback: readonly Detector[];
  /** Score, and have no say before. */
  readonly heldOut: readonly Detector[];
  /** Say whether a program can be checked at all. */
  readonly gates: readonly Detector[];
}

type Wish = Pick<EvalPlan, 'feedback' | 'heldOut' | 'build' | 'scorers'>;

/**
 * The two juries for programs in one language. The usual feedback is what a session would take, less what is held out; what
 * scores is by default every detector that is usable here, asks no model, is not noisy and gives no feedback.
 *
 * @throws {SecCodeError} `USAGE` when a detector would be in both, or nothing is held out for this language;
 *   `EXTENSION_UNKNOWN` for a name that means no usable detector.
 */
export async function chooseJuries(
  wish: Wish,
  language: Language,
  extensions: Extensions,
  tools: Toolbox,
  settings: DetectorSettings = {},
): Promise<Juries> {
  const { languages } = await extensions.syntax();
  const named = new Set([...(wish.feedback ?? []), ...(wish.heldOut ?? [])]);
  const all = await loadAll(extensions.detectors);
  const isWanted = (detector: Detector): boolean =>
    knowsLanguage(detector, language) && (detector.isBuild !== true || wish.build !== 'off');
  const usable = await usableDetectors(all.filter(isWanted), tools, settings);
  const quiet = usable.filter(({ isNoisy }) => isNoisy !== true);
  const pick = async (names: readonly string[]): Promise<readonly Detector[]> => {
    const members = expandGroups(names, quiet, languages);
    for (const name of names) {
      // A name that is no group has to be a detector, though perhaps one for other languages.
      if (expandGroups([name], quiet, languages).includes(name))
        await requireUsable(name, usable, isWanted, extensions);
    }
    return usable.filter(({ name }) => members.includes(name));
  };

  const gates = usable.filter(({ isGate }) => isGate === true);
  const heldOutByName = wish.heldOut === undefined ? undefined : await pick(wish.heldOut);
  const asking = heldOutByName?.find(({ needsModel }) => needsModel);
  if (asking !== undefined) {
    throw new SecCodeError('USAGE', `The detector '${asking.name}' asks a model, and scoring asks none.`, {
      remedy: 'Hold out a detector that needs no model.',
    });
  }
  const usual = chooseRoles({ available: quiet, language }).feedback;
  const advising =
    wish.feedback === undefined
      ? usable.filter((one) => usual.includes(one.name) && heldOutByName?.includes(one) !== true)
      : await pick(wish.feedback);
  const feedback = [...new Set([...gates, ...advising])];
  const both = heldOutByName?.find((detector) => feedback.includes(detector));
  if (both !== undefined) {
    throw new SecCodeError('USAGE', `The detector '${both.name}' would give feedback and score.`, {
      remedy: 'Take it out of --feedback or out of --held-out.',
      details: { detector: both.name },
    });
  }
  const heldOut =
    heldOutByName ??
    quiet.filter((one) => one.isGate !== true && !one.needsModel && !feedback.includes(one) && !named.has(one.name));
  if (heldOut.length === 0 && wish.scorers.some((scorer) => scorer === 'detectors' || scorer === 'joint')) {
    throw new SecCodeError('USAGE', `No detector is held out for ${language.title}, so nothing could score it.`, {
      remedy:
        'Give --feedback fewer detectors, install another one, or choose samples of other languages with --language.',
      details: { language: language.id },
    });
  }
  return { feedback, heldOut, gates };
}

async function requireUsable(
  name: string,
  usable: readonly Detector[],
  isWanted: (detector: Detector) => boolean,
  extensions: Pick<Extensions, 'detectors'>,
): Promise<void> {
  const detector = await load(extensions.detectors, name, 'detector');
  if (!isWanted(detector) || usable.includes(detector)) return;
  throw new SecCodeError('EXTENSION_UNKNOWN', `The detector '${name}' cannot be used here.`, {
    remedy: 'See with `seccode doctor` what is missing.',
    details: { name },
  });
}
