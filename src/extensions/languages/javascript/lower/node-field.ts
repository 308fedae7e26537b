/** Fields of the grammars that the lowering reads, numbered once for all of them. */
export const FIELD = {
  none: 0,
  name: 1,
  body: 2,
  parameters: 3,
  parameter: 4,
  value: 5,
  left: 6,
  right: 7,
  operator: 8,
  object: 9,
  property: 10,
  index: 11,
  function: 12,
  arguments: 13,
  constructor: 14,
  condition: 15,
  consequence: 16,
  alternative: 17,
  argument: 18,
  kind: 19,
  initializer: 20,
  increment: 21,
  handler: 22,
  finalizer: 23,
  label: 24,
  key: 25,
  declaration: 26,
  source: 27,
  decorator: 28,
  alias: 29,
  pattern: 30,
  type: 31,
  open_tag: 32,
  close_tag: 33,
  attribute: 34,
  module: 35,
  optional_chain: 36,
  type_arguments: 37,
  member: 38,
} as const;

const FIELDS = new Map<string, number>(Object.entries(FIELD));

/** The number in `FIELD` of each field of a grammar, by the grammar's own number. */
export function fieldsOf(fieldNames: readonly string[]): Uint8Array {
  return Uint8Array.from(fieldNames, (name) => FIELDS.get(name) ?? FIELD.none);
}
