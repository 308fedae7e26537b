import type { SourceFiles } from '#core/source-file.ts';
import { sentence } from '#engine/build/sentence.ts';
import type { BuildFault, BuildReport, Toolchain } from '#engine/build/toolchain.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { type SafeFiles, safeFiles } from '#engine/external/safe-files.ts';
import { toolAvailability, type ToolNeed, toolVersion } from '#engine/external/tool-availability.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { type JavaMessage, readJavaMessages } from './messages.ts';

const NEED: ToolNeed = {
  title: 'javac',
  command: ['javac', '-version'],
  minimum: '11',
  remedy: 'Install a JDK, such as with `apt install default-jdk-headless`.',
};

/** Where the classes go: nobody reads them. */
const CLASSES = 'classes';

/** Java's compiler. Annotation processors, which are code of whoever wrote them, never run. */
export const toolchain: Toolchain = {
  name: 'javac',
  title: 'javac',
  languages: ['java'],
  rank: 10,
  availability: async (tools) => await toolAvailability(tools, NEED),
  build: async (files, tools, signal): Promise<BuildReport> => {
    const safe = safeFiles(files);
    const { end, stdout, stderr } = await runTool({
      detector: 'javac',
      call: {
        command: [
          'javac',
          '-J-Xmx512m',
          '-J-XX:+UseSerialGC',
          '-J-XX:TieredStopAtLevel=1',
          '-J-Duser.language=en',
          '-proc:none',
          '-implicit:none',
          '-encoding',
          'UTF-8',
          '-Xmaxerrs',
          '50',
          '-nowarn',
          '-d',
          CLASSES,
          // Nothing of the machine beside the platform itself.
          '-classpath',
          CLASSES,
          ...safe.placed.map(({ path }) => path),
        ],
      },
      run: async (call, until) =>
        await tools.run([...safe.files, { path: `${CLASSES}/.keep`, content: '' }], call, until),
      signal,
      exitCodes: [0, 1],
    });
    const version = `javac ${(await toolVersion(tools, NEED)) ?? ''}`;
    if (end.kind === 'exited' && end.exitCode === 0) return { version, faults: [], notBuilt: [], findings: [] };
    const errors = readJavaMessages(`${stdout}\n${stderr}`);
    if (errors.length === 0) throw toolFailed('javac', "'javac' gave up and gave no reason.");
    return { version, ...weigh(errors, files, safe), findings: [] };
  },
};

/** A class may be public in a file of any name here: the name is not always the program's own choice. */
const OF_FILE_NAMES = / should be declared in a file named /;
const MISSING_PACKAGE = /^package ([\w.]{1,300}) does not exist$/;
/** Packages of the platform: one that is not there is nowhere. */
const OF_PLATFORM = /^java\./;

/**
 * Where a package is missing that is not the program's, whatever uses its classes cannot be told from what is wrong: then only
 * the missing package is said.
 */
function weigh(
  errors: readonly JavaMessage[],
  files: SourceFiles,
  { fileAt }: SafeFiles,
): Pick<BuildReport, 'faults' | 'notBuilt'> {
  const own = new Set(files.flatMap(({ text }) => /^\s*package\s+([\w.]{1,300})\s*;/m.exec(text)?.[1] ?? []));
  const missing = errors.flatMap(({ path, message }) => {
    const name = MISSING_PACKAGE.exec(message)?.[1];
    const isOurs = name === undefined || OF_PLATFORM.test(name) || own.has(name);
    return isOurs ? [] : [{ path: fileAt(path)?.path ?? '', reason: `The package ${name} is not installed here.` }];
  });
  const [first] = missing;
  if (first !== undefined) {
    // The compiler looked at all files together, and none of them is known to be sound.
    return {
      faults: [],
      notBuilt: files.map(({ path }) => missing.find((one) => one.path === path) ?? { path, reason: first.reason }),
    };
  }
  const faults = errors
    .filter(({ message }) => !OF_FILE_NAMES.test(message))
    .map(
      ({ path, line, column, message }): BuildFault => ({
        path: fileAt(path)?.path ?? files[0]?.path ?? '',
        line: fileAt(path) === undefined ? 1 : line,
        column,
        message: sentence(message),
      }),
    );
  return { faults, notBuilt: [] };
}
