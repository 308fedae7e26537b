import { bodyNodes } from '../judges/body-nodes.ts';
import type { Expression, IrFunction } from '../ir.ts';
import { changedBy } from './changed-names.ts';
import { symbolic, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryTable } from './memory-table.ts';
import { type MemoryState, type MemoryValue, NOTHING } from './memory-state.ts';
import { writtenPath } from './written-path.ts';

const known = new WeakMap<IrFunction, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * What a member points to when nothing but its name is known, and a member beside it that the function also uses says how many
 * bytes there are: `packet->payload` and `packet->payload_length`.
 */
export function claimedField(
  machine: MemoryMachine,
  state: MemoryState,
  member: Extract<Expression, { kind: 'member' }>,
  key: string,
): MemoryValue {
  const base = writtenPath(member.object);
  const owner = key.slice(0, -member.property.length - 1);
  const region = state.region(Number(/^r(\d+)/.exec(owner)?.[1] ?? Number.NaN));
  if (base === undefined || region === undefined || region.isPassedOn === true) return NOTHING;
  const beside = membersOf(machine.frame.function).get(base) ?? new Set();
  const length = lengthBeside(member.property, beside, machine.program.table.names);
  // Whoever changes it in the function knows what goes with it.
  if (length === undefined || changedBy(machine.frame.function.body).members.has(length)) return NOTHING;
  const lengthKey = `${owner}.${length}`;
  let value = state.values.get(lengthKey);
  if (value === undefined) {
    const made = machine.number(state, length, { low: ZERO, isUnsigned: true, bits: 32 });
    value = { kind: 'number', value: made };
    state.values.set(lengthKey, value);
  }
  if (value.kind !== 'number' || value.value.symbol === undefined) return NOTHING;
  const made: MemoryValue = {
    kind: 'pointer',
    region: machine.newRegion(state, {
      storage: 'outside',
      name: member.property,
      at: member.at,
      nullness: 'unknown',
      isShared: true,
      claimed: symbolic(value.value.symbol),
    }),
    offset: ZERO,
  };
  state.values.set(key, made);
  return made;
}

/** `data` and `len`; `payload` and `payload_packet_len`. */
function lengthBeside(name: string, beside: ReadonlySet<string>, names: MemoryTable['names']): string | undefined {
  for (const other of beside) {
    if (other === name || !names.length.test(other)) continue;
    if (other.startsWith(name) || (names.contents.test(name) && names.extents.test(other))) return other;
  }
  return undefined;
}

/** The members that a function uses, by what they are members of. */
function membersOf(one: IrFunction): ReadonlyMap<string, ReadonlySet<string>> {
  const before = known.get(one);
  if (before !== undefined) return before;
  const found = new Map<string, Set<string>>();
  for (const node of bodyNodes(one.body)) {
    if (node.kind !== 'member') continue;
    const base = writtenPath(node.object);
    if (base === undefined) continue;
    const own = found.get(base) ?? new Set();
    own.add(node.property);
    found.set(base, own);
  }
  known.set(one, found);
  return found;
}
