import { describe, expect, it } from 'vitest';
import { linesOf } from './json-lines.ts';

async function* piecesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

describe('linesOf', () => {
  it.each([1, 2, 3, 7, 100])('puts lines together that arrive in pieces of %i bytes', async (size) => {
    const lines: string[] = [];
    for await (const line of linesOf(piecesOf('{"a":"ä"}\n\n{"b":"😀"}\r\n{"c":1}', size))) lines.push(line.trim());

    expect(lines).toEqual(['{"a":"ä"}', '{"b":"😀"}', '{"c":1}']);
  });
});
