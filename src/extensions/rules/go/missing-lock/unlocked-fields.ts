import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { GUARDED, LONGEST_FUNCTION } from './guarded.ts';
import { isHandler } from './is-handler.ts';

interface Change {
  readonly at: Place;
  readonly field: string;
  readonly within: FunctionFact;
}

/**
 * Changes of fields of the receiver that nothing locks: in a handler of requests, and in a method that others may call of a
 * type that has a lock, where another of its methods holds the lock for the same field.
 */
export function unlockedFields(facts: ModuleFacts): readonly Change[] {
  const found: Change[] = [];
  const structs = structsOf(facts);
  for (const { target, at, within } of facts.assignments) {
    if (within?.function.isMethod !== true) continue;
    const { parameters, name, at: place } = within.function;
    const [receiver] = parameters;
    const member = target.kind === 'index' ? target.object : target;
    if (receiver === undefined || !isFieldOf(member, receiver.name) || member.kind !== 'member') continue;
    const fields = structs.get(lastName(receiver.annotation));
    if (fields === undefined || place.end - place.start > LONGEST_FUNCTION) continue;
    const field = member.property;
    const isShared =
      isHandler(within) ||
      (hasLock(fields) &&
        /^[A-Z]/.test(name) &&
        !/Locked$|Unsafe$/.test(name) &&
        isLockedElsewhere(facts, lastName(receiver.annotation), field));
    if (!isShared || !isChange(facts, at, target, fields, field)) continue;
    if (GUARDED.test(facts.codeAt(place))) continue;
    found.push({ at, field, within });
  }
  return found;
}

function isFieldOf(value: Expression, receiver: string): boolean {
  return value.kind === 'member' && value.object.kind === 'name' && value.object.name === receiver;
}

/** Texts of the structs that the file declares, by name. */
function structsOf({ codeText }: ModuleFacts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', fields = ''] of codeText.matchAll(/^\s{0,8}(?:type )?(\w+) struct \{([^{}]{0,4000})\}/gm))
    found.set(name, fields);
  return found;
}

function hasLock(fields: string): boolean {
  return /\bsync\.(?:RW)?Mutex\b/.test(fields);
}

/** `s.count++`, `s.total += n`, `s.list = append(s.list, …)`, `s.cache[key] = v` of a map. */
function isChange(facts: ModuleFacts, at: Place, target: Expression, fields: string, field: string): boolean {
  if (target.kind === 'index')
    return new RegExp(`^[ \\t]*(?:\\w+, )*${field}(?:, \\w+)*[ \\t]+map\\[`, 'm').test(fields);
  const text = facts.codeAt(at).slice(0, 300);
  return new RegExp(`^\\w+\\.${field}\\s*(?:\\+\\+|--|[-+*/|&]=|=\\s*append\\(\\w+\\.${field}\\b)`).test(text);
}

/** Not every field is one that the lock is for. */
function isLockedElsewhere(facts: ModuleFacts, type: string, field: string): boolean {
  return facts.functions.some(({ function: one }) => {
    const [receiver] = one.parameters;
    if (!one.isMethod || receiver === undefined || lastName(receiver.annotation) !== type) return false;
    if (one.at.end - one.at.start > LONGEST_FUNCTION) return false;
    const text = facts.codeAt(one.at);
    return /\.R?Lock\(/.test(text) && text.includes(`${receiver.name}.${field}`);
  });
}
