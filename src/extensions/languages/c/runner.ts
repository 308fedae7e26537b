import type { ProgramRunner } from '#engine/syntax/program-runner.ts';

const OUTPUT = 'seccode-program';

const ENDINGS: readonly string[] = ['.c'];

/** Everything runs under the sanitizers for addresses and for undefined behaviour, and ends at the first report. */
export const runner: ProgramRunner = {
  tools: ['gcc', 'clang'],
  build: {
    output: OUTPUT,
    command: ({ files, driver }, tool) => [
      tool,
      '-g',
      '-O1',
      '-w',
      '-fno-omit-frame-pointer',
      '-fsanitize=address,undefined',
      '-fno-sanitize-recover=all',
      '-o',
      OUTPUT,
      ...files
        .map(({ path }) => path)
        .filter((path) => ENDINGS.some((ending) => path.endsWith(ending)))
        // What the driver includes is part of it already.
        .filter((path) => driver?.text.includes(`"${path}"`) !== true)
        .map((path) => `./${path}`),
      ...(driver === undefined ? [] : [`./${driver.path}`]),
      '-lm',
      '-lpthread',
    ],
  },
  start: () => [`./${OUTPUT}`],
  environment: () => ({
    // LeakSanitizer needs to trace processes, which a sandbox forbids.
    ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=0:exitcode=99:color=never',
    UBSAN_OPTIONS: 'print_stacktrace=0:exitcode=99:color=never',
  }),
  missing:
    /error while loading shared libraries: [^\n]{1,80}|fatal error: (?:[^\n:]{1,100}: No such file|'[^\n']{1,100}' file not found)|cannot find -l[\w.+-]{1,60}/,
  driverFile: 'seccode_driver.c',
  driverAdvice: [
    'The driver has a `main` of its own. When the program has one, too, the driver includes the file of the program by its path, with `#define main program_main` before and `#undef main` after.',
  ],
  isSanitized: true,
};
