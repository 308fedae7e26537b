import type { DetectorSettings } from '#core/settings.ts';
import type { Detector } from '#engine/detection/detector.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { Judges } from '#engine/evals/judges.ts';
import type { Extensions } from '../../compose.ts';
import { VERSION } from '../../version.ts';
import type { Host } from '../host.ts';
import { openTools } from '../tools.ts';
import { chooseJuries } from './juries.ts';

/**
 * The detectors that a plan comes to on this machine, for samples in these languages, with their versions.
 *
 * @throws {SecCodeError} as `chooseJuries` does.
 */
export async function judgesOf(
  plan: EvalPlan,
  languages: Iterable<string>,
  extensions: Extensions,
  host: Host,
  settings: DetectorSettings = {},
): Promise<Judges> {
  const syntax = await extensions.syntax();
  const tools = openTools(extensions, host);
  const known = [...new Set(languages)].sort();
  const detectors = new Map<string, Detector>();
  for (const word of known) {
    const language = syntax.languageNamed(word.toLowerCase());
    if (language === undefined) continue;
    const { feedback, heldOut, gates } = await chooseJuries(plan, language, extensions, tools, settings);
    for (const detector of [...feedback, ...heldOut, ...gates]) detectors.set(detector.name, detector);
  }
  const versions = await Promise.all(
    [...detectors.values()].map(async ({ name, availability }): Promise<readonly [string, string]> => {
      const { detail } = await availability(tools, settings[name]);
      return [name, detail];
    }),
  );
  const byName = versions.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { version: VERSION, languages: known, detectors: Object.fromEntries(byName) };
}
