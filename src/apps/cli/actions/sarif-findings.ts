import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { SourceFile } from '#core/source-file.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import { readSarif, type SarifFinding } from '#engine/sarif/read-sarif.ts';
import type { CollectedFiles } from '../../workbench/collect-files.ts';

/** The findings of one file, as its text is now. */
export interface FileFindings {
  readonly file: SourceFile;
  readonly findings: readonly SarifFinding[];
}

/** What a SARIF file says of files that are here. */
export interface SarifFindings {
  readonly tool: string;
  readonly version: string;
  readonly files: readonly FileFindings[];
  /** Findings on code that is no longer what the analyser saw. */
  readonly stale: readonly SarifFinding[];
  /** What the SARIF file lacks, and findings in files that are not here. */
  readonly gaps: readonly string[];
  /** Findings that the SARIF file calls suppressed; they are left alone. */
  readonly suppressed: number;
}

/**
 * Reads a SARIF file against the files that are here.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when it cannot be read, or names no file of these.
 */
export async function sarifFindings(name: string, given: CollectedFiles, folder: string): Promise<SarifFindings> {
  const bytes = await readFile(resolve(folder, name)).catch((cause: unknown) => {
    throw new SecCodeError('INPUT_INVALID', `'${name}' cannot be read.`, {
      remedy: 'Name a SARIF file that exists.',
      cause,
    });
  });
  const byPath = new Map(given.files.map((file) => [file.path, file]));
  const { runs } = readSarif(new TextDecoder('utf-8').decode(bytes), {
    roots: [given.root],
    locate: (path) => placeOf(path, [...byPath.keys()]),
    textOf: (path) => byPath.get(path)?.text,
  });
  const all = runs.flatMap(({ findings }) => findings);
  const gaps = [...new Set(runs.flatMap((run) => run.gaps))];
  if (all.length === 0 && gaps.length > 0) {
    throw new SecCodeError(
      'INPUT_INVALID',
      `'${name}' has no finding that can be fixed here. ${gaps.slice(0, 10).join(' ')}`,
      {
        remedy: 'Run SecCode in the folder that was analysed, or name that folder.',
      },
    );
  }
  const stale = all.filter((finding) => isStale(finding, byPath.get(finding.span.path)));
  const fresh = all.filter((finding) => !stale.includes(finding));
  return {
    tool: [...new Set(runs.map(({ tool }) => tool))].join(', '),
    version: [...new Set(runs.map(({ version }) => version))].join(', '),
    files: given.files.flatMap((file) => {
      const findings = fresh.filter(({ span }) => span.path === file.path).map((finding) => within(finding, file));
      return findings.length === 0 ? [] : [{ file, findings }];
    }),
    stale,
    gaps,
    suppressed: runs.reduce((sum, { suppressed }) => sum + suppressed.length, 0),
  };
}

/** The file itself; else the longest end of the path that is a file here; else the only file that ends like it. */
function placeOf(path: string, known: readonly string[]): string | undefined {
  if (known.includes(path)) return path;
  const parts = path.split('/').filter((part) => part !== '');
  const ends = parts.map((_, index) => parts.slice(index).join('/'));
  const atRoot = path.startsWith('/') || /^[a-z]:/i.test(path) ? ends.find((end) => known.includes(end)) : undefined;
  if (atRoot !== undefined) return atRoot;
  for (const end of ends) {
    // A bare name says too little, unless it is all that was said.
    if (!end.includes('/') && parts.length > 1) return undefined;
    const matches = known.filter((one) => one.endsWith(`/${end}`));
    if (matches.length > 0) return matches.length === 1 ? matches[0] : undefined;
  }
  return undefined;
}

/** The lines are not in the file, or do not hold the code that the analyser saw. */
function isStale({ span, snippet }: SarifFinding, file: SourceFile | undefined): boolean {
  if (file === undefined) return true;
  const map = mapLines(file.text);
  if (span.startLine > map.lineCount || span.endLine > map.lineCount) return true;
  if (snippet === undefined) return false;
  const lines = Array.from({ length: span.endLine - span.startLine + 1 }, (_, index) =>
    map.textOf(span.startLine + index),
  );
  const [seen, here] = [snippet, lines.join('\n')].map((text) => text.replace(/\s+/g, ''));
  return seen !== undefined && here !== undefined && !here.includes(seen) && (here === '' || !seen.includes(here));
}

/** A session sees one file: steps and edits elsewhere, or beyond its end, are left out. */
function within({ snippet: _, flow, fix, ...finding }: SarifFinding, file: SourceFile): SarifFinding {
  const { lineCount } = mapLines(file.text);
  const isHere = ({ span }: { readonly span: SarifFinding['span'] }): boolean =>
    span.path === file.path && span.endLine <= lineCount;
  const steps = flow?.filter(isHere) ?? [];
  return {
    ...finding,
    ...(steps.length === 0 ? {} : { flow: steps }),
    ...(fix === undefined || !fix.every(isHere) ? {} : { fix }),
  };
}
