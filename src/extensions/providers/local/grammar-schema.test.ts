import { describe, expect, it } from 'vitest';
import type { Json } from '#core/json.ts';
import { toGrammarSchema } from './grammar-schema.ts';

describe('toGrammarSchema', () => {
  it.each<{ name: string; schema: Json; expected: Json }>([
    { name: 'a simple type', schema: { type: 'boolean', description: 'Yes or no.' }, expected: { type: 'boolean' } },
    { name: 'a constant', schema: { const: 'a' }, expected: { const: 'a' } },
    { name: 'an enumeration', schema: { type: 'string', enum: ['a', 'b'] }, expected: { enum: ['a', 'b'] } },
    { name: 'bounds of a number, dropped', schema: { type: 'integer', minimum: 1 }, expected: { type: 'integer' } },
    { name: 'a short string', schema: { type: 'string', maxLength: 3 }, expected: { type: 'string', maxLength: 3 } },
    { name: 'a long string', schema: { type: 'string', maxLength: 10_000 }, expected: { type: 'string' } },
    { name: 'a date', schema: { type: 'string', format: 'date' }, expected: { type: 'string', format: 'date' } },
    { name: 'an unknown format', schema: { type: 'string', format: 'email' }, expected: { type: 'string' } },
    {
      name: 'any of several',
      schema: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      expected: { oneOf: [{ type: 'string' }, { type: 'null' }] },
    },
    {
      name: 'several types',
      schema: { type: ['array', 'null'], items: { type: 'string' } },
      expected: { oneOf: [{ type: 'array', items: { type: 'string' } }, { type: 'null' }] },
    },
    {
      name: 'an object',
      schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        properties: { line: { type: 'integer' } },
        required: ['line'],
        additionalProperties: false,
      },
      expected: { type: 'object', properties: { line: { type: 'integer' } } },
    },
    {
      name: 'a table',
      schema: { type: 'object' },
      expected: { type: 'object', properties: {}, additionalProperties: true },
    },
    { name: 'a list of anything', schema: { type: 'array', items: {} }, expected: { type: 'array' } },
    {
      name: 'definitions',
      schema: { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } },
      expected: { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } },
    },
  ])('says $name in the words of the grammar', ({ schema, expected }) => {
    expect(toGrammarSchema(schema)).toEqual(expected);
  });

  it.each<{ name: string; schema: Json }>([
    { name: 'anything', schema: {} },
    { name: 'true', schema: true },
    { name: 'all of several', schema: { allOf: [{ type: 'string' }] } },
    { name: 'a negation', schema: { type: 'string', not: { const: 'a' } } },
    { name: 'a constant object', schema: { const: {} } },
    { name: 'a foreign reference', schema: { $ref: '#/definitions/a' } },
    { name: 'fixed places of a list', schema: { type: 'array', prefixItems: [{ type: 'string' }] } },
    { name: 'an empty enumeration', schema: { enum: [] } },
    { name: 'an unknown type', schema: { type: 'any' } },
    { name: 'something of these inside', schema: { type: 'object', properties: { a: { anyOf: [{}] } } } },
  ])('gives up on $name', ({ schema }) => {
    expect(toGrammarSchema(schema)).toBeUndefined();
  });

  it('gives up on a schema nested without end', () => {
    let schema: Json = { type: 'string' };
    for (let depth = 0; depth < 10_000; depth += 1) schema = { type: 'array', items: schema };

    expect(toGrammarSchema(schema)).toBeUndefined();
  });
});
