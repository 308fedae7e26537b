import { builtinModules } from 'node:module';
import type { SourceFiles } from '#core/source-file.ts';
import type { Confidence } from '#core/severity.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import { type ImportedModule, importsIn } from './imports-in.ts';
import { type OpenNameSet, openNameSet } from './name-set.ts';
import { meantName } from './nearby.ts';
import { plainPythonName } from './plain-python-name.ts';
import { PACKAGE_OF_MODULE, PYTHON_LIBRARY } from './python-modules.ts';

/** Rises when the same text may give other findings. */
const VERSION = '1';

/** A registry, as far as it is known without asking it. */
interface Registry {
  readonly title: string;
  readonly names: OpenNameSet;
  readonly wellKnown: readonly string[];
  /** How sure it is that a name that is not in the list is nowhere. */
  readonly confidence: Confidence;
  /** Names under which the package of a module may be registered; empty when it needs none. */
  readonly candidates: (module: string) => readonly string[];
}

/**
 * Finds imports of packages that nobody has registered: a model made them up, and whoever registers the name has code run
 * where the program is installed. Nothing is asked of a registry: the lists of names are those of one day.
 */
export const detector: Detector = {
  name: 'packages',
  title: 'Packages that exist nowhere',
  languages: ['python', 'javascript', 'typescript'],
  needsModel: false,
  defaultRole: 'marking',
  isNoisy: true,
  availability: async () => ({ isUsable: true, detail: VERSION, remedy: '' }),

  detect: async ({ files }, { syntax, signal }) => {
    const own = ownNames(files);
    const findings: ReportedFinding[] = [];
    const notCovered: { path: string; reason: string }[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      const language = syntax.languageOf(file.path);
      const outcome = await syntax.tree(file);
      if (!('tree' in outcome)) {
        notCovered.push({ path: file.path, reason: outcome.problem });
        continue;
      }
      const registry = await (language?.id === 'python' ? pythonRegistry() : npmRegistry());
      const seen = new Set<string>();
      for (const imported of importsIn(file, outcome.tree)) {
        const [name, ...others] = registry.candidates(imported.module);
        if (name === undefined || seen.has(name) || own.has(firstPart(imported.module))) continue;
        seen.add(name);
        if ([name, ...others].some((one) => registry.names.has(one))) continue;
        findings.push(unknownPackage(name, imported, registry));
      }
    }
    return { version: VERSION, findings, notCovered };
  },
};

function unknownPackage(
  name: string,
  { span }: ImportedModule,
  { title, wellKnown, confidence }: Registry,
): ReportedFinding {
  const meant = meantName(name, wellKnown);
  return {
    rule: meant === undefined ? 'unknown-package' : 'misspelt-package',
    cwes: ['CWE-829'],
    severity: meant === undefined ? 'medium' : 'high',
    confidence: meant === undefined ? confidence : 'high',
    span,
    message:
      meant === undefined
        ? `No package '${name}' is known of ${title}, where anybody may register it.`
        : `No package '${name}' is known of ${title}, but one letter away is '${meant}'.`,
    remediation:
      meant === undefined
        ? 'Use a package that exists, or write what is needed.'
        : `Import '${meant}' if that is what was meant.`,
  };
}

/** Folders and files of the program, by which it imports its own modules. */
function ownNames(files: SourceFiles): ReadonlySet<string> {
  return new Set(files.flatMap(({ path }) => path.split('/').map((part) => part.replace(/\.\w{1,10}$/, ''))));
}

function firstPart(module: string): string {
  return /^[^./]*/.exec(module)?.[0] ?? module;
}

let python: Promise<Registry> | undefined;
let npm: Promise<Registry> | undefined;

async function pythonRegistry(): Promise<Registry> {
  python ??= import('./pypi-names.generated.ts').then(({ NAMES, WELL_KNOWN }) => ({
    title: "Python's package index",
    names: openNameSet(NAMES),
    wellKnown: WELL_KNOWN,
    // The list is whole, but a module need not have its package's name.
    confidence: 'medium',
    candidates: (module) => {
      const name = firstPart(module);
      if (name === '' || name.startsWith('_') || PYTHON_LIBRARY.has(name)) return [];
      const special = Object.hasOwn(PACKAGE_OF_MODULE, name) ? PACKAGE_OF_MODULE[name] : undefined;
      const plain = plainPythonName(name);
      return [special ?? plain, plain, `python-${plain}`, `py${plain}`, `${plain}-python`, `py-${plain}`];
    },
  }));
  return await python;
}

const NODE_MODULES: ReadonlySet<string> = new Set(builtinModules);
const PACKAGE_NAME = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*/i;

async function npmRegistry(): Promise<Registry> {
  npm ??= import('./npm-names.generated.ts').then(({ NAMES, WELL_KNOWN }) => ({
    title: 'npm',
    names: openNameSet(NAMES),
    wellKnown: WELL_KNOWN,
    // The list has the packages that are used at all; the registry has many times as many.
    confidence: 'low',
    candidates: (module) => {
      // Relative paths, addresses, and what a bundler or a package maps to files of its own.
      if (/^[./#~]|^@\/|:/.test(module) || NODE_MODULES.has(module)) return [];
      const name = PACKAGE_NAME.exec(module)?.[0];
      return name === undefined || NODE_MODULES.has(name) ? [] : [name];
    },
  }));
  return await npm;
}
