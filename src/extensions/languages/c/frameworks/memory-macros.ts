import type { MacroWays } from '#engine/analysis/memory/memory-table.ts';

const HEAD = /^[ \t]*#[ \t]*define[ \t]+(\w+)\(/;
const LEAVES = /\b(?:return|goto|exit|_exit|abort|longjmp)\b/;
/** Lines of one definition that are read. */
const MOST_LINES = 60;

/** Macros of a file that leave the function they stand in, always or when something in them holds. */
export function macroWays(text: string): MacroWays {
  const ends = new Set<string>();
  const tests = new Set<string>();
  if (!text.includes('#')) return { ends, tests };
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const name = HEAD.exec(lines[at] ?? '')?.[1];
    if (name === undefined) continue;
    const body: string[] = [];
    let line = lines[at] ?? '';
    for (let count = 0; count < MOST_LINES; count += 1) {
      body.push(line);
      if (!/\\\r?$/.test(line)) break;
      at += 1;
      line = lines[at] ?? '';
    }
    const written = body.join('\n');
    if (!LEAVES.test(written)) continue;
    (/\bif\b|\?/.test(written) ? tests : ends).add(name);
  }
  return { ends, tests };
}
