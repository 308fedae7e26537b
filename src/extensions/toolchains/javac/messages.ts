/** One error of javac. */
export interface JavaMessage {
  readonly path: string;
  readonly line: number;
  /** From 1; taken from the mark below the line that is quoted, else 1. */
  readonly column: number;
  readonly message: string;
}

const ERROR = /^([^:]{1,1200}\.java):(\d{1,7}): error: (.*)$/;
const CARET = /^( *)\^$/;
/** Lines between a message and its mark: a continued message, and the line that is quoted. */
const CARET_WITHIN = 5;

/** What "cannot find symbol" speaks of stands below the mark. */
const SYMBOL = /^ {2}symbol: +(.{1,200})$/;
const SYMBOL_WITHIN = 4;

/** Reads javac's errors; lines that are none, such as the code that it quotes, are left out. */
export function readJavaMessages(output: string): readonly JavaMessage[] {
  const lines = output.split('\n');
  return lines.flatMap((text, index) => {
    const read = text.length > 2000 ? null : ERROR.exec(text);
    if (read === null) return [];
    const [, path = '', line = '1', message = ''] = read;
    const marks = lines.slice(index + 1, index + 1 + CARET_WITHIN).map((one) => CARET.exec(one)?.[1]?.length);
    const column = (marks.find((mark) => mark !== undefined) ?? 0) + 1;
    const symbol = lines.slice(index + 1, index + 1 + SYMBOL_WITHIN).map((one) => SYMBOL.exec(one)?.[1]);
    const more = symbol.find((one) => one !== undefined);
    return [{ path, line: Number(line), column, message: more === undefined ? message : `${message}: ${more}` }];
  });
}
