import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_ROW_LENGTH, readRows } from './read-rows.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-rows-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let count = 0;
async function fileWith(text: string | Uint8Array): Promise<string> {
  count += 1;
  const path = join(folder, `set-${count}.csv`);
  await writeFile(path, text);
  return path;
}

async function read(text: string | Uint8Array): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for await (const { number, fields } of readRows(await fileWith(text)))
    rows.push([number, Object.fromEntries(fields)]);
  return rows;
}

describe('readRows', () => {
  it('reads fields that hold commas, quotes and line ends', async () => {
    expect(await read('id,code\r\n1,"a, ""b""\r\nc\n"\r\n2,\r\n')).toEqual([
      [1, { id: '1', code: 'a, "b"\r\nc\n' }],
      [2, { id: '2', code: '' }],
    ]);
  });

  it('passes over the byte order mark and empty lines, and needs no line end at the end', async () => {
    expect(await read('\uFEFFid,code\n\n1,a\n\n2,b')).toEqual([
      [1, { id: '1', code: 'a' }],
      [2, { id: '2', code: 'b' }],
    ]);
    expect(await read('\uFEFF\n{"id":1}\n\n{"id":[2]}')).toEqual([
      [2, { id: 1 }],
      [4, { id: [2] }],
    ]);
  });

  it('keeps letters whole that lie on the border of two pieces', async () => {
    const text = 'é'.repeat(100_000);

    expect(await read(`{"a":"${text}"}\n{"a":"b"}\n`)).toEqual([
      [1, { a: text }],
      [2, { a: 'b' }],
    ]);
    expect(await read(`a\n${text}\n`)).toEqual([[1, { a: text }]]);
  });

  it('takes columns with names of Object for columns', async () => {
    const [row] = await read('__proto__,constructor\n1,2\n');

    expect(row).toEqual([
      1,
      Object.fromEntries([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
    ]);
  });

  it.each([
    { what: 'a column that is there twice', text: 'id,id\n1,2\n', message: /^set-\d+.csv has the column 'id' twice/ },
    {
      what: 'a field too many',
      text: 'id,code\n1,a\n2,b,c\n',
      message: /row 2 cannot be read. It has 3 fields, and the header has 2/,
    },
    {
      what: 'a quote that is not closed',
      text: 'id,code\n1,a\n2,"b\n',
      message: /row 2 cannot be read. The file ends within a field/,
    },
    { what: 'a quote in the wrong place', text: 'id,code\n1,"a"b\n', message: /row 1 cannot be read. A quote stands/ },
    { what: 'a quote that opens too late', text: 'id,code\n1,a"b"\n', message: /row 1 cannot be read. A quote stands/ },
    { what: 'a list', text: '{"id":1}\n[2]\n', message: /row 2 cannot be read. This line is JSON and no object/ },
    { what: 'a line that breaks off', text: '{"id":1}\n{"id":', message: /row 2 cannot be read. .*it ends too early/ },
    { what: 'blanks alone', text: ' \n \n', message: /is empty/ },
    {
      what: 'text in another encoding',
      text: Buffer.from('id\nM\u00fcller\n', 'latin1'),
      message: /is not text in UTF-8/,
    },
    {
      what: 'text that breaks off within a letter',
      text: Buffer.from('id\né').subarray(0, 4),
      message: /is not text in UTF-8/,
    },
  ])('refuses $what', async ({ text, message }) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
  });

  it.each(['id\n"', '{"id":"'])('refuses a row without an end, however it begins: %j', async (start) => {
    await expect(read(start + 'x'.repeat(3 * MAX_ROW_LENGTH))).rejects.toThrow(
      /row 1 cannot be read. It is longer than/,
    );
  });

  it('refuses a folder and what is not there', async () => {
    const all = async (path: string): Promise<void> => {
      for await (const row of readRows(path)) expect(row).toBeUndefined();
    };

    await expect(all(folder)).rejects.toThrow(/is a folder/);
    await expect(all(join(folder, 'none.csv'))).rejects.toThrow('none.csv is not there.');
  });
});
