import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configJsonSchema } from './json-schema.ts';
import { CONFIG_KEYS, schemaOf } from './schema.ts';

it('describes every key', () => {
  for (const key of CONFIG_KEYS) expect(schemaOf(key).description, key).toMatch(/^[A-Z].*\.$/);
});

it('is closed, and knows the defaults', () => {
  expect(configJsonSchema()).toMatchObject({
    additionalProperties: false,
    properties: { maxIterations: { default: 5, minimum: 0 }, callTimeout: { default: '5m' } },
  });
});

it('is what lies in the package', () => {
  const file = join(import.meta.dirname, '../../../schema/config.schema.json');

  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(configJsonSchema());
});
