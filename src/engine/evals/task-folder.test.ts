import { describe, expect, it } from 'vitest';
import type { Sample } from '#core/sample.ts';
import { readTaskFolder, type TaskFolderReader } from './task-folder.ts';

const MANIFEST = `
language: python
cwes: [CWE-89, CWE-20]
request: |
  Prints what it is given.
functional:
  driver: drive.py
  entry: main.py
  cases:
    - name: prints
      arguments: [007, no]
      checks:
        - { look: stdout-has, text: 007 }
        - { look: exit-code, text: 0 }
exploit:
  cases:
    - name: leaves the file alone
      stdin: x
      environment: { MODE: on }
      files: [{ path: data/a.txt, text: keep }]
      checks: [{ look: file-has, path: data/a.txt, text: keep }]
`;

const TASK: Readonly<Record<string, string>> = {
  'echo/task.yaml': MANIFEST,
  'echo/drive.py': 'drive',
  'echo/secure/main.py': 'safe',
  'echo/insecure/main.py': 'unsafe',
  'echo/insecure/lib/help.py': 'help',
};

/** A folder in memory. */
function folderOf(files: Readonly<Record<string, string>>): TaskFolderReader {
  return {
    place: 'tasks',
    list: async (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const inside = Object.keys(files).filter((path) => path.startsWith(prefix));
      const entries = inside.map((path) => path.slice(prefix.length).split('/'));
      const names = new Map(entries.map(([name = '', ...rest]) => [name, rest.length > 0]));
      return inside.length === 0 ? undefined : [...names].map(([name, isFolder]) => ({ name, isFolder })).reverse();
    },
    read: async (path) => files[path],
  };
}

async function read(files: Readonly<Record<string, string>>): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for await (const sample of readTaskFolder(folderOf(files))) samples.push(sample);
  return samples;
}

describe('readTaskFolder', () => {
  it('reads a task with its tests and its two programs', async () => {
    const insecure = [
      { path: 'lib/help.py', text: 'help' },
      { path: 'main.py', text: 'unsafe' },
    ];

    expect(await read(TASK)).toEqual([
      {
        id: 'echo',
        language: 'python',
        cwes: ['CWE-89', 'CWE-20'],
        request: 'Prints what it is given.',
        files: insecure,
        label: 'vulnerable',
        tests: {
          functional: {
            driver: { path: 'drive.py', text: 'drive' },
            entry: 'main.py',
            cases: [
              {
                name: 'prints',
                arguments: ['007', 'no'],
                stdin: '',
                environment: [],
                files: [],
                checks: [
                  { look: 'stdout-has', path: '', text: '007' },
                  { look: 'exit-code', path: '', text: '0' },
                ],
              },
            ],
          },
          exploit: {
            cases: [
              {
                name: 'leaves the file alone',
                arguments: [],
                stdin: 'x',
                environment: [{ name: 'MODE', value: 'on' }],
                files: [{ path: 'data/a.txt', text: 'keep' }],
                checks: [{ look: 'file-has', path: 'data/a.txt', text: 'keep' }],
              },
            ],
          },
        },
        references: { secure: [{ path: 'main.py', text: 'safe' }], insecure },
      },
    ]);
  });

  it('reads tasks by name, and what is no task not at all', async () => {
    const { 'echo/task.yaml': manifest = '', ...rest } = TASK;
    const other = Object.fromEntries(Object.entries(TASK).map(([path, text]) => [path.replace('echo', 'alpha'), text]));

    const samples = await read({ ...rest, ...other, 'echo/task.yaml': manifest, 'notes/a.md': '', 'README.md': '' });

    expect(samples.map(({ id }) => id)).toEqual(['alpha', 'echo']);
  });

  it('reads JSON in the same form', async () => {
    const checks = [{ look: 'stdout-has', text: 'a' }];
    const cases = [{ name: 'a', checks }];
    const task = { language: 'c', cwes: [], request: 'A', functional: { cases }, exploit: { cases } };

    const [sample] = await read({
      'a/task.json': JSON.stringify({ ...task, id: 'a', cluster: 'ab' }),
      'a/secure/main.c': '',
      'a/insecure/main.c': '',
    });

    expect(sample).toMatchObject({ id: 'a', cluster: 'ab', cwes: [], language: 'c' });
  });

  it.each([
    { what: 'a field that it does not know', from: 'request:', to: 'wish:', message: /tasks\/echo\/task.yaml.*wish/ },
    {
      what: 'a look that there is not',
      from: 'stdout-has',
      to: 'stdout',
      message: /functional\.cases\.0\.checks\.0\.look/,
    },
    { what: 'a weakness without a number', from: 'CWE-89', to: 'sql', message: /cwes\.0.*CWE-89/ },
    {
      what: 'a path that climbs',
      from: 'path: data/a.txt, text: keep }]\n',
      to: 'path: ../a, text: b }]\n',
      message: /climbs/,
    },
    {
      what: 'a look at a file without a path',
      from: 'file-has, path: data/a.txt,',
      to: 'file-has,',
      message: /needs a path/,
    },
    { what: 'an exit code that is a word', from: 'text: 0 }', to: 'text: zero }', message: /a number/ },
    { what: 'a check that takes no path', from: 'stdout-has, ', to: 'stdout-has, path: a, ', message: /takes no path/ },
    { what: 'a driver outside of the folder', from: 'driver: drive.py', to: 'driver: ../drive.py', message: /driver/ },
    { what: 'what is not YAML', from: 'cwes: [', to: 'cwes: [[', message: /not YAML from line \d+ on/ },
    {
      what: 'another id',
      from: 'language: python',
      to: 'language: python\nid: other',
      message: /calls itself 'other'/,
    },
  ])('refuses $what', async ({ from, to, message }) => {
    const refused = read({ ...TASK, 'echo/task.yaml': MANIFEST.replace(from, to) });

    await expect(refused).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
  });

  it.each([
    { what: 'no reference program', without: ['echo/secure/main.py'], message: /tasks\/echo\/secure/ },
    { what: 'no driver', without: ['echo/drive.py'], message: /no text file tasks\/echo\/drive.py/ },
    { what: 'no task', without: ['echo/task.yaml'], message: /holds no task/ },
    { what: 'nothing', without: Object.keys(TASK), message: /tasks is not a folder/ },
  ])('refuses a folder with $what', async ({ without, message }) => {
    const files = Object.fromEntries(Object.entries(TASK).filter(([path]) => !without.includes(path)));

    await expect(read(files)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
  });

  it('reads one task at a time', async () => {
    const reader = folderOf({ ...TASK, 'zebra/task.yaml': 'broken: [' });

    for await (const { id } of readTaskFolder(reader)) {
      expect(id).toBe('echo');
      break;
    }
  });
});
