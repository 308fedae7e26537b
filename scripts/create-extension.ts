import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCweId } from '../src/core/cwe-id.ts';
import { nearestName } from '../src/core/nearest-name.ts';
import { KINDS, type Kind } from './kinds.ts';
import { registriesOf } from './registries.ts';

export interface Wish {
  /** Root of the project. */
  readonly root: string;
  /** What was typed; may be empty. */
  readonly kind: string;
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

/** Writes one more extension: a working one that compiles, with its test, and the registry that lists it. */
export function createExtension({ root, kind: typed, name }: Wish): Created {
  const kind = KINDS.find((known) => known.name === typed);
  if (kind === undefined) return unknownKind(typed);
  const fault = faultOf(kind, name);
  if (fault !== undefined) return fault;
  const folder = `src/extensions/${kind.folder}/${name}`;
  if (existsSync(join(root, folder))) {
    return { ok: false, message: `${folder} exists already.`, remedy: 'Choose another name.' };
  }

  mkdirSync(join(root, folder), { recursive: true });
  const files = readdirSync(join(TEMPLATES, kind.name)).map((template) => {
    const path = `${folder}/${template.replace(/\.txt$/, '')}`;
    writeFileSync(join(root, path), fill(readFileSync(join(TEMPLATES, kind.name, template), 'utf8'), name));
    return path;
  });

  const stale = registriesOf(root).filter(
    ({ path, isFresh }) => !isFresh && path.startsWith(`src/extensions/${kind.folder}/`),
  );
  for (const { path, wanted } of stale) writeFileSync(join(root, path), wanted);
  return { ok: true, folder, paths: [...files, ...stale.map(({ path }) => path)] };
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
  const usage = `npm run new ${kind.name} <name>`;
  if (name === '') return { ok: false, message: 'No name was given.', remedy: `Run ${usage}.` };
  if (kind.name === 'guidance' && !CWE_NAME.test(name)) {
    return { ok: false, message: `'${name}' names no weakness.`, remedy: 'Use a name such as cwe-89.' };
  }
  if (!KEBAB.test(name)) {
    return {
      ok: false,
      message: `'${name}' is not kebab-case.`,
      remedy: 'Use lower-case words with hyphens, such as my-tool.',
    };
  }
  return undefined;
}

function fill(template: string, name: string): string {
  const words = name.replaceAll('-', ' ');
  return template
    .replaceAll('__NAME__', name)
    .replaceAll('__TITLE__', `${words.charAt(0).toUpperCase()}${words.slice(1)}`)
    .replaceAll('__KEY__', name.replaceAll('-', '_').toUpperCase())
    .replaceAll('__CWE__', parseCweId(name) ?? '');
}
