import { z } from 'zod';
import type { CweId } from '#core/cwe-id.ts';
import { parseJson } from '#core/parse-json.ts';
import type { SourceFile } from '#core/source-file.ts';
import { sentence } from '#engine/build/sentence.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';

/** One remark of `go vet`. */
export interface VetRemark {
  readonly analyzer: string;
  /** `path:line:column`, the column in bytes. */
  readonly posn: string;
  readonly message: string;
}

interface Meaning {
  readonly cwes: readonly CweId[];
  readonly severity: ReportedFinding['severity'];
  readonly remediation: string;
}

/** Analyzers that speak of weaknesses; the others speak of mistakes. */
const ANALYZERS: Readonly<Record<string, Meaning>> = {
  atomic: {
    cwes: ['CWE-362'],
    severity: 'medium',
    remediation: 'Do not assign the result of an atomic call to its own variable.',
  },
  copylocks: {
    cwes: ['CWE-667'],
    severity: 'medium',
    remediation: 'Hand the lock on by pointer: a copy locks nothing.',
  },
  httpresponse: { cwes: ['CWE-476'], severity: 'medium', remediation: 'Check the error before using the response.' },
  lostcancel: { cwes: ['CWE-772'], severity: 'low', remediation: 'Call cancel on every way out, such as with defer.' },
  printf: {
    cwes: ['CWE-686'],
    severity: 'low',
    remediation: 'Make each verb match its argument, and pass data as arguments.',
  },
  shift: { cwes: ['CWE-1335'], severity: 'medium', remediation: 'Shift by fewer bits than the type has.' },
  unsafeptr: { cwes: ['CWE-823'], severity: 'high', remediation: 'Do not make a pointer of an integer.' },
};

const remark = z.object({ posn: z.string(), message: z.string() });
const packages = z.record(
  z.string(),
  z.record(z.string(), z.union([z.array(remark), z.object({ error: z.string() })])),
);

/**
 * Reads the objects that `go vet -json` prints, one per package, with comments between them.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when one is no JSON or not of the expected form.
 */
export function readVet(output: string): readonly VetRemark[] {
  const texts = output
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/^(?=\{)/m)
    .map((text) => text.trim());
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => {
      const json = parseJson(text);
      const read = json.ok ? packages.safeParse(json.value).data : undefined;
      if (read === undefined) throw toolFailed('go', "The report of 'go vet' is not of the expected form.");
      return Object.values(read).flatMap((analyzers) =>
        Object.entries(analyzers).flatMap(([analyzer, remarks]) =>
          Array.isArray(remarks) ? remarks.map((one) => ({ analyzer, ...one })) : [],
        ),
      );
    });
}

/** The remarks that speak of weaknesses, in the program's own files. */
export function vetFindings(
  remarks: readonly VetRemark[],
  find: (path: string) => SourceFile | undefined,
): readonly ReportedFinding[] {
  return remarks.flatMap(({ analyzer, posn, message }) => {
    const meaning = Object.hasOwn(ANALYZERS, analyzer) ? ANALYZERS[analyzer] : undefined;
    const [, path = '', row = '1', byte = '1'] = /^(.{1,1200}?):(\d{1,7}):(\d{1,7})$/.exec(posn) ?? [];
    const file = find(path);
    if (meaning === undefined || file === undefined) return [];
    const { line, column } = toolPositions(file.text, { unit: 'byte' })({ line: Number(row), column: Number(byte) });
    return [
      {
        rule: `vet-${analyzer}`,
        ...meaning,
        confidence: 'high',
        span: { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column },
        message: sentence(message),
      },
    ];
  });
}
