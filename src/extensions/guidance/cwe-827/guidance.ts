import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-827',
  title: 'Improper control of document type definition',
  what: 'The program accepts a DTD that the document itself supplies or names.',
  exploited:
    "An attacker's DTD defines entities that read files, contact internal hosts or expand without end, or changes defaults the program relies on.",
  fixed: {
    general:
      "Reject every DOCTYPE from outside. Where documents need validation, load the schema from the program's own resources, never from a location in the document, and resolve all other references to nothing.",
    python:
      'Use `defusedxml` with `forbid_dtd=True`, or `lxml.etree.XMLParser(load_dtd=False, resolve_entities=False, no_network=True)`.',
    c: 'With libxml2 pass none of `XML_PARSE_DTDLOAD`, `XML_PARSE_DTDATTR` and `XML_PARSE_DTDVALID`, and add `XML_PARSE_NONET`.',
    java: 'Set `disallow-doctype-decl` to true; where DTDs are needed, install an `EntityResolver` that returns only bundled resources.',
    javascript: 'Use a parser without DTD processing, such as fast-xml-parser with `processEntities: false`.',
  },
  traps: [
    "Validating against the document's own DTD proves nothing, since the attacker wrote it.",
    'Blocking network access leaves `file:` DTDs and internal entities.',
  ],
};
