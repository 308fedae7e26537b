import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import { sentence } from '#engine/build/sentence.ts';
import type { BuildFault, BuildReport } from '#engine/build/toolchain.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';

/** One error of `go build`. */
export interface GoError {
  readonly path: string;
  readonly line: number;
  /** In bytes, from 1. */
  readonly column: number;
  readonly message: string;
}

const ERROR = /^(?:vet: )?([^:]{1,1200}\.go):(\d{1,7})(?::(\d{1,7}))?: (.*)$/;

/** Reads what `go build` prints; lines that are no error are left out. */
export function readGoErrors(output: string): readonly GoError[] {
  return output.split('\n').flatMap((text) => {
    const read = text.length > 2000 ? null : ERROR.exec(text);
    if (read === null) return [];
    const [, path = '', line = '1', column = '1', message = ''] = read;
    return [{ path, line: Number(line), column: Number(column), message }];
  });
}

/** A module that would have to be fetched. */
const MISSING = /^(?:cannot find module providing package|no required module provides package) ([^\s:;]{1,300})/;
/** A path without a dot in its first part is of the standard library, and nothing of that name is. */
const NOT_IN_LIBRARY = /^package ([^\s]{1,300}) is not in (?:GOROOT|std)\b/;
/** C is not compiled here. */
const NEEDS_C = /build constraints exclude all Go files|import "C"/;

/** Tells what is wrong with the program from what is missing on this machine. */
export function goFaults(
  errors: readonly GoError[],
  files: SourceFiles,
  find: (path: string) => SourceFile | undefined,
): Pick<BuildReport, 'faults' | 'notBuilt'> {
  const faults: BuildFault[] = [];
  const notBuilt: BuildReport['notBuilt'][number][] = [];
  for (const { path, line, column, message } of errors) {
    const file = find(path);
    const missing = MISSING.exec(message)?.[1];
    const invented = NOT_IN_LIBRARY.exec(message)?.[1];
    const owner = file?.path ?? files[0]?.path ?? '';
    if (missing !== undefined)
      notBuilt.push({ path: owner, reason: `The module of ${missing} is not installed here.` });
    else if (NEEDS_C.test(message))
      notBuilt.push({ path: owner, reason: 'It needs C, which is not compiled for Go here.' });
    else {
      const at =
        file === undefined ? { line: 1, column: 1 } : toolPositions(file.text, { unit: 'byte' })({ line, column });
      const said = invented === undefined ? sentence(message) : `Go's standard library has no package '${invented}'.`;
      faults.push({ path: owner, ...at, message: said });
    }
  }
  return { faults, notBuilt };
}
