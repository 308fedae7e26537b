import type { SarifArtifactLocation, SarifRunData } from './sarif-schema.ts';

/** Where the files of a SARIF log are here. */
export interface SarifPlaces {
  /** Absolute folders, such as the one that was analysed: what lies below one of them is told relative to it. */
  readonly roots?: readonly string[];
  /**
   * Says under which name a file of the log is known here; `undefined` when it is not. It is given a relative path
   * without `..`, or an absolute one that is below none of the roots. Absent: relative paths are taken as they are, and
   * absolute ones refused.
   */
  readonly locate?: (path: string) => string | undefined;
  /** Text of a file by its name here. Without it, places told as offsets are not used, and ends of lines not known. */
  readonly textOf?: (path: string) => string | undefined;
}

/** A file that a log names: its name here, or why it has none. */
export type ArtifactPath = { readonly path: string } | { readonly outside: string };

/** Bases may name bases; a log that nests them deeper, or in a ring, is not followed. */
const MAX_BASES = 16;
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const DRIVE = /^[a-z]:\//i;

/**
 * The file that an artifact location means: an address relative to the root or to a base, one of `file:`, or an entry of
 * the run's artifacts. Paths as Windows writes them, and names that nobody encoded, are understood.
 */
export function artifactPath(location: SarifArtifactLocation, run: SarifRunData, places: SarifPlaces): ArtifactPath {
  const { uri, uriBaseId } = named(location, run);
  if (uri === undefined) return { outside: 'a place without a file' };
  const own = plainPath(uri);
  if (own === undefined) return { outside: uri };
  const full = isAbsolute(own) ? own : `${basePath(uriBaseId, run)}${own}`;
  const path = withoutDots(full);
  if (path === undefined) return { outside: uri };
  if (!isAbsolute(path)) return placed(path, uri, places);
  const below = belowRoots(path, places.roots ?? []);
  if (below !== undefined) return placed(below, uri, places);
  // Without a root to compare with, a path relative to some base is as good as one relative to the root.
  const short = isAbsolute(own) || places.roots !== undefined || places.locate !== undefined ? path : withoutDots(own);
  return short === undefined || (isAbsolute(short) && places.locate === undefined)
    ? { outside: uri }
    : placed(short, uri, places);
}

function named(
  { uri, uriBaseId, index }: SarifArtifactLocation,
  run: SarifRunData,
): { readonly uri: string | undefined; readonly uriBaseId: string | undefined } {
  const listed = index === undefined || index === null ? undefined : run.artifacts?.[index]?.location;
  return typeof uri === 'string'
    ? { uri, uriBaseId: uriBaseId ?? undefined }
    : { uri: listed?.uri ?? undefined, uriBaseId: listed?.uriBaseId ?? undefined };
}

function placed(path: string, uri: string, { locate }: SarifPlaces): ArtifactPath {
  const name = locate === undefined ? path : locate(path);
  return name === undefined || name === '' ? { outside: uri } : { path: name };
}

/** Forward slashes, decoded; `undefined` for what is no file of this machine. */
function plainPath(uri: string): string | undefined {
  const slashed = uri.replaceAll('\\', '/');
  let rest = slashed;
  if (/^file:/i.test(slashed)) {
    const [, host = '', path = ''] = /^file:(?:\/\/([^/]*))?(.*)$/is.exec(slashed) ?? [];
    if (host !== '' && host.toLowerCase() !== 'localhost') return undefined;
    rest = path;
  } else if (SCHEME.test(slashed) || slashed.startsWith('//')) return undefined;
  const decoded = decode(rest).replaceAll('\\', '/');
  const path = /^\/[a-z]:(?:\/|$)/i.test(decoded) ? decoded.slice(1) : decoded;
  return path === '' || /[\0-\x1f\x7f]/.test(path) ? undefined : path;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A name with a percent sign that nobody encoded.
    return text;
  }
}

/** What stands before a path with this base: an absolute or relative folder with a slash at its end, or nothing. */
function basePath(id: string | undefined, run: SarifRunData): string {
  const bases = new Map(Object.entries(run.originalUriBaseIds ?? {}));
  let before = '';
  let next = id;
  for (let depth = 0; next !== undefined && depth < MAX_BASES; depth += 1) {
    const base = bases.get(next);
    const path = typeof base?.uri === 'string' ? plainPath(base.uri) : undefined;
    if (path !== undefined) before = `${path}${path.endsWith('/') ? '' : '/'}${before}`;
    if (path !== undefined && isAbsolute(path)) break;
    next = base?.uriBaseId ?? undefined;
  }
  return before;
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || DRIVE.test(path);
}

/** `.` and `..` worked out; `undefined` for a path that climbs above where it begins, or names only a folder. */
function withoutDots(path: string): string | undefined {
  const start = /^(?:[a-z]:)?\//i.exec(path)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of path.slice(start.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : `${start}${parts.join('/')}`;
}

function belowRoots(path: string, roots: readonly string[]): string | undefined {
  for (const root of roots) {
    const folder = `${withoutDots(root.replaceAll('\\', '/')) ?? ''}/`;
    const isWindows = DRIVE.test(folder);
    const isBelow = isWindows ? path.toLowerCase().startsWith(folder.toLowerCase()) : path.startsWith(folder);
    if (isBelow) return path.slice(folder.length);
  }
  return undefined;
}
