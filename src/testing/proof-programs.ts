import type { BehaviourCase, Check } from '#core/behaviour.ts';

/** A pair as a model would send it. */
interface ScriptedPair {
  readonly entry: string;
  readonly driver: string;
  readonly hostile: BehaviourCase;
  readonly legitimate: BehaviourCase;
}

/** One flawed program and what may become of it. */
export interface ProvenProgram {
  readonly language: string;
  /** Without it the language is not run here. */
  readonly tool: string;
  readonly path: string;
  readonly flawed: string;
  readonly fixed: string;
  /** No detector reports it, and the attack works all the same. */
  readonly hidden: string;
  /** Stops the attack and everybody else. */
  readonly useless: string;
  readonly pair: ScriptedPair;
}

/** A case of a scripted pair. */
export function caseOf(name: string, argument: string, check: Omit<Check, 'path'>): BehaviourCase {
  return {
    name,
    arguments: [argument],
    stdin: '',
    environment: [],
    files: [{ path: 'note.txt', text: 'milk and bread\n' }],
    checks: [{ path: '', ...check }],
  };
}

const shellPair = {
  hostile: caseOf('a command behind the name', "note.txt; echo PW''NED", { look: 'stdout-has', text: 'PWNED' }),
  legitimate: caseOf('a file', 'note.txt', { look: 'stdout-has', text: 'milk and bread' }),
};

const memoryPair = {
  hostile: caseOf('a name of 200 letters', 'A'.repeat(200), { look: 'sanitizer-report', text: '' }),
  legitimate: caseOf('a name', 'Ada', { look: 'stdout-has', text: 'Hello, Ada!' }),
};

const python = (imports: string, body: string): string =>
  `${imports}\nimport sys\n\n\ndef show(name: str) -> None:\n${body}\n\n\nif __name__ == "__main__":\n    show(sys.argv[1])\n`;

const javascript = (imports: string, body: string): string =>
  `import { ${imports};\n\nexport function show(name) {\n${body}\n}\n`;

const c = (body: string): string => `#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void greet(const char *name)
{
${body}
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    greet(argv[1]);
    return 0;
}
`;

const cpp = (body: string): string => `#include <cstdio>
#include <cstring>
#include <string>

void greet(const char *name)
{
${body}
}
`;

/** Scripted, one for each kind of language that pairs are run in. */
export const PROVEN: readonly ProvenProgram[] = [
  {
    language: 'python',
    tool: 'python3',
    path: 'show.py',
    flawed: python('import os', '    os.system("cat " + name)'),
    fixed: python('import pathlib', '    print(pathlib.Path(name).read_text())'),
    hidden: python('import subprocess', '    subprocess.run(["sh"], input="cat " + name, text=True, check=False)'),
    useless: python('import pathlib', '    print(pathlib.Path(name).name[:0])'),
    pair: { entry: 'show.py', driver: '', ...shellPair },
  },
  {
    language: 'javascript',
    tool: 'node',
    path: 'show.mjs',
    flawed: javascript("execSync } from 'node:child_process'", "  return execSync('cat ' + name).toString();"),
    fixed: javascript("readFileSync } from 'node:fs'", "  return readFileSync(name, 'utf8');"),
    hidden: javascript(
      "spawnSync } from 'node:child_process'",
      "  return spawnSync('sh', [], { input: 'cat ' + name }).stdout.toString();",
    ),
    useless: javascript("basename } from 'node:path'", '  return basename(name).slice(0, 0);'),
    pair: {
      entry: '',
      driver: "import { show } from './show.mjs';\n\nconsole.log(show(process.argv[2]));\n",
      ...shellPair,
    },
  },
  {
    language: 'c',
    tool: 'gcc',
    path: 'greet.c',
    flawed: c('    char text[16];\n    strcpy(text, name);\n    printf("Hello, %s!\\n", text);'),
    fixed: c('    char text[16];\n    snprintf(text, sizeof text, "%s", name);\n    printf("Hello, %s!\\n", text);'),
    hidden: c(
      '    char text[16];\n    snprintf(text, strtoul("64", NULL, 10), "%s", name);\n    printf("Hello, %s!\\n", text);',
    ),
    useless: c(
      '    char text[16];\n    snprintf(text, sizeof text, "%.0s", name);\n    printf("Hello, %s!\\n", text);',
    ),
    pair: { entry: '', driver: '', ...memoryPair },
  },
  {
    language: 'cpp',
    tool: 'g++',
    path: 'greet.cpp',
    flawed: cpp('    char text[16];\n    std::strcpy(text, name);\n    std::printf("Hello, %s!\\n", text);'),
    fixed: cpp('    const std::string text(name);\n    std::printf("Hello, %s!\\n", text.c_str());'),
    hidden: cpp(
      '    char text[16];\n    std::snprintf(text, std::stoul("64"), "%s", name);\n    std::printf("Hello, %s!\\n", text);',
    ),
    useless: cpp('    const std::string text(name, 0);\n    std::printf("Hello, %s!\\n", text.c_str());'),
    pair: {
      entry: '',
      driver: 'void greet(const char *name);\n\nint main(int, char **argv)\n{\n    greet(argv[1]);\n    return 0;\n}\n',
      ...memoryPair,
    },
  },
];
