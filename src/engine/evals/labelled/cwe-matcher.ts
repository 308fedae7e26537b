import { z } from 'zod';

/** Whether a finding of one weakness counts for a label of another, both by number. Need not be symmetric. */
export type CweMatcher = (found: number, label: number) => boolean;

/** Which weaknesses stand for one another. */
export interface CweRelations {
  /** Direct parents in MITRE's view CWE-1000, by number. */
  readonly parentsOf: (cwe: number) => readonly number[];
  /** Numbers that are used for one another. */
  readonly families: readonly (readonly number[])[];
  /** Ancestors that cover too much to count. */
  readonly tooAbstract: readonly number[];
}

/** The same in a file. */
export interface RelationsFile extends Omit<CweRelations, 'parentsOf'> {
  /** Direct parents by number. */
  readonly parents: Readonly<Record<string, readonly number[]>>;
}

export const relationsFileSchema: z.ZodType<RelationsFile> = z.object({
  parents: z.record(z.string(), z.array(z.int())),
  families: z.array(z.array(z.int())),
  tooAbstract: z.array(z.int()),
});

/**
 * A finding counts when it names the weakness of the label, one of the same family, one at most two steps above or below
 * it where the upper one is not too abstract, or one right below it.
 */
export function cweMatcher({ parentsOf, families, tooAbstract }: CweRelations): CweMatcher {
  const abstract = new Set(tooAbstract);
  const isAbove = (above: number, below: number): boolean => {
    const parents = parentsOf(below);
    return !abstract.has(above) && (parents.includes(above) || parents.flatMap(parentsOf).includes(above));
  };
  return (found, label) =>
    found === label ||
    families.some((family) => family.includes(found) && family.includes(label)) ||
    isAbove(label, found) ||
    isAbove(found, label) ||
    // A label that is abstract is still met by what is right below it: nothing nearer can be named.
    parentsOf(found).includes(label);
}
