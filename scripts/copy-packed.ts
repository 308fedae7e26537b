import { readFileSync } from 'node:fs';
import { writePacked } from './write-packed.ts';

/** Writes a file compressed, as the package brings it. One that is already the same is left alone. */
export async function copyPacked(from: string, to: string): Promise<void> {
  await writePacked(readFileSync(from), to);
}
