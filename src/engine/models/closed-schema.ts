import type { Json } from '#core/json.ts';

/** Deeper schemas than this are not worth being strict about. */
const MAX_DEPTH = 50;

/**
 * Whether every object in a JSON Schema requires all of its properties and allows no others.
 *
 * Only such a schema is taken by a provider's strict mode; any other is refused with status 400, so it has to be sent
 * without.
 */
export function isClosedSchema(schema: Json, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(schema)) return schema.every((part: Json) => isClosedSchema(part, depth + 1));
  if (!isRecord(schema)) return true;
  const properties = schema['properties'];
  if (schema['type'] === 'object' || properties !== undefined) {
    if (schema['additionalProperties'] !== false) return false;
    const required = schema['required'];
    const names = isRecord(properties) ? Object.keys(properties) : [];
    if (!names.every((name) => Array.isArray(required) && required.includes(name))) return false;
  }
  return Object.values(schema).every((part) => isClosedSchema(part, depth + 1));
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
