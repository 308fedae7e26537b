import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sample } from '#core/sample.ts';
import type { Dataset, DatasetKit, DatasetSource } from '#engine/evals/dataset.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { languages as registry } from '#extensions/languages/index.generated.ts';

/** Rows in the form of a dataset, written for the test: no sample of anybody's. */
export interface DatasetExpectations {
  /** Name of the file. */
  readonly file: string;
  /** First line; empty for one JSON object per line. */
  readonly header: string;
  /** One row on one line; numbers count from 1, and each number gives another id. */
  readonly row: (number: number) => string;
  /** What row 1 is. */
  readonly first: Sample;
  readonly mapping?: DatasetSource['mapping'];
}

/** Enough that it cannot be read ahead by the buffers in between. */
const MANY = 3000;

/** The suite that every dataset passes that is read from rows. */
export function testDataset(dataset: Dataset, expectations: DatasetExpectations): void {
  const { file, header, row, first, mapping } = expectations;
  const isTable = header !== '';
  const lines = (rows: readonly string[]): string => `${[...(isTable ? [header] : []), ...rows].join('\n')}\n`;
  const rows = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => row(index + 1));

  describe(dataset.name, () => {
    let folder = '';
    let count = 0;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'seccode-dataset-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    const sourceWith = async (text: string | Uint8Array): Promise<DatasetSource> => {
      count += 1;
      const path = join(folder, `${count}-${file}`);
      await writeFile(path, text);
      return { path, ...(mapping === undefined ? {} : { mapping }) };
    };
    const read = async (text: string | Uint8Array): Promise<readonly Sample[]> =>
      await samplesIn(dataset, await sourceWith(text), await kitOf());
    const refuses = async (text: string | Uint8Array, message: RegExp): Promise<void> => {
      await expect(read(text)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(/^[A-Z].*[.]$/),
      });
    };
    const nameAndRow = (number: number): RegExp => new RegExp(`\\d+-${file.replaceAll('.', '[.]')}, row ${number}\\b`);

    it('reads a row as its publisher means it', async () => {
      expect((await read(lines(rows(1))))[0]).toEqual(first);
    });

    it('gives each sample an id of its own and a language that SecCode knows, in the order of the file', async () => {
      const text = lines(rows(5));
      const { languages } = await syntaxOf();

      const samples = await read(text);
      const again = await read(text);

      expect(samples).toHaveLength(5);
      expect(new Set(samples.map(({ id }) => id)).size).toBe(5);
      expect(languages.map(({ id }) => id)).toEqual(expect.arrayContaining(samples.map(({ language }) => language)));
      expect(again).toEqual(samples);
    });

    it('names a row by what is in it, whatever comes behind it', async () => {
      const few = await read(lines(rows(2)));
      const more = await read(lines(rows(4)));

      expect(more.slice(0, 2)).toEqual(few);
    });

    it('stops reading when nobody wants more', async () => {
      const broken = isTable ? `"${row(1)}` : '{';
      const source = await sourceWith(lines([...rows(MANY), broken]));
      const seen: string[] = [];

      for await (const { id } of dataset.read(source, await kitOf())) {
        seen.push(id);
        if (seen.length === 3) break;
      }

      expect(seen).toHaveLength(3);
    });

    it('reads files with a byte order mark and with line ends of Windows', async () => {
      const plain = lines(rows(2));
      const windows = `\uFEFF${plain.replaceAll('\n', '\r\n')}`;

      expect(await read(windows)).toEqual(await read(plain));
    });

    it('refuses a file that is not there', async () => {
      const reading = samplesIn(
        dataset,
        { path: join(folder, `none-${file}`), ...(mapping === undefined ? {} : { mapping }) },
        await kitOf(),
      );

      await expect(reading).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        message: expect.stringContaining(`none-${file}`),
      });
    });

    it('refuses to read when no file was named', async () => {
      const reading = samplesIn(dataset, mapping === undefined ? {} : { mapping }, await kitOf());

      await expect(reading).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    it('refuses an empty file, one without rows, and one that is not text', async () => {
      await refuses('', /is empty/);
      if (isTable) await refuses(`${header}\n`, /no row/);
      await refuses(Buffer.from([0x7b, 0xff, 0xfe, 0x00]), /not text/);
    });

    it('refuses a file in another form, naming file and row', async () => {
      await refuses(isTable ? 'one,two\n1,2\n' : '{"one":1}\n', nameAndRow(1));
    });

    it('refuses a broken row, naming file and row', async () => {
      const [good = ''] = rows(1);
      await refuses(lines([good, isTable ? 'only one field' : '["no object"]', row(3)]), nameAndRow(2));
    });

    it('refuses a file that ends within a row', async () => {
      const whole = lines(rows(2));
      await refuses(whole.slice(0, whole.lastIndexOf(isTable ? ',' : ':')), nameAndRow(2));
    });
  });
}

/** All samples of a source. */
export async function samplesIn(dataset: Dataset, source: DatasetSource, kit: DatasetKit): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for await (const sample of dataset.read(source, kit)) samples.push(sample);
  return samples;
}

/** The languages there are, and where notes go. */
export async function kitOf(notes: string[] = []): Promise<DatasetKit> {
  const syntax = await syntaxOf();
  return {
    languageNamed: (word) => syntax.languageNamed(word),
    note: (text) => {
      notes.push(text);
    },
  };
}

async function syntaxOf(): Promise<Syntax> {
  const languages = await Promise.all(Object.values(registry).map((loader) => loader()));
  return openSyntax({ languages, readGrammar: readGrammarFile });
}
