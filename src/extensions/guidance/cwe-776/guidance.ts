import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-776',
  title: 'XML entity expansion',
  what: 'The parser expands entities that refer to one another without a limit.',
  exploited:
    'An attacker sends a kilobyte of nested entity definitions that expands to gigabytes and stops the service.',
  fixed: {
    general:
      'Reject documents with a DTD, or keep a parser with an amplification limit at its default. Bound the size of the input and the depth of elements, and set a timeout.',
    python:
      'Parse with `defusedxml`, which raises `EntitiesForbidden`; with lxml set `resolve_entities=False` and leave `huge_tree=False`.',
    c: 'Use Expat 2.4.1 or newer, whose amplification limit is on, or libxml2 without `XML_PARSE_NOENT` and `XML_PARSE_HUGE`.',
    javascript: 'Use fast-xml-parser with `processEntities: false` and bound the size of the text before parsing.',
    java: 'Set the feature `http://apache.org/xml/features/disallow-doctype-decl` to true and keep `FEATURE_SECURE_PROCESSING` on.',
    go: '`encoding/xml` expands no custom entities; bound the body with `http.MaxBytesReader`.',
  },
  traps: [
    'A limit on the size of the input does not help, since the bomb is small.',
    'Forbidding only external entities leaves internal ones to expand.',
  ],
};
