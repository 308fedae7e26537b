/** One error of tsc. */
export interface TscError {
  readonly path: string;
  readonly line: number;
  /** In UTF-16 code units, from 1. */
  readonly column: number;
  readonly code: number;
  readonly message: string;
  /** The text is no TypeScript, whatever the types are. */
  readonly isGrammar: boolean;
}

const ERROR = /^(.{1,1200}?)\((\d{1,7}),(\d{1,7})\): error TS(\d{1,6}): (.*)$/;

/** Reads what tsc prints without colours. */
export function readTscErrors(output: string): readonly TscError[] {
  return output.split('\n').flatMap((text) => {
    const read = text.length > 4000 ? null : ERROR.exec(text);
    if (read === null) return [];
    const [, path = '', line = '1', column = '1', number = '0', message = ''] = read;
    const code = Number(number);
    return [{ path, line: Number(line), column: Number(column), code, message, isGrammar: code < 2000 }];
  });
}

/** Names that Node.js, test runners and bundlers give, whose types are a package. */
const OF_THE_ENVIRONMENT =
  /^Cannot find (?:name|namespace) '(?:process|require|module|exports|global|Buffer|__dirname|__filename|NodeJS|setImmediate|clearImmediate|describe|it|test|expect|jest|beforeEach|afterEach|beforeAll|afterAll|JSX|React|Express|Bun|Deno)'/;

/** A module that is not of the program: by its name, and never by a relative path. */
const MODULE =
  /^(?:Cannot find module|Could not find a declaration file for module|Invalid module name in augmentation, module) '([^'./][^']{0,300})'/;

/** JSX whose types are a package, and type arguments of what is not known. */
const FOLLOWS = new Set([2347, 2503, 2580, 2591, 2582, 2593, 2792, 2875, 7016, 7026, 17004]);

/** What this machine lacks, when that is what the error speaks of; a sentence. */
export function wantOf({ code, message }: TscError): string | undefined {
  const name = MODULE.exec(message)?.[1];
  if (name !== undefined) return `The types of the package ${name} are not installed here.`;
  if (OF_THE_ENVIRONMENT.test(message) || (FOLLOWS.has(code) && !message.includes("'./"))) {
    return 'The types of its environment are not installed here.';
  }
  return undefined;
}
