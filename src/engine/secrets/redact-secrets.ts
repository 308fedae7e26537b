import type { SourceFiles } from '#core/source-file.ts';
import { findSecrets, type FoundSecret } from './find-secrets.ts';
import { placeholderFor } from './placeholder.ts';

/** One secret and what stands in for it. Holds the secret: never log, store or send it. */
export interface HiddenSecret {
  readonly kind: string;
  readonly secret: string;
  /** Same length and form; occurs nowhere else. */
  readonly placeholder: string;
  readonly isUnmistakable: boolean;
}

/** Texts with their secrets hidden, and the way back. */
export interface Redaction {
  /** The files with placeholders for secrets; same lines, same lengths. */
  readonly files: SourceFiles;
  readonly secrets: readonly HiddenSecret[];
  /** Puts each secret back wherever its placeholder stands now: moved, repeated, in another file, or nowhere. */
  readonly restore: (files: SourceFiles) => SourceFiles;
  readonly restoreText: (text: string) => string;
}

/** A file's or request's text, before and after. */
interface Redacted {
  readonly original: string;
  readonly text: string;
  readonly secrets: readonly HiddenSecret[];
}

/**
 * Hides what must not reach a model, a log or the store.
 *
 * The same files give the same placeholders, so a resumed session speaks of the same ones. A secret of an unmistakable
 * form is hidden wherever it stands; a password from a connection string only there, for it may be an ordinary word.
 */
export function redactSecrets(files: SourceFiles): Redaction {
  const { texts, secrets } = redactTexts(
    files.map(({ text }) => text),
    { known: [], taken: [] },
  );
  return redactionOf(
    files.map((file, index) => ({ path: file.path, text: texts[index] ?? '' })),
    secrets,
  );
}

/**
 * Hides the secrets of a request that goes with the files of `known`: the same secret gets the same placeholder.
 *
 * The redaction that comes back knows the secrets of both, and is the one to restore with.
 */
export function redactText(text: string, known: Redaction): { readonly text: string; readonly redaction: Redaction } {
  const { texts, secrets } = redactTexts([text], {
    known: known.secrets,
    taken: known.files.map((file) => file.text),
  });
  return { text: texts[0] ?? '', redaction: redactionOf(known.files, secrets) };
}

function redactionOf(files: SourceFiles, secrets: readonly HiddenSecret[]): Redaction {
  const restoreText = replacer(secrets.map(({ placeholder, secret }) => [placeholder, secret]));
  return {
    files,
    secrets,
    restoreText,
    restore: (changed) => changed.map((file) => ({ ...file, text: restoreText(file.text) })),
  };
}

interface Context {
  readonly known: readonly HiddenSecret[];
  /** Texts in which no new placeholder may occur. */
  readonly taken: readonly string[];
}

/** Placeholders are drawn until they lead back exactly; a second draw is all but never needed. */
function redactTexts(
  originals: readonly string[],
  { known, taken }: Context,
): { readonly texts: readonly string[]; readonly secrets: readonly HiddenSecret[] } {
  const found = originals.map((text) => findSecrets(text));
  for (let draw = 0; draw < 100; draw += 1) {
    const secrets = hide(found.flat(), { known, taken: [...taken, ...originals], draw });
    const redacted = originals.map((original, index) => redactOne(original, found[index] ?? [], secrets));
    const back = replacer(secrets.map(({ placeholder, secret }) => [placeholder, secret]));
    if (redacted.every(({ original, text }) => back(text) === original)) {
      return { texts: redacted.map(({ text }) => text), secrets };
    }
  }
  throw new Error('No placeholders lead back to the secrets they stand for.');
}

/** Gives every distinct secret a placeholder, in order of appearance. */
function hide(
  found: readonly FoundSecret[],
  { known, taken, draw }: Context & { readonly draw: number },
): readonly HiddenSecret[] {
  const secrets = new Map(known.map((hidden) => [hidden.secret, hidden]));
  const placeholders = known.map(({ placeholder }) => placeholder);
  for (const { kind, secret, alphabet, isUnmistakable } of found) {
    const earlier = secrets.get(secret);
    if (earlier !== undefined) {
      if (isUnmistakable && !earlier.isUnmistakable) secrets.set(secret, { ...earlier, isUnmistakable });
      continue;
    }
    let number = secrets.size + draw * 100_003;
    let placeholder = placeholderFor({ secret, alphabet, number });
    const isTaken = (): boolean =>
      taken.some((text) => text.includes(placeholder)) ||
      placeholders.some((other) => other.includes(placeholder) || placeholder.includes(other));
    for (let tries = 0; tries < 1000 && isTaken(); tries += 1) {
      number += 1_009;
      placeholder = placeholderFor({ secret, alphabet, number });
    }
    placeholders.push(placeholder);
    secrets.set(secret, { kind, secret, placeholder, isUnmistakable });
  }
  return [...secrets.values()];
}

function redactOne(original: string, found: readonly FoundSecret[], secrets: readonly HiddenSecret[]): Redacted {
  const bySecret = new Map(secrets.map((hidden) => [hidden.secret, hidden.placeholder]));
  const everywhere = replacer(
    secrets.filter(({ isUnmistakable }) => isUnmistakable).map(({ secret, placeholder }) => [secret, placeholder]),
  );
  let text = '';
  let done = 0;
  for (const { start, secret } of found) {
    text += everywhere(original.slice(done, start)) + (bySecret.get(secret) ?? secret);
    done = start + secret.length;
  }
  return { original, text: text + everywhere(original.slice(done)), secrets };
}

/** Replaces in one pass from left to right, so that nothing is replaced twice. */
function replacer(pairs: readonly (readonly [string, string])[]): (text: string) => string {
  if (pairs.length === 0) return (text) => text;
  const replacements = new Map(pairs);
  const alternatives = [...replacements.keys()]
    .sort((a, b) => b.length - a.length)
    .map((from) => from.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const any = new RegExp(alternatives.join('|'), 'g');
  return (text) => text.replace(any, (match) => replacements.get(match) ?? match);
}
