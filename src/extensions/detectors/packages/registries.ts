import { builtinModules } from 'node:module';
import { plainPythonName } from './plain-python-name.ts';
import { MODULES_OF_HOSTS, PACKAGE_OF_MODULE, PYTHON_2_LIBRARY, PYTHON_LIBRARY } from './python-modules.ts';

const NEEDS_NONE = [PYTHON_LIBRARY, PYTHON_2_LIBRARY, MODULES_OF_HOSTS];

/** Names under which the package of a Python module may be registered, the likeliest first; none when it needs none. */
export function pythonCandidates(module: string): readonly string[] {
  const name = /^[^.]*/.exec(module)?.[0] ?? '';
  if (name === '' || name.startsWith('_') || NEEDS_NONE.some((known) => known.has(name))) return [];
  const plain = plainPythonName(name);
  const special = Object.hasOwn(PACKAGE_OF_MODULE, name) ? PACKAGE_OF_MODULE[name] : undefined;
  return [
    ...(special === undefined ? [] : [special]),
    plain,
    `python-${plain}`,
    `py${plain}`,
    `${plain}-python`,
    `py-${plain}`,
  ];
}

const NODE_MODULES: ReadonlySet<string> = new Set(builtinModules);
/** Modules that an editor or a runtime gives to what runs inside it. */
const OF_A_HOST: ReadonlySet<string> = new Set(['vscode', 'electron', 'atom', 'k6', 'bun']);
const PACKAGE_NAME = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*/i;

/** The npm package of a module; none when it needs none. */
export function npmCandidates(module: string): readonly string[] {
  // Relative paths, addresses, and what a bundler or a package maps to files of its own.
  if (/^[./#~$]|^@\/|:/.test(module) || NODE_MODULES.has(module)) return [];
  const name = PACKAGE_NAME.exec(module)?.[0];
  return name === undefined || name.length > 214 || NODE_MODULES.has(name) || OF_A_HOST.has(name) ? [] : [name];
}
