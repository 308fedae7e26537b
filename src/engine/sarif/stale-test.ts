import { createHash } from 'node:crypto';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import { fingerprinter } from '../detection/fingerprint.ts';
import { squeezed } from '../detection/line-changes.ts';
import { type LineMap, mapLines } from '../detection/line-map.ts';
import type { SarifFinding } from './read-sarif.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';

/** The files that are here. */
export interface FilesHere {
  readonly files: SourceFiles;
  /** Paths of those whose text is not what their bytes are. */
  readonly inexact: readonly string[];
}

/** A file as it is here. */
interface Here {
  readonly map: LineMap;
  /** Absent when the text is not what the bytes are. */
  readonly sha256?: string;
  /** In bytes; absent as above. */
  readonly length?: number;
  /** Fingerprints that its findings have now. */
  readonly fingerprints: ReadonlySet<string>;
}

/**
 * Whether a finding is on code that is no longer what the analyser saw: its lines are not there, or what the log holds of
 * the code (the code itself, SecCode's own fingerprint, hash or length of the file) speaks against it. The code itself says
 * most: where it is still there, something else in the file may well have changed.
 *
 * @param findings All of them, so that each is told from its twin on the same line.
 */
export function staleTest(
  findings: readonly SarifFinding[],
  { files, inexact }: FilesHere,
): (finding: SarifFinding) => boolean {
  const texts = new Map(files.map((file) => [file.path, file]));
  const byPath = new Map<string, SarifFinding[]>();
  for (const finding of findings) {
    const same = byPath.get(finding.span.path);
    if (same === undefined) byPath.set(finding.span.path, [finding]);
    else same.push(finding);
  }
  const known = new Map<string, Here | undefined>();
  const here = (path: string): Here | undefined => {
    if (!known.has(path)) {
      const file = texts.get(path);
      known.set(path, file === undefined ? undefined : look(file, byPath.get(path) ?? [], inexact.includes(path)));
    }
    return known.get(path);
  };
  return ({ span, snippet, knownAs, seen }) => {
    const file = here(span.path);
    if (file === undefined || span.endLine > file.map.lineCount) return true;
    if (snippet !== undefined && squeezed(snippet) !== '') return !isThere(snippet, span, file.map);
    if (knownAs !== undefined) return !file.fingerprints.has(knownAs);
    return differ(seen?.sha256, file.sha256) || differ(seen?.length, file.length);
  };
}

function look(file: SourceFile, findings: readonly SarifFinding[], isInexact: boolean): Here {
  const own = findings.filter(({ knownAs }) => knownAs !== undefined);
  // A session's report speaks of the text without its secrets.
  const versions = own.length === 0 ? [] : [[file], redactSecrets([file]).files];
  return {
    map: mapLines(file.text),
    ...(isInexact
      ? {}
      : { sha256: createHash('sha256').update(file.text).digest('hex'), length: Buffer.byteLength(file.text) }),
    fingerprints: new Set(versions.flatMap((version) => fingerprinter(version).all(own))),
  };
}

function differ<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** Analysers show more or less than the span: whole lines, or the flagged expression alone. */
function isThere(snippet: string, { startLine, endLine }: SarifFinding['span'], map: LineMap): boolean {
  const lines = Array.from({ length: endLine - startLine + 1 }, (_, index) => map.textOf(startLine + index));
  const [seen, here] = [squeezed(snippet), squeezed(lines.join('\n'))];
  return here.includes(seen) || (here !== '' && seen.includes(here));
}
