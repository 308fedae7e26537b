/** One message of a C or C++ compiler. */
export interface CDiagnostic {
  readonly kind: 'error' | 'warning';
  /** As the compiler prints it. */
  readonly path: string;
  readonly line: number;
  /** In bytes, from 1. */
  readonly column: number;
  readonly message: string;
  /** The option that turns a warning on, without `-W` and `=value`. */
  readonly option?: string;
  /** Places of the program whose calls the compiler looked into, innermost first. */
  readonly inlinedFrom: readonly { readonly path: string; readonly line: number; readonly column: number }[];
  /** The compiler gave up at this. */
  readonly isFatal: boolean;
}

const MAX_LINE = 2000;
const MESSAGE = /^([^:]{1,1200}):(\d{1,7}):(\d{1,7}): (fatal error|error|warning): (.*)$/;
const INLINED = /^ {4}inlined from .{1,500} at ([^:]{1,1200}):(\d{1,7}):(\d{1,7})[,:]$/;
const OPTION = / \[-W(?:error,-W|error=)?([a-z0-9+-]{1,60})(?:=[^\]]{0,20})?\]$/;

/**
 * Reads what a C or C++ compiler prints without colours and carets. Lines that are no message are left out: which of two
 * compilers wrote them, and in what order, is not known.
 */
export function readCDiagnostics(output: string): readonly CDiagnostic[] {
  const found: CDiagnostic[] = [];
  let inlinedFrom: CDiagnostic['inlinedFrom'] = [];
  for (const line of output.split('\n')) {
    if (line.length > MAX_LINE) continue;
    const inlined = INLINED.exec(line);
    if (inlined !== null) {
      const [, path = '', row = '1', column = '1'] = inlined;
      inlinedFrom = [...inlinedFrom, { path, line: Number(row), column: Number(column) }];
      continue;
    }
    const read = MESSAGE.exec(line);
    if (read === null) continue;
    const [, path = '', row = '1', column = '1', kind = '', text = ''] = read;
    const option = OPTION.exec(text);
    found.push({
      kind: kind === 'warning' ? 'warning' : 'error',
      isFatal: kind === 'fatal error',
      path,
      line: Number(row),
      column: Number(column),
      message: option === null ? text : text.slice(0, option.index),
      ...(option?.[1] === undefined ? {} : { option: option[1] }),
      inlinedFrom,
    });
    inlinedFrom = [];
  }
  return found;
}

const MISSING = [
  /^([^:\s'"]{1,300}): No such file or directory$/,
  /^'([^'\s]{1,300})' file not found(?:, did you mean .{1,300})?$/,
];

/** The header that a fatal message says is not there. */
export function missingHeader({ isFatal, message }: CDiagnostic): string | undefined {
  if (!isFatal) return undefined;
  for (const pattern of MISSING) {
    const name = pattern.exec(message)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}
