import type { Syntax } from '../syntax/syntax.ts';
import { BARE_NAMES, COMPANION_ENDINGS, EXAMPLE_CUE, PRODUCT_NAMES, SHELL_WORDS } from './block-words.ts';

/** What the words around a block say about it. */
export interface BlockLabel {
  /** The language word of the info string, lower case; empty when there is none. */
  readonly word: string;
  /** The path as written, unchecked. */
  readonly path?: string;
  /** The prose before it says that this is usage, output or an older version. */
  readonly isExample: boolean;
}

interface Labelled {
  readonly info: string;
  readonly text: string;
  /** The prose lines between the block before and this one. */
  readonly before: readonly string[];
}

const ATTRIBUTE = /(?:^|[\s{,])(file|file_?name|path|title|name)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s}"',]+))/gi;
const LABEL = /^(?:file ?name|file|path|save (?:this |it )?(?:as|to|in)|module)\s*[:=]?\s+/i;

/** Comment openings that can stand on a program's first line, longest first. */
const COMMENT_OPENINGS: readonly string[] = ['<!--', '"""', "'''", '//', '/*', '--', '#', ';', '%'];

/** Reads the language and the path of a block from its info string, its first comment, or the prose right before it. */
export function labelOf({ info, text, before }: Labelled, syntax: Syntax): BlockLabel {
  const fromInfo = readInfo(info, syntax);
  const lines = before.map((line) => line.trim()).filter((line) => line !== '');
  const lead = lines.at(-1) ?? '';
  const heading = lines.findLast((line) => line.startsWith('#')) ?? '';
  const isExample = EXAMPLE_CUE.test(lead.slice(0, 500)) || EXAMPLE_CUE.test(heading.slice(0, 500));
  const label = { word: fromInfo.word, isExample };
  if (fromInfo.path !== undefined) return { ...label, path: fromInfo.path, isExample: false };

  // A path that may not be used is reported, whatever the language.
  const agrees = (path: string): boolean => climbs(path) || fits(path, fromInfo.word, syntax);
  const header = onlyOne(lines.slice(-4).map((line) => headerPath(line, syntax)));
  const comment = commentPath(text, syntax);
  // The comment stands nearest to the code, but `app.py` in it may be short for `src/app.py` above.
  const isShort = comment !== undefined && header?.endsWith(`/${comment}`) === true;
  if (comment !== undefined && !isShort && agrees(comment)) return { ...label, path: comment };
  if (header !== undefined && agrees(header)) return { ...label, path: header, isExample: false };
  const isListed = header === undefined && headerPath(lead, syntax) !== undefined;
  const mentioned = isExample || isListed ? undefined : mentionedPath(lead, syntax);
  return mentioned !== undefined && agrees(mentioned) ? { ...label, path: mentioned } : label;
}

/** The path among the lines; none when they name several, as a list of the project's files does. */
function onlyOne(paths: readonly (string | undefined)[]): string | undefined {
  const [path, ...others] = new Set(paths.filter((found) => found !== undefined));
  return others.length === 0 ? path : undefined;
}

/** `python`, `app.py`, `python app.py`, `python:src/app.py`, `py title="x.py"`, `{.python file=x.py}`. */
function readInfo(info: string, syntax: Syntax): { readonly word: string; readonly path?: string } {
  const bare = info.replace(/^\{\s*\.?/, '').replace(/\}$/, '');
  const [first = '', ...others] = bare.split(/\s+/);
  for (const [, key = '', double, single, plain] of bare.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? plain ?? '';
    const isTitle = /^(?:title|name)$/i.test(key);
    if (value !== '' && (!isTitle || isPathLike(value, syntax) || climbs(value))) {
      return { word: wordOf(first), path: value };
    }
  }
  const colon = first.indexOf(':');
  if (colon > 1) {
    const path = first.slice(colon + 1);
    if (isPathLike(path, syntax) || climbs(path)) return { word: wordOf(first.slice(0, colon)), path };
  }
  if (isPathLike(first, syntax) || climbs(first)) return { word: '', path: first };
  const path = others.map(unwrapped).find((token) => isPathLike(token, syntax) || climbs(token));
  return path === undefined ? { word: wordOf(first) } : { word: wordOf(first), path };
}

