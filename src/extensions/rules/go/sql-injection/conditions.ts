import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Place } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { openConditionHole } from '#engine/analysis/judges/sql-condition.ts';
import { definitionOf, parentOf } from '#engine/analysis/judges/surroundings.ts';
import { writtenText } from '#engine/analysis/judges/written-text.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Names of lists of which a statement is made. */
const LIST = /where|cond|clause|filter|predicate|criteria|restrict|sql|query|^(?:parts|ands|ors|sets|wheres?)$/i;

/**
 * `conditions = append(conditions, "name = '"+name+"'")`: of what is joined later it shows no more what it was put together
 * of.
 */
export function listedConditions(facts: ModuleFacts): readonly Place[] {
  const found: Place[] = [];
  const joined = new Set<string>();
  for (const { callee, arguments: given } of nodesOf(facts, 'call')) {
    if (callee.kind !== 'member' || callee.property !== 'Join') continue;
    for (const value of [callee.object, given[0]?.value]) joined.add(lastName(value));
  }
  for (const list of nodesOf(facts, 'sequence')) {
    const assigned = list.items[0]?.kind === 'spread' ? parentOf(facts, list) : undefined;
    if (assigned?.kind !== 'assign') continue;
    const name = lastName(assigned.targets[0]);
    if (!LIST.test(name) && !joined.has(name)) continue;
    for (const item of list.items) {
      const text = item.kind === 'spread' ? undefined : writtenText(item);
      const hole = text && openConditionHole(text);
      const filled = hole?.value.origin && definitionOf(facts, hole.value.origin);
      if (filled !== undefined && filled.kind !== 'literal') found.push(item.at);
    }
  }
  return found;
}
