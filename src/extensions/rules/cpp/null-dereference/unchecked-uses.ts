import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place, TypeName } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { type IrNode } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { madeFrom, mentionIn, type Watched } from './first-mention.ts';
import { type Givers, mayGiveNothing, type Nothing } from './may-give-nothing.ts';

/** Something that may be nothing and is followed before anybody has looked. */
export interface UncheckedUse {
  readonly what: string;
  readonly at: Place;
}

/** Methods that tell whether a container has a key, or put it there. */
const ASKS = /^(?:count|contains|insert|emplace|try_emplace|insert_or_assign|at|find|push_back|operator\[\])$/;
/** Variables that are watched at the same time; of a function with more the later ones are left alone. */
const MOST_WATCHED = 24;

/**
 * `auto it = ages.find(name); use(it->second);`, `user->name` of an optional, `window.lock()->close()`: the first mention
 * behind the call follows what it gave.
 */
export function uncheckedUses(
  facts: ModuleFacts,
  { parameters, body }: IrFunction,
  givers: Givers,
  fields: ReadonlyMap<string, TypeName | undefined>,
): readonly UncheckedUse[] {
  const types = new Map<string, TypeName | undefined>([...fields, ...parameters.map(typed)]);
  const watched = new Map<string, Watched & Nothing & { readonly since: Place }>();
  const asked = new Set<string>();
  const found: UncheckedUse[] = [];
  const watch = (path: string | undefined, value: Expression, type: TypeName | undefined, since: Place): void => {
    if (path === undefined) return;
    watched.delete(path);
    const nothing = mayGiveNothing(facts, givers, value, type, types);
    if (nothing === undefined || watched.size >= MOST_WATCHED) return;
    if (nothing.searched !== undefined && asked.has(nothing.searched)) return;
    // What stands in the value, or is written over, is what was there before.
    watched.set(path, { path, since, ...nothing });
  };
  for (const node of bodyNodes(body)) {
    for (const one of watched.values()) {
      if (node.at.start >= one.since.start && node.at.end <= one.since.end) continue;
      const mention = mentionIn(node, one);
      if (mention === undefined) continue;
      watched.delete(one.path);
      if (mention.followedAt !== undefined) found.push({ what: one.what, at: mention.followedAt });
    }
    const direct = followedAtOnce(node);
    if (direct !== undefined) {
      const nothing = mayGiveNothing(facts, givers, direct, undefined, types);
      const isAsked = nothing?.searched !== undefined && asked.has(nothing.searched);
      if (nothing?.parts === undefined && nothing !== undefined && !isAsked)
        found.push({ what: nothing.what, at: node.at });
    }
    const text = textOfNothing(node);
    if (text !== undefined) found.push(text);
    if (node.kind === 'declare') {
      types.set(node.name, node.type);
      if (node.value !== undefined) watch(node.name, node.value, node.type, node.value.at);
    } else if (node.kind === 'assign' && node.operator === undefined && node.targets.length === 1) {
      const path = placePath(node.targets[0]);
      watch(path, node.value, types.get(path?.replace('*this.', '') ?? ''), node.at);
    } else if (node.kind === 'call' && node.callee.kind === 'member' && ASKS.test(node.callee.property)) {
      const path = placePath(node.callee.object);
      if (path !== undefined) asked.add(path);
    } else if (node.kind === 'index') {
      const path = placePath(node.object);
      if (path !== undefined) asked.add(path);
    }
  }
  return found;
}

function typed({ name, type }: IrFunction['parameters'][number]): readonly [string, TypeName | undefined] {
  return [name, type];
}

/** The call whose result is followed where it stands: `parent_.lock()->Remove(id)`. */
function followedAtOnce(node: IrNode): Extract<Expression, { kind: 'call' }> | undefined {
  if (node.kind !== 'unary' || node.operator !== 'deref' || node.operand.kind !== 'call') return undefined;
  return node.operand;
}

/** `std::string home = std::getenv("HOME");`, `fs::path(getenv("TMP"))`: a text made of a pointer that may be null. */
function textOfNothing(node: IrNode): UncheckedUse | undefined {
  const inner = madeFrom(node);
  if (inner?.kind !== 'call' || !/^(?:secure_)?getenv$/.test(lastName(inner.callee))) return undefined;
  return { what: "'getenv'", at: inner.at };
}
