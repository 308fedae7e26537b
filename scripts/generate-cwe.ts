/**
 * Writes `src/core/cwe-table.generated.ts` from MITRE's list as JSON:
 *
 *     npx tsx scripts/generate-cwe.ts LIST.json
 *
 * The list has the form `{source, weaknesses: {"79": {name, abstraction, parents: [74]}}}`, where the parents are the
 * `ChildOf` relations of view CWE-1000. It is made from the download at https://cwe.mitre.org/data/downloads.html, which
 * is why it is named on the command line and is no part of this repository.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LETTERS = { Pillar: 'P', Class: 'C', Base: 'B', Variant: 'V', Compound: 'X' } as const;

const List = z.object({
  weaknesses: z.record(
    z.string().regex(/^[1-9]\d{0,4}$/),
    z.object({
      // One line of the table is one weakness, so a name must not break the line.
      name: z.string().regex(/^\S.*$/),
      abstraction: z.enum(['Pillar', 'Class', 'Base', 'Variant', 'Compound']),
      parents: z.array(z.number().int().positive()),
    }),
  ),
});

const HEADER = `// Written by \`npx tsx scripts/generate-cwe.ts LIST.json\`. Do not edit.
//
// Ids, names, levels and parents are facts of the Common Weakness Enumeration (CWE), https://cwe.mitre.org.
// Copyright (c) 2006-2025, The MITRE Corporation. CWE is a trademark of The MITRE Corporation.
// Used under https://cwe.mitre.org/about/termsofuse.html: "MITRE hereby grants you a non-exclusive, royalty-free license to
// use Common Weakness Enumeration (CWE) for research, development, and commercial purposes. Any copy you make for such
// purposes is authorized on the condition that you reproduce MITRE's copyright designation and this license in any such
// copy." CWE comes "as is", without warranty of any kind.

/**
 * One weakness a line: number, level (P pillar, C class, B base, V variant, X compound), parents in view CWE-1000
 * (\`-\` for none), name. One string, so that loading costs nothing until somebody asks.
 */
export const CWE_TABLE: string = \`
`;

const path = process.argv[2];
if (path === undefined) {
  console.error('error: No list was named.\nfix: Run npx tsx scripts/generate-cwe.ts LIST.json.');
  process.exit(2);
}

const { weaknesses } = List.parse(JSON.parse(readFileSync(path, 'utf8')));
const lines = Object.entries(weaknesses)
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([id, { name, abstraction, parents }]) => {
    const strays = parents.filter((parent) => !(String(parent) in weaknesses));
    if (strays.length > 0) throw new Error(`The list lacks ${strays.join(', ')}, parent of ${id}.`);
    const known = [...parents].sort((a, b) => a - b).join(',');
    return `${id} ${LETTERS[abstraction]} ${known || '-'} ${name.replaceAll(/[\\`]|\$\{/g, '\\$&')}`;
  });
writeFileSync(join(import.meta.dirname, '../src/core/cwe-table.generated.ts'), `${HEADER}${lines.join('\n')}\n\`;\n`);
console.log(`wrote src/core/cwe-table.generated.ts: ${lines.length} weaknesses`);
