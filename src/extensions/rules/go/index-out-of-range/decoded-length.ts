import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** What makes a number of somebody else's bytes. */
const DECODES = /(?:Endian|binary)\.(?:Uint(?:16|32|64)|Uvarint|Varint|ReadUvarint|ReadVarint)$/;

export interface DecodedBound {
  readonly at: Place;
  readonly name: string;
}

/** Ends and indexes of buffers that the buffer itself names, and that nothing compares with anything. */
export function decodedBounds(facts: ModuleFacts): readonly DecodedBound[] {
  if (!/Endian|varint/i.test(facts.codeText)) return [];
  return facts.functions.flatMap(({ function: one }) => boundsIn(one));
}

function boundsIn({ body }: IrFunction): readonly DecodedBound[] {
  const decoded = new Set<string>();
  const compared = new Set<string>();
  const found: DecodedBound[] = [];
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'assign') {
      const [target] = node.targets;
      const first = target?.kind === 'sequence' ? target.items[0] : target;
      if (first?.kind === 'name' && isDecoded(node.value)) decoded.add(first.name);
    } else if (node.kind === 'compare' && /^[<>=!]/.test(node.operator)) {
      for (const name of namesIn([node.left, node.right])) compared.add(name);
    } else if (
      node.kind === 'call' &&
      /^(?:min|max|\w*(?:[cC]heck|[vV]alid|[rR]emain|[nN]eed|[rR]equire|[eE]nsure)\w*)$/.test(lastName(node.callee))
    ) {
      for (const name of namesIn(node.arguments.map(({ value }) => value))) compared.add(name);
    } else if (node.kind === 'index') {
      const bounds = node.index.kind === 'slice' ? [node.index.lower, node.index.upper] : [node.index];
      const name = namesIn(bounds.filter((bound) => bound !== undefined)).find((one) => decoded.has(one));
      if (name !== undefined) found.push({ at: node.at, name });
    }
  }
  const seen = new Set<string>();
  return found.filter(({ name }) => {
    const isNew = !compared.has(name) && !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

/** `int(binary.BigEndian.Uint32(b))`; a remainder is smaller than what it is divided by. */
function isDecoded(value: Expression): boolean {
  if (value.kind === 'cast') return isDecoded(value.operand);
  if (value.kind !== 'call') return false;
  return (
    DECODES.test(writtenName(value.callee)) ||
    (/^u?int\d*$/.test(lastName(value.callee)) && value.arguments.some((one) => isDecoded(one.value)))
  );
}

function namesIn(roots: readonly Expression[]): readonly string[] {
  const names: string[] = [];
  for (const node of walk(roots, { intoFunctions: false })) if (node.kind === 'name') names.push(node.name);
  return names;
}
