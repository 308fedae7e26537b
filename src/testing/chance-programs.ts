/** One part of a program: the same function with a weakness and without. */
interface Part {
  /** Unique within its language. */
  readonly name: string;
  /** Number of the weakness of `weak`. */
  readonly cwe: number;
  readonly weak: string;
  readonly sound: string;
}

/** Programs of one language: all have the same functions, and each part is weak or sound. */
export interface ChanceLanguage {
  readonly id: string;
  readonly path: string;
  readonly head: string;
  readonly parts: readonly Part[];
  readonly tail: string;
}

const PYTHON: ChanceLanguage = {
  id: 'python',
  path: 'main.py',
  head: `import hashlib
import json
import os
import pickle
import sqlite3
import subprocess
import sys
import tempfile
`,
  parts: [
    {
      name: 'show_folder',
      cwe: 78,
      weak: `def show_folder(name):
    os.system("ls -l " + name)
`,
      sound: `def show_folder(name):
    subprocess.run(["/bin/ls", "-l", "--", name], check=True)
`,
    },
    {
      name: 'read_settings',
      cwe: 502,
      weak: `def read_settings(data):
    return pickle.loads(data)
`,
      sound: `def read_settings(data):
    return json.loads(data)
`,
    },
    {
      name: 'find_person',
      cwe: 89,
      weak: `def find_person(connection, name):
    return connection.execute("SELECT id FROM people WHERE name = '" + name + "'").fetchone()
`,
      sound: `def find_person(connection, name):
    return connection.execute("SELECT id FROM people WHERE name = ?", (name,)).fetchone()
`,
    },
    {
      name: 'digest_of',
      cwe: 327,
      weak: `def digest_of(password):
    return hashlib.md5(password.encode()).hexdigest()
`,
      sound: `def digest_of(password):
    return hashlib.scrypt(password.encode(), salt=os.urandom(16), n=16384, r=8, p=1).hex()
`,
    },
    {
      name: 'new_file',
      cwe: 377,
      weak: `def new_file():
    return open(tempfile.mktemp(), "w", encoding="utf-8")
`,
      sound: `def new_file():
    return tempfile.NamedTemporaryFile("w", encoding="utf-8", delete=False)
`,
    },
  ],
  tail: `def main():
    show_folder(sys.argv[1])
    connection = sqlite3.connect("people.db")
    print(find_person(connection, sys.argv[1]))
    print(read_settings(sys.stdin.buffer.read()))
    print(digest_of(input("Password: ")))
    with new_file() as file:
        file.write("done")


if __name__ == "__main__":
    main()
`,
};

const C: ChanceLanguage = {
  id: 'c',
  path: 'main.c',
  head: `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
`,
  parts: [
    {
      name: 'greet',
      cwe: 121,
      weak: `void greet(const char *name)
{
    char line[32];
    strcpy(line, name);
    puts(line);
}
`,
      sound: `void greet(const char *name)
{
    char line[32];
    snprintf(line, sizeof line, "%s", name);
    puts(line);
}
`,
    },
    {
      name: 'say',
      cwe: 134,
      weak: `void say(const char *text)
{
    printf(text);
}
`,
      sound: `void say(const char *text)
{
    printf("%s", text);
}
`,
    },
    {
      name: 'show',
      cwe: 78,
      weak: `void show(const char *folder)
{
    if (system(folder) != 0)
        puts("failed");
}
`,
      sound: `void show(const char *folder)
{
    if (strlen(folder) != 0)
        puts(folder);
}
`,
    },
  ],
  tail: `int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    greet(argv[1]);
    say(argv[1]);
    show(argv[1]);
    return 0;
}
`,
};

/** Those that there are programs in. */
export const CHANCE_LANGUAGES: readonly ChanceLanguage[] = [PYTHON, C];

/** The program in which these parts are weak, and all others sound. */
export function chanceProgram({ id, head, parts, tail }: ChanceLanguage, weak: ReadonlySet<string>): string {
  const bodies = parts.map((part) => (weak.has(part.name) ? part.weak : part.sound));
  return [head, ...bodies, tail].join(id === 'python' ? '\n\n' : '\n');
}

/** The program that a text holds, by its parts; `undefined` when it holds none. */
export function chanceProgramIn(
  text: string,
): { readonly language: ChanceLanguage; readonly weak: ReadonlySet<string> } | undefined {
  for (const language of CHANCE_LANGUAGES) {
    const { parts } = language;
    if (!parts.every(({ weak, sound }) => text.includes(weak) || text.includes(sound))) continue;
    return { language, weak: new Set(parts.flatMap(({ name, weak }) => (text.includes(weak) ? [name] : []))) };
  }
  return undefined;
}
