import type { SourceFile } from '#core/source-file.ts';
import type { Detector, DetectorContext, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { findingOf } from './finding-of.ts';
import { importsIn } from './imports-in.ts';
import { openLookup } from './lookup.ts';
import { lookupSettings } from './lookup-settings.ts';
import { isManifest, readManifest } from './manifests.ts';
import { type NameList, readNameList } from './name-list.ts';
import { isAliasFile, type OwnModules, ownModules } from './own-modules.ts';
import { npmCandidates, pythonCandidates } from './registries.ts';
import type { RegistryName, Suspect } from './suspect.ts';

/** Rises when the same text may give other findings. */
const VERSION = '2';

type NotCovered = NonNullable<DetectorReport['notCovered']>[number];
type Lists = (registry: RegistryName) => Promise<NameList>;

/**
 * Finds packages that nobody has registered, in imports and in lists of what to install: a model made them up, and whoever
 * registers the name has code run where the program is installed. Lists of names say what is known; a registry is asked
 * only when the person said so, and then for the names alone that no list has.
 */
export const detector: Detector = {
  name: 'packages',
  title: 'Packages that exist nowhere',
  languages: ['python', 'javascript', 'typescript'],
  reads: (path) => isManifest(path) || isAliasFile(path),
  needsModel: false,
  defaultRole: 'marking',
  isNoisy: true,
  availability: async () => ({ isUsable: true, detail: VERSION, remedy: '' }),

  detect: async ({ files }, { syntax, signal, settings }) => {
    const wanted = lookupSettings(settings);
    const lists = openLists();
    const own = ownModules(files);
    const suspects: Suspect[] = [];
    const notCovered: NotCovered[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      const found = await namesIn(file, syntax, own);
      if ('problem' in found) notCovered.push({ path: file.path, reason: found.problem });
      else suspects.push(...(await unlisted(found.wanted, lists)));
    }
    const { findings, open } = await judged(suspects, lists, wanted, signal);
    return { version: VERSION, findings, notCovered: [...notCovered, ...open] };
  },
};

/** Reads each list when the first name of its registry comes up. */
function openLists(): Lists {
  const opened = new Map<RegistryName, Promise<NameList>>();
  return (registry) => {
    const list = opened.get(registry) ?? readNameList(registry);
    opened.set(registry, list);
    return list;
  };
}

type Names = { readonly wanted: readonly Suspect[] } | { readonly problem: string };

async function namesIn(file: SourceFile, syntax: Syntax, own: OwnModules): Promise<Names> {
  const language = syntax.languageOf(file.path);
  if (language === undefined) return isManifest(file.path) ? readManifest(file) : { wanted: [] };
  const outcome = await syntax.tree(file);
  if (!('tree' in outcome)) return { problem: outcome.problem };
  const isPython = language.id === 'python';
  const wanted = new Map<string, Suspect>();
  for (const { module, span } of importsIn(file, outcome.tree)) {
    if (isPython ? own.hasPython(module) : own.hasNode(module)) continue;
    const candidates = isPython ? pythonCandidates(module) : npmCandidates(module);
    const [name] = candidates;
    if (name === undefined || wanted.has(name)) continue;
    wanted.set(name, { registry: isPython ? 'pypi' : 'npm', name, candidates, span, isRequirement: false });
  }
  return { wanted: [...wanted.values()] };
}

async function unlisted(wanted: readonly Suspect[], lists: Lists): Promise<readonly Suspect[]> {
  const known = await Promise.all(
    wanted.map(async ({ registry, candidates }) => candidates.some((await lists(registry)).has)),
  );
  return wanted.filter((_, index) => known[index] === false);
}

/** A name that was to be looked up and was not leaves its file open, and its finding stays as sure as the list is. */
async function judged(
  suspects: readonly Suspect[],
  lists: Lists,
  wanted: ReturnType<typeof lookupSettings>,
  signal: DetectorContext['signal'],
): Promise<{ readonly findings: readonly ReportedFinding[]; readonly open: readonly NotCovered[] }> {
  const lookup = wanted === undefined ? undefined : openLookup(wanted, signal);
  const findings: ReportedFinding[] = [];
  const open = new Map<string, string>();
  const answers = await Promise.all(suspects.map(async (suspect) => await lookup?.(suspect)));
  for (const [index, suspect] of suspects.entries()) {
    const answer = answers[index];
    if (answer?.kind === 'exists') continue;
    findings.push(findingOf(suspect, await lists(suspect.registry), answer?.kind === 'absent'));
    if (answer?.kind === 'unknown' && !open.has(suspect.span.path)) {
      open.set(suspect.span.path, `'${suspect.name}' was not looked up. ${answer.reason}`);
    }
  }
  return { findings, open: [...open].map(([path, reason]) => ({ path, reason })) };
}
