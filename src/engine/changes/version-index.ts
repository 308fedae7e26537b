import type { SourceFile } from '#core/source-file.ts';
import type { Outline, OutlineCall, OutlineFunction } from '../syntax/outline.ts';
import type { Version } from './change.ts';

/** One file of a version with its outline. */
export interface OutlinedFile {
  readonly file: SourceFile;
  readonly outline: Outline;
}

/** Files of a version that a language claims and that parse: only of those does an outline tell the truth. */
export function soundFiles(version: Version): readonly OutlinedFile[] {
  return allFiles(version).filter(({ outline }) => outline.language !== undefined && outline.faults.length === 0);
}

/** Every file of a version with its outline. */
export function allFiles({ files, outlines }: Version): readonly OutlinedFile[] {
  return files.flatMap((file, index) => {
    const outline = outlines[index];
    return outline === undefined ? [] : [{ file, outline }];
  });
}

/** Whether every file that a language claims parses, so that what is not found is really not there. */
export function isSound(version: Version): boolean {
  return version.outlines.every(({ faults }) => faults.length === 0);
}

/** Functions of a version by name; several when there are overloads, or the same name in two files. */
export function functionsByName(version: Version): ReadonlyMap<string, readonly OutlineFunction[]> {
  const found = new Map<string, OutlineFunction[]>();
  for (const { outline } of soundFiles(version)) {
    for (const entry of outline.functions) found.set(entry.name, [...(found.get(entry.name) ?? []), entry]);
  }
  return found;
}

/** `withdraw` of `Account.withdraw`, `execute` of `self.cursor->execute`. */
export function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('>'), name.lastIndexOf(':')) + 1);
}

/** How often each key occurs. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Calls of every file that parses. */
export function callsOf(version: Version): readonly OutlineCall[] {
  return soundFiles(version).flatMap(({ outline }) => outline.calls);
}
