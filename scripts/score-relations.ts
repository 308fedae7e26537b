import { readFileSync } from 'node:fs';
import { cweId } from '#core/cwe-id.ts';
import { areRelated } from '#core/cwe-relations.ts';
import { type CweMatcher, cweMatcher, relationsFileSchema } from '#engine/evals/labelled/cwe-matcher.ts';

/** As SecCode itself joins findings at one place. */
export const ownRelations: CweMatcher = (found, label) => areRelated(cweId(found), cweId(label));

/** As a file says, so that figures made with another scorer's table can be compared. */
export function relationsFrom(file: string): CweMatcher {
  const relations = relationsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return cweMatcher({ ...relations, parentsOf: (cwe) => relations.parents[String(cwe)] ?? [] });
}
