import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, TypeName } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** How what a call gives is used when there is nothing. */
export interface Nothing {
  /** As a reader would call it: `'find'`. */
  readonly what: string;
  /** Only what reads this part of it counts: `second` of an iterator of a map. */
  readonly parts?: RegExp;
  /** Container that was searched: whoever has asked it for the key knows. */
  readonly searched?: string;
  readonly isText?: true;
}

const OPTIONAL = /(?:^|::)optional$/;
const KEYED = /(?:^|::)(?:unordered_)?(?:multi)?(?:map|set)$|(?:^|::)(?:flat|btree|node)_(?:hash_)?(?:map|set)$/;
/** What functions are called that may not find what they are asked for. */
const SEARCHES = /^(?:[a-z]+_)?(?:find|lookup|look_up|search|query|get|select|match|resolve|locate|acquire|peek)/i;
const ITEM = /^(?:first|second)$/;

/** What is known of a file: its functions that give nothing at times. */
export interface Givers {
  readonly pointers: ReadonlySet<string>;
  readonly optionals: ReadonlySet<string>;
}

/** Functions of a file that are written once and have a `return nullptr` or a type that may be empty. */
export function giversOf(facts: ModuleFacts): Givers {
  const counts = new Map<string, number>();
  const pointers = new Set<string>();
  const optionals = new Set<string>();
  for (const { function: one } of facts.functions) {
    if (one.name === '') continue;
    counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
    const before = facts.codeText.slice(Math.max(0, one.nameAt.start - LONGEST_TYPE), one.nameAt.start);
    if (/\boptional\s*<[^;{}]{1,120}>\s*(?:[\w:]+::)?$/.test(before)) optionals.add(one.name);
    else if (SEARCHES.test(one.name) && /[*>]\s*(?:[\w:]+::)?$/.test(before) && givesNull(one)) pointers.add(one.name);
  }
  for (const [name, count] of counts) {
    if (count < 2) continue;
    pointers.delete(name);
    optionals.delete(name);
  }
  return { pointers, optionals };
}

const LONGEST_TYPE = 160;

function givesNull({ body }: IrFunction): boolean {
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'return' || node.value === undefined) continue;
    const { value } = node;
    const ends = value.kind === 'conditional' ? [value.then, value.otherwise] : [value];
    if (ends.some((end) => end.kind === 'literal' && end.value === null)) return true;
  }
  return false;
}

/** Why an expression may give nothing, if it may. */
export function mayGiveNothing(
  facts: ModuleFacts,
  givers: Givers,
  value: Expression,
  declared: TypeName | undefined,
  types: ReadonlyMap<string, TypeName | undefined>,
): Nothing | undefined {
  if (value.kind === 'typed' || (value.kind === 'call' && value.isNew === true))
    return /^(?:::)?new\s*\(\s*(?:std::)?nothrow\s*\)/.test(facts.codeAt(value.at))
      ? { what: "'new (nothrow)'" }
      : undefined;
  if (value.kind !== 'call') return undefined;
  const name = lastName(value.callee);
  const what = `'${name}'`;
  if (declared !== undefined && OPTIONAL.test(declared.name))
    return OPTIONAL.test(name) || /^(?:make_optional|value_or)$/.test(name) ? undefined : { what };
  if (value.callee.kind === 'member') {
    const { object } = value.callee;
    const searched = placePath(object);
    if (name === 'find' && searched !== undefined && searched !== 'std') {
      const type = types.get(searched.replace(/^\*this\.|^\*/, ''));
      return { what, searched, ...(type !== undefined && KEYED.test(type.name) ? {} : { parts: ITEM }) };
    }
    if (name === 'lock' && value.arguments.length === 0) return { what };
  }
  if (/^(?:std\.)?(?:get_if|any_cast)$/.test(writtenName(value.callee)))
    return value.arguments.length === 1 && value.arguments[0]?.value.kind === 'unary' ? { what } : undefined;
  if (name === 'getenv' && declared?.pointers === 1) return { what, isText: true };
  const isOwn = value.callee.kind === 'name' || facts.functions.some(({ class: one }) => one !== undefined);
  if (!isOwn) return undefined;
  if (givers.pointers.has(name) && (declared?.pointers ?? 0) === 1) return { what };
  if (givers.optionals.has(name) && declared?.name === 'auto') return { what };
  return undefined;
}

/** Types of the fields of all classes of a file. */
export function fieldTypes(facts: ModuleFacts): ReadonlyMap<string, TypeName | undefined> {
  const types = new Map<string, TypeName | undefined>();
  for (const { class: one } of nodesOf(facts, 'class'))
    for (const field of one.body) if (field.kind === 'declare') types.set(field.name, field.type);
  return types;
}
