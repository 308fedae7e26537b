import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { configSchema } from './schema.ts';

/** The settings as JSON Schema, each with its description and default. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULTS));
  return z.toJSONSchema(configSchema, {
    override: ({ jsonSchema, path }) => {
      if (path.length === 0) jsonSchema.title = 'SecCode configuration';
      const [parent, key] = path;
      const value = path.length === 2 && parent === 'properties' ? defaults.get(String(key)) : undefined;
      if (value !== undefined) Object.assign(jsonSchema, { default: value });
    },
  });
}
