import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cweId } from '#core/cwe-id.ts';
import { areRelated } from '#core/cwe-relations.ts';

/** Whether a finding of one weakness counts for a label of another, both by number. */
export type Matches = (found: number, label: number) => boolean;

const relationsSchema = z.object({
  /** Direct parents in MITRE's view CWE-1000. */
  parents: z.record(z.string(), z.array(z.int())),
  /** Numbers that are used for one another. */
  families: z.array(z.array(z.int())),
  /** Ancestors that cover too much to count. */
  tooAbstract: z.array(z.int()),
});

/** As SecCode itself joins findings at one place. */
export const ownRelations: Matches = (found, label) => areRelated(cweId(found), cweId(label));

/** As a file says, so that figures made with another scorer's table can be compared. */
export function relationsFrom(file: string): Matches {
  const { parents, families, tooAbstract } = relationsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const abstract = new Set(tooAbstract);
  const parentsOf = (cwe: number): readonly number[] => parents[String(cwe)] ?? [];
  const isAbove = (above: number, below: number): boolean =>
    !abstract.has(above) && (parentsOf(below).includes(above) || parentsOf(below).flatMap(parentsOf).includes(above));
  return (found, label) =>
    found === label ||
    families.some((family) => family.includes(found) && family.includes(label)) ||
    isAbove(label, found) ||
    isAbove(found, label) ||
    parentsOf(found).includes(label);
}