function wordOf(text: string): string {
  return /^[^={"']*/.exec(text)?.[0].split(/[:,;]/)[0]?.toLowerCase() ?? '';
}

/** A line that is nothing but a path, dressed up: `### 1. **src/app.py** (fixed):`, `File: app.py`. */
function headerPath(line: string, syntax: Syntax): string | undefined {
  if (line.length > 300) return undefined;
  const undecorated = line
    .replace(/^#{1,6}\s+/, '')
    .replace(/^(?:\d{1,3}[.)]|[-*+])\s+/, '')
    .replace(/[*`"]/g, '')
    .replace(/^_+|_+$/g, '')
    .trim();
  const isLabelled = LABEL.test(undecorated);
  const rest = undecorated
    .replace(LABEL, '')
    .replace(/\s*\([^()]*\)\s*:?$/, '')
    .replace(/:$/, '')
    .trim();
  if (rest === '' || /\s/.test(rest)) return undefined;
  return isPathLike(rest, syntax) || (isLabelled && climbs(rest)) ? rest : undefined;
}

/** The first line is a comment that consists of a path, with or without a remark after it. */
function commentPath(text: string, syntax: Syntax): string | undefined {
  const lines = text.split('\n', 4).map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !line.startsWith('#!') && !line.startsWith('<!DOCTYPE')) ?? '';
  const opening = COMMENT_OPENINGS.find((candidate) => first.startsWith(candidate));
  if (opening === undefined || first.length > 200) return undefined;
  const comment = first
    .slice(opening.length)
    .replace(/^[/*#;%!-]+/, '')
    .replace(/(?:\*\/|-->|"""|''')$/, '')
    .trim()
    .replace(LABEL, '');
  const [path = '', ...remark] = comment.split(/\s+/);
  const token = unwrapped(path);
  const hasOnlyRemark = remark.length === 0 || /^[-–—(:]/.test(remark[0] ?? '');
  return hasOnlyRemark && isPathLike(token, syntax) ? token : undefined;
}

/** The only path in a sentence that leads to the block: "Save this as `app.py`:". */
function mentionedPath(line: string, syntax: Syntax): string | undefined {
  // Every second part of a line cut at backticks is code; with a space in it, it is a command.
  const parts = line.slice(0, 1000).split('`');
  const words = parts
    .filter((part, index) => index % 2 === 0 || !part.includes(' '))
    .flatMap((part) => part.split(/[\s*]+/))
    .map(unwrapped);
  const paths = new Set(words.filter((word) => isPathLike(word, syntax)));
  return paths.size === 1 ? [...paths][0] : undefined;
}

function unwrapped(word: string): string {
  return word
    .replace(/^[`'"([{<]+/, '')
    .replace(/[`'")\]}>,;:!?]+$/, '')
    .replace(/\.$/, '');
}

/** Written so that it can only be meant as a place outside the program; to be refused, never to be overlooked. */
function climbs(word: string): boolean {
  return /^(?:\.\.?[\\/]|[\\/~]|[A-Za-z]:[\\/])/.test(word) || /[\\/]\.\.(?:[\\/]|$)/.test(word);
}

/** Whether a word can only be meant as the name of a file. */
function isPathLike(word: string, syntax: Syntax): boolean {
  if (word.length < 2 || word.length > 300 || word.includes('://') || PRODUCT_NAMES.has(word)) return false;
  if (!/^[\p{L}\p{N}_.\\/@+~:()[\]$-]+$/u.test(word)) return false;
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
  if (BARE_NAMES.has(name.toLowerCase())) return /^[A-Z.]/.test(name) || name !== word;
  const dot = name.lastIndexOf('.');
  if (dot < 0 || name.endsWith('.')) return false;
  if (dot === 0 && name === word) return COMPANION_ENDINGS.has(name.slice(1));
  return COMPANION_ENDINGS.has(name.slice(dot + 1).toLowerCase()) || syntax.languageOf(word) !== undefined;
}

/** Whether a block in the language `word` can be the file `path`: a command line is not the program it starts. */
function fits(path: string, word: string, syntax: Syntax): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (SHELL_WORDS.has(word)) return SHELL_WORDS.has(ending);
  const said = word === '' ? undefined : syntax.languageNamed(word);
  if (said === undefined) return true;
  const meant = syntax.languageOf(path);
  if (meant === undefined) return false;
  return (
    meant.id === said.id ||
    said.extensions.includes(`.${ending}`) ||
    (said.kin ?? []).includes(meant.id) ||
    (meant.kin ?? []).includes(said.id)
  );
}
