/** A path from a reply, made relative and POSIX, or the reason why it may not be used. */
export type SafePath = { readonly path: string } | { readonly problem: string };

const MAX_LENGTH = 200;
const MAX_SEGMENTS = 8;

/** Device names that Windows resolves in every folder and with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Characters that Windows refuses or gives a meaning to (`:` opens a drive or an alternate stream). */
const UNPORTABLE = /[<>:"|?*]/;

/** Hidden files that only describe the program. Every other hidden file steers a tool, a shell or a service. */
const HARMLESS_HIDDEN: ReadonlySet<string> = new Set(['.env.example', '.dockerignore']);

/** Folders whose content is loaded by name from anywhere beside them. */
const LOADED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '__pycache__', 'site-packages']);

/**
 * Files that tell a scanner what to overlook, or that an interpreter runs because they are there.
 *
 * Manifests and build files (`package.json`, `pyproject.toml`, `Makefile`) are not among them: a program may need
 * them, nothing here executes them, and the detectors read no configuration from the candidate.
 */
const STEERING =
  /^(?:eslint\.config\.\w+|biome\.jsonc?|ruff\.toml|tox\.ini|setup\.cfg|bandit\.(?:ya?ml|toml)|semgrep\.ya?ml|sonar-project\.properties|seccode\.config\.\w+|(?:site|user)customize\.py|conftest\.py|.+\.pth|.+\.pyc)$/i;

/**
 * Checks a path that a model wrote and normalises its spelling: `.\src\app.py` becomes `src/app.py`.
 *
 * Never renames: what is refused is refused. `isOwn` is for paths that the caller brought: they may steer tools,
 * because the person's own program may consist of such files, but they may not leave the folder either.
 */
export function safePath(text: string, { isOwn = false }: { readonly isOwn?: boolean } = {}): SafePath {
  const refuse = (reason: string): SafePath => ({ problem: `The path '${shown(text)}' ${reason}.` });
  if (text.length > MAX_LENGTH) return refuse(`is longer than ${MAX_LENGTH} characters`);
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)) return refuse('holds control characters');
  const slashed = text.replaceAll('\\', '/');
  if (slashed.startsWith('/')) return refuse('is absolute');
  if (/^[A-Za-z]:/.test(slashed)) return refuse('names a drive');
  if (UNPORTABLE.test(slashed)) return refuse('holds a character that not every file system allows');
  const segments = slashed.split('/').filter((segment) => segment !== '.');
  if (segments[0]?.startsWith('~') === true) return refuse('starts in a home folder');
  if (segments.includes('..')) return refuse("climbs with '..'");
  if (segments.length === 0 || segments.includes('')) return refuse('has an empty part');
  if (segments.length > MAX_SEGMENTS) return refuse(`has more than ${MAX_SEGMENTS} parts`);
  if (segments.some((segment) => /^\s|[\s.]$/.test(segment))) return refuse('has a part that ends in a dot or a space');
  if (segments.some((segment) => DEVICE.test(segment))) return refuse('names a device');
  if (!isOwn) {
    const folders = segments.slice(0, -1);
    const name = segments.at(-1) ?? '';
    if (folders.some((folder) => folder.startsWith('.'))) return refuse('lies in a hidden folder');
    if (folders.some((folder) => LOADED_FOLDERS.has(folder.toLowerCase()))) {
      return refuse('lies in a folder of installed packages');
    }
    if (name.startsWith('.') && !HARMLESS_HIDDEN.has(name.toLowerCase())) return refuse('is a hidden file');
    if (STEERING.test(name)) return refuse('is a file that steers tools');
  }
  return { path: segments.join('/') };
}

/** The path as it may stand in a message: short, and without characters that act on a terminal. */
function shown(text: string): string {
  const visible = text.slice(0, 80).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
  return text.length > 80 ? `${visible}…` : visible;
}
