import type { Json } from '#core/json.ts';

type JsonObject = { readonly [key: string]: Json };

const SIMPLE_TYPES: ReadonlySet<Json> = new Set(['string', 'number', 'integer', 'boolean', 'null']);
const FORMATS: ReadonlySet<Json> = new Set(['date-time', 'time', 'date']);
/** Longer repetitions make a grammar too large to be followed; the limit is then only dropped, not the type. */
const MAX_REPETITIONS = 256;
const MAX_DEPTH = 32;

/**
 * The schema in the words that the library's grammar knows, allowing at least what `schema` allows; `undefined` when it
 * cannot be said in them.
 *
 * Needed because the library takes any word it does not know for `null`, and then lets the model say nothing else.
 */
export function toGrammarSchema(schema: Json): Json | undefined {
  return convert(schema, MAX_DEPTH);
}

function convert(schema: Json | undefined, depth: number): Json | undefined {
  if (depth === 0 || !isObject(schema) || 'allOf' in schema || 'not' in schema) return undefined;
  const definitions = convertAll(schema['$defs'], depth);
  if (definitions === undefined) return undefined;
  const core = convertCore(schema, depth);
  if (core === undefined) return undefined;
  return Object.keys(definitions).length === 0 ? core : { ...core, $defs: definitions };
}

function convertCore(schema: JsonObject, depth: number): JsonObject | undefined {
  const { $ref, oneOf, anyOf, type } = schema;
  if (typeof $ref === 'string') return $ref.startsWith('#/$defs/') ? { $ref } : undefined;
  const choices = oneOf ?? anyOf;
  if (isList(choices)) return eitherOf(choices, depth);
  if (schema['const'] !== undefined) return isLiteral(schema['const']) ? { const: schema['const'] } : undefined;
  if (isList(schema['enum'])) {
    return schema['enum'].length > 0 && schema['enum'].every(isLiteral) ? { enum: schema['enum'] } : undefined;
  }
  if (isList(type)) {
    return eitherOf(
      type.map((one) => ({ ...schema, type: one })),
      depth,
    );
  }
  if (type === 'object') return convertObject(schema, depth);
  if (type === 'array') return convertArray(schema, depth);
  if (type === 'string') return convertString(schema);
  return type !== undefined && SIMPLE_TYPES.has(type) ? { type } : undefined;
}

function eitherOf(schemas: readonly Json[], depth: number): JsonObject | undefined {
  const converted = schemas.map((choice) => convert(choice, depth - 1)).filter((choice) => choice !== undefined);
  return converted.length === schemas.length && converted.length > 0 ? { oneOf: converted } : undefined;
}

function convertObject(schema: JsonObject, depth: number): JsonObject | undefined {
  const properties = convertAll(schema['properties'], depth);
  if (properties === undefined) return undefined;
  const rest = schema['additionalProperties'];
  const others = isObject(rest) ? (convert(rest, depth - 1) ?? true) : rest;
  // Without one named property, what is meant is a table with any keys.
  const hasOthers = others ?? Object.keys(properties).length === 0;
  return { type: 'object', properties, ...(hasOthers === false ? {} : { additionalProperties: hasOthers }) };
}

function convertArray(schema: JsonObject, depth: number): JsonObject | undefined {
  if ('prefixItems' in schema) return undefined;
  const items = isObject(schema['items']) ? convert(schema['items'], depth - 1) : undefined;
  if (isObject(schema['items']) && Object.keys(schema['items']).length > 0 && items === undefined) return undefined;
  return {
    type: 'array',
    ...(items === undefined ? {} : { items }),
    ...limits(schema, 'minItems', 'maxItems'),
  };
}

function convertString(schema: JsonObject): JsonObject {
  const { format } = schema;
  if (format !== undefined && FORMATS.has(format)) return { type: 'string', format };
  return { type: 'string', ...limits(schema, 'minLength', 'maxLength') };
}

function limits(schema: JsonObject, ...names: readonly string[]): JsonObject {
  const kept = names.filter((name) => {
    const limit = schema[name];
    return typeof limit === 'number' && limit >= 0 && limit <= MAX_REPETITIONS;
  });
  return Object.fromEntries(kept.map((name) => [name, schema[name] ?? 0]));
}

/** Each value converted; `undefined` as soon as one cannot be. */
function convertAll(schemas: Json | undefined, depth: number): JsonObject | undefined {
  if (schemas === undefined) return {};
  if (!isObject(schemas)) return undefined;
  const converted: [string, Json][] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const one = convert(schema, depth - 1);
    if (one === undefined) return undefined;
    converted.push([name, one]);
  }
  return Object.fromEntries(converted);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isLiteral(value: Json): boolean {
  return value === null || typeof value !== 'object';
}
