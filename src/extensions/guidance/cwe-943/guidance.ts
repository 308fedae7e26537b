import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-943',
  title: 'Data query injection',
  what: "Data from outside changes the logic of a query in a language such as MongoDB's, GraphQL, XPath or SQL.",
  exploited:
    'An attacker sends an operator object such as `{"$ne": null}` or query syntax instead of a plain value and matches records that are not theirs.',
  fixed: {
    general:
      'Build queries through an API that keeps structure and values apart, check that each value has the scalar type expected, and choose field names and operators from fixed lists. Bind values as parameters wherever the language has them.',
    python:
      'With PyMongo convert first (`str(value)`) and write `{"name": {"$eq": value}}`; never pass `request.json` as the filter or text to `$where`.',
    javascript:
      'With MongoDB check `typeof value === "string"` or a zod schema, use `{ name: { $eq: value } }`, set Mongoose\'s `sanitizeFilter: true`, and disable `$where`.',
    java: 'Use `Filters.eq("name", value)` of the MongoDB driver or JPA parameters; never `Document.parse` or `BasicQuery` on concatenated text.',
    go: 'Use `bson.D{{Key: "name", Value: name}}` with `name` typed as `string`.',
    c: 'Append values with `BSON_APPEND_UTF8` under constant keys instead of parsing built JSON text.',
  },
  traps: [
    'Removing `$` from strings does not help when the body parser has already made an object.',
    "An object mapper's raw or native query takes back its protection.",
  ],
};
