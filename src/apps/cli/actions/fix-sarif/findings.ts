import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { SourceFile } from '#core/source-file.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import { readSarif, type SarifFinding } from '#engine/sarif/read-sarif.ts';
import type { CollectedFiles } from '../../../workbench/collect-files.ts';
import { placeFinder } from '#engine/sarif/place-finder.ts';
import { staleTest } from '#engine/sarif/stale-test.ts';

/** The findings of one file, as its text is now. */
export interface FileFindings {
  readonly file: SourceFile;
  readonly findings: readonly SarifFinding[];
  /** The analysers that reported them, with commas. */
  readonly tool: string;
  readonly version: string;
}

/** What a SARIF file says of files that are here. */
export interface SarifFindings {
  /** Every analyser of the file, with commas. */
  readonly tool: string;
  readonly files: readonly FileFindings[];
  /** Findings on code that is no longer what the analyser saw. */
  readonly stale: readonly SarifFinding[];
  /** What the SARIF file lacks, and findings that cannot be placed here. */
  readonly gaps: readonly string[];
  /** Findings that the SARIF file calls suppressed; they are left alone. */
  readonly suppressed: number;
}

/** A finding and who reported it. */
interface Told {
  readonly finding: SarifFinding;
  readonly tool: string;
  readonly version: string;
}

/**
 * Reads a SARIF file against the files that are here.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when it cannot be read, or names no place in these files.
 */
export async function sarifFindings(name: string, given: CollectedFiles, folder: string): Promise<SarifFindings> {
  const bytes = await readFile(resolve(folder, name)).catch((cause: unknown) => {
    throw new SecCodeError('INPUT_INVALID', `'${name}' cannot be read.`, {
      remedy: 'Name a SARIF file that exists.',
      cause,
    });
  });
  const texts = new Map(given.files.map(({ path, text }) => [path, text]));
  const { runs } = readSarif(new TextDecoder('utf-8').decode(bytes), {
    roots: [given.root],
    locate: placeFinder(given.files.map(({ path }) => path)),
    textOf: (path) => texts.get(path),
  });
  const told = once(
    runs.flatMap(({ findings, tool, version }) => findings.map((finding) => ({ finding, tool, version }))),
  );
  const unplaced = told.filter(({ finding }) => finding.hasNoLine === true);
  const placed = told.filter(({ finding }) => finding.hasNoLine !== true);
  const gaps = [
    ...new Set([
      ...runs.flatMap((run) => run.gaps),
      ...unplaced.map(({ finding: { rule, span } }) => `A result of ${rule} names no line of ${span.path}.`),
    ]),
  ];
  if (placed.length === 0 && gaps.length > 0) {
    throw new SecCodeError(
      'INPUT_INVALID',
      `'${name}' has no finding that can be fixed here. ${gaps.slice(0, 10).join(' ')}`,
      {
        remedy: 'Run SecCode in the folder that was analysed, or name that folder.',
      },
    );
  }
  const isStale = staleTest(
    placed.map(({ finding }) => finding),
    given,
  );
  const byPath = new Map<string, Told[]>();
  const stale: SarifFinding[] = [];
  for (const one of placed) {
    const { path } = one.finding.span;
    const same = byPath.get(path);
    if (isStale(one.finding)) stale.push(one.finding);
    else if (same === undefined) byPath.set(path, [one]);
    else same.push(one);
  }
  return {
    tool: joined(runs.map(({ tool }) => tool)),
    files: given.files.flatMap((file) => {
      const own = byPath.get(file.path);
      if (own === undefined) return [];
      const { lineCount } = mapLines(file.text);
      return [
        {
          file,
          findings: own.map(({ finding }) => within(finding, file, lineCount)),
          tool: joined(own.map(({ tool }) => tool)),
          version: joined(own.map(({ version }) => version)),
        },
      ];
    }),
    stale,
    gaps,
    suppressed: runs.reduce((sum, { suppressed }) => sum + suppressed.length, 0),
  };
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].filter((name) => name !== '').join(', ');
}

/** A log that was put together from others may say the same twice. */
function once(all: readonly Told[]): readonly Told[] {
  const seen = new Set<string>();
  return all.filter(({ tool, finding: { rule, span, message } }) => {
    const key = JSON.stringify([tool, rule, span, message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** A session sees one file: steps and edits elsewhere, or beyond its end, are left out. */
function within(
  { snippet: _, seen: __, knownAs: ___, flow, fix, ...finding }: SarifFinding,
  file: SourceFile,
  lineCount: number,
): SarifFinding {
  const isHere = ({ span }: { readonly span: SarifFinding['span'] }): boolean =>
    span.path === file.path && span.endLine <= lineCount;
  const steps = flow?.filter(isHere) ?? [];
  return {
    ...finding,
    ...(steps.length === 0 ? {} : { flow: steps }),
    ...(fix === undefined || !fix.every(isHere) ? {} : { fix }),
  };
}
