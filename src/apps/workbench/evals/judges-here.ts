import type { DetectorSettings } from '#core/settings.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { Judges } from '#engine/evals/judges.ts';
import { type Extensions, load } from '../../compose.ts';
import { VERSION } from '../../version.ts';
import type { Host } from '../host.ts';
import { openTools } from '../tools.ts';
import { chooseJuries } from './juries.ts';

/** What a detector says of itself that runs in this process: its version is that of SecCode. */
const IN_PROCESS = 'in process';

/** The detectors that a plan comes to on this machine, for samples in these languages, with their versions. */
export async function judgesOf(
  plan: EvalPlan,
  languages: Iterable<string>,
  extensions: Extensions,
  host: Host,
  settings: DetectorSettings = {},
): Promise<Judges> {
  const syntax = await extensions.syntax();
  const tools = openTools(extensions, host);
  const names = new Set<string>();
  for (const word of new Set(languages)) {
    const language = syntax.languageNamed(word.toLowerCase());
    if (language === undefined) continue;
    const { feedback, heldOut, gates } = await chooseJuries(plan, language, extensions, tools, settings);
    for (const { name } of [...feedback, ...heldOut, ...gates]) names.add(name);
  }
  return await judgesNamed([...names].sort(), extensions, host, settings);
}

/** The versions that these detectors have here. One that is not here has none. */
export async function judgesNamed(
  names: readonly string[],
  extensions: Extensions,
  host: Host,
  settings: DetectorSettings = {},
): Promise<Judges> {
  const tools = openTools(extensions, host);
  const known = names.filter((name) => extensions.detectors[name] !== undefined);
  const versions = await Promise.all(
    known.map(async (name): Promise<readonly [string, string]> => {
      const detector = await load(extensions.detectors, name, 'detector');
      const { isUsable, detail } = await detector.availability(tools, settings[name]);
      return [name, isUsable ? detail : 'not usable'];
    }),
  );
  const external = versions.filter(([, version]) => version !== IN_PROCESS);
  return { version: VERSION, detectors: Object.fromEntries(external) };
}
