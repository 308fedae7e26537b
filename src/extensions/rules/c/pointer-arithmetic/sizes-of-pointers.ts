import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression, Expression, IrFunction, Place, TypeName } from '#engine/analysis/ir.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';

/** What asks for memory. */
const ALLOCATES = /^(?:x?malloc|x?calloc|x?realloc|g_malloc0?|k[mz]alloc|alloca)$/;
/** What is given a piece of memory and its size. */
const TAKES_SIZE =
  /^(?:mem(?:set|cpy|move|cmp|chr)|bzero|strn(?:cpy|cat|cmp)|strlc(?:py|at)|f?gets_?s?|v?snprintf|read|recv|fread|explicit_bzero)$/;

/** `p = malloc(sizeof(p))` and `memset(p, 0, sizeof(p))`, with a `p` that is a pointer. */
export function* sizesOfPointers(facts: ModuleFacts): Generator<{ readonly at: Place; readonly name: string }> {
  for (const { function: one } of facts.functions) {
    const types = typesOf(one);
    for (const node of bodyNodes(one.body, { intoFunctions: false })) {
      if (node.kind === 'call' && TAKES_SIZE.test(calleeName(node))) {
        const found = ownSize(node, types);
        if (found !== undefined) yield found;
      }
      const [name, value] =
        node.kind === 'declare'
          ? [node.name, node.value]
          : node.kind === 'assign' || node.kind === 'assignment'
            ? [nameOf(node.kind === 'assign' ? node.targets[0] : node.target), node.value]
            : ['', undefined];
      const call = value?.kind === 'cast' ? value.operand : value;
      if (name === '' || call?.kind !== 'call' || !ALLOCATES.test(calleeName(call))) continue;
      const type = types.get(name);
      // Of a pointer to pointers the sizes are the same.
      if (type?.pointers !== 1 || type.sizes !== undefined) continue;
      for (const inner of walk(call.arguments.map((given) => given.value)))
        if (isSizeOf(inner, name)) yield { at: inner.at, name };
    }
  }
}

function ownSize(
  call: CallExpression,
  types: ReadonlyMap<string, TypeName>,
): { readonly at: Place; readonly name: string } | undefined {
  const given = call.arguments.map(({ value }) => value);
  for (const value of given) {
    if (value.kind !== 'unary' || value.operator !== 'size') continue;
    const name = nameOf(value.operand);
    const type = types.get(name);
    if (name === '' || type === undefined || (type.pointers ?? 0) === 0 || type.sizes !== undefined) continue;
    if (given.some((other) => nameOf(other) === name)) return { at: value.at, name };
  }
  return undefined;
}

function isSizeOf(node: IrNode, name: string): boolean {
  return node.kind === 'unary' && node.operator === 'size' && nameOf(node.operand) === name;
}

function nameOf(expression: Expression | undefined): string {
  return expression?.kind === 'name' ? expression.name : '';
}

function calleeName({ callee }: CallExpression): string {
  return callee.kind === 'name' ? callee.name : '';
}

/** Types of parameters and variables; an array that is a parameter is a pointer. Names that are declared twice are left out. */
function typesOf({ parameters, body }: IrFunction): ReadonlyMap<string, TypeName> {
  const types = new Map<string, TypeName>();
  const twice = new Set<string>();
  for (const { name, type } of parameters) {
    if (type === undefined) continue;
    const { sizes, ...rest } = type;
    types.set(name, sizes === undefined ? type : { ...rest, pointers: (rest.pointers ?? 0) + sizes.length });
  }
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'declare' || node.type === undefined) continue;
    if (types.has(node.name)) twice.add(node.name);
    types.set(node.name, node.type);
  }
  for (const name of twice) types.delete(name);
  return types;
}
