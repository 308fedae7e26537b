import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCweId } from '../src/core/cwe-id.ts';
import { nearestName } from '../src/core/nearest-name.ts';
import { KINDS, type Kind } from './kinds.ts';
import { registriesOf } from './registries.ts';

export interface Wish {
  /** Root of the project. */
  readonly root: string;
  /** What was typed; may be empty. */
  readonly kind: string;
  /** In groups, `group/name`. */
  readonly name: string;
}

/** What was written, paths relative to the root; or why nothing was. */
export type Created =
  | { readonly ok: true; readonly folder: string; readonly paths: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const TEMPLATES = join(import.meta.dirname, 'templates');
const KEBAB = /^[a-z][a-z0-9]{0,39}(?:-[a-z0-9]{1,40}){0,5}$/;
/** Names of the folders of guidance; MITRE's numbers have no leading zeros. */
const CWE_NAME = /^cwe-[1-9]\d{0,4}$/;
/** Languages that a group's rules read, where they are more than the group's own. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = { javascript: ['javascript', 'typescript'] };

/** Writes one more extension: a working one that compiles, with its test, and the registries that list it. */
export function createExtension({ root, kind: typed, name }: Wish): Created {
  const kind = KINDS.find((known) => known.name === typed);
  if (kind === undefined) return unknownKind(typed);
  const fault = faultOf(kind, name);
  if (fault !== undefined) return fault;
  const folder = `src/extensions/${kind.folder}/${name}`;
  if (existsSync(join(root, folder))) {
    return { ok: false, message: `${folder} exists already.`, remedy: 'Choose another name.' };
  }

  const files = templatesFor(kind, name).map((template) => {
    const path = `${folder}/${template.replace(/^.*\//, '').replace(/\.txt$/, '')}`;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), fill(readFileSync(join(TEMPLATES, kind.name, template), 'utf8'), name));
    return path;
  });

  const stale = registriesOf(root).filter(
    ({ path, isFresh }) => !isFresh && path.startsWith(`src/extensions/${kind.folder}/`),
  );
  for (const { path, wanted } of stale) writeFileSync(join(root, path), wanted);
  return { ok: true, folder, paths: [...files, ...stale.map(({ path }) => path)] };
}

/** Templates by path in the kind's folder: what every extension has, and what those of its group have. */
function templatesFor(kind: Kind, name: string): readonly string[] {
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(join(TEMPLATES, kind.name, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`));
  return kind.isGrouped === true ? [...filesIn(''), ...filesIn(groupOf(name))] : filesIn('');
}

function unknownKind(typed: string): Created {
  const names = KINDS.map(({ name }) => name);
  const nearest = nearestName(typed, names);
  return {
    ok: false,
    message: typed === '' ? 'No kind was named.' : `There is no kind '${typed}'.`,
    remedy:
      nearest === undefined
        ? `Run npm run new <kind> <name> with one of ${names.join(', ')}.`
        : `Did you mean ${nearest}?`,
  };
}

function faultOf(kind: Kind, name: string): Created | undefined {
  const usage = `npm run new ${kind.name} ${kind.isGrouped === true ? '<language>/<name>' : '<name>'}`;
  if (name === '') return { ok: false, message: 'No name was given.', remedy: `Run ${usage}.` };
  if (kind.name === 'guidance' && !CWE_NAME.test(name)) {
    return { ok: false, message: `'${name}' names no weakness.`, remedy: 'Use a name such as cwe-89.' };
  }
  const own = kind.isGrouped === true ? name.slice(groupOf(name).length + 1) : name;
  if (kind.isGrouped === true) {
    const fault = groupFault(kind, name);
    if (fault !== undefined) return fault;
  }
  if (!KEBAB.test(own)) {
    return {
      ok: false,
      message: `'${own}' is not kebab-case.`,
      remedy: 'Use lower-case words with hyphens, such as my-tool.',
    };
  }
  return undefined;
}

/** A group is one that has examples among the templates: without them the new extension would have none to run. */
function groupFault(kind: Kind, name: string): Created | undefined {
  const group = groupOf(name);
  const known = readdirSync(join(TEMPLATES, kind.name), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (known.includes(group)) return undefined;
  const nearest = nearestName(group, known);
  return {
    ok: false,
    message: group === '' ? `'${name}' names no language.` : `There are no example files for '${group}'.`,
    remedy:
      nearest === undefined
        ? `Write ${known.join('/<name> or ')}/<name>.`
        : `Did you mean ${nearest}/${name.slice(group.length + 1)}?`,
  };
}

function groupOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
}

function fill(template: string, name: string): string {
  const group = groupOf(name);
  const words = name.slice(group === '' ? 0 : group.length + 1).replaceAll('-', ' ');
  const languages = LANGUAGES[group] ?? [group];
  return template
    .replaceAll('__NAME__', name)
    .replaceAll('__TITLE__', `${words.charAt(0).toUpperCase()}${words.slice(1)}`)
    .replaceAll('__KEY__', name.replaceAll('-', '_').toUpperCase())
    .replaceAll('__CWE__', parseCweId(name) ?? '')
    .replaceAll('__LANGUAGES__', `[${languages.map((language) => `'${language}'`).join(', ')}]`);
}
