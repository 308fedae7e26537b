import { createReadStream } from 'node:fs';

/** One whole line, and where the next one begins, in bytes. */
export interface Line {
  readonly text: string;
  readonly end: number;
}

const NEWLINE = 0x0a;

/** The whole lines of a file, one after another; what follows the last line break is left out. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let end = 0;
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk);
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      const line = Buffer.concat([...parts, rest.subarray(0, at)]);
      parts = [];
      rest = rest.subarray(at + 1);
      end += line.length + 1;
      yield { text: line.toString('utf8'), end };
    }
    if (rest.length > 0) parts.push(rest);
  }
}
