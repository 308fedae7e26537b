import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json } from '#core/json.ts';
import { isClosedSchema } from './closed-schema.ts';

const closed = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };

describe('isClosedSchema', () => {
  it.each<[string, Json, boolean]>([
    ['a closed object', closed, true],
    ['a list of closed objects', { type: 'array', items: closed }, true],
    ['an optional property', { ...closed, required: [] }, false],
    ['no list of required ones', { type: 'object', properties: { a: {} }, additionalProperties: false }, false],
    ['an open object', { ...closed, additionalProperties: true }, false],
    ['an open object inside', { ...closed, properties: { a: { type: 'object' } } }, false],
    ['an open object in a choice', { anyOf: [closed, { type: 'object' }] }, false],
    ['a bare type', { type: 'string' }, true],
  ])('judges %s', (_, schema, expected) => {
    expect(isClosedSchema(schema)).toBe(expected);
  });

  it('takes what zod makes of a strict object', () => {
    const schema = z.toJSONSchema(z.strictObject({ found: z.array(z.strictObject({ line: z.int() })) }));

    expect(isClosedSchema(JSON.parse(JSON.stringify(schema)))).toBe(true);
  });
});
