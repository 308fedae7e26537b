import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-611',
  title: 'XML external entities',
  what: 'An XML parser resolves entities or document types that the document defines.',
  exploited:
    "An attacker's document reads local files into the reply, makes requests to internal hosts, or expands to gigabytes.",
  fixed: {
    general:
      'Forbid DTDs entirely. Where they are needed, switch off external general and parameter entities, external DTD loading and XInclude, and limit expansion. Do it on every parser, transformer and validator.',
    python:
      'Parse with `defusedxml.ElementTree`, or `lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)`; for SAX set `feature_external_ges` to False.',
    c: 'With libxml2 leave `XML_PARSE_NOENT`, `XML_PARSE_DTDLOAD` and `XML_PARSE_XINCLUDE` off and pass `XML_PARSE_NONET`; with Expat set no external entity handler.',
    cpp: 'With Xerces-C call `setDisableDefaultEntityResolution(true)` and `setCreateEntityReferenceNodes(true)`, use `XMLUni::fgXercesLoadExternalDTD` false, or take pugixml, which resolves no entities.',
    javascript: 'Use fast-xml-parser with `processEntities: false`; with libxmljs leave `noent` and `dtdload` off.',
    java: 'Set `factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)`; for StAX set `XMLInputFactory.SUPPORT_DTD` false; for transformers and schemas set `ACCESS_EXTERNAL_DTD`, `ACCESS_EXTERNAL_STYLESHEET` and `ACCESS_EXTERNAL_SCHEMA` to "".',
    go: '`encoding/xml` resolves no external entities; keep to it and leave `Decoder.Entity` with trusted names only.',
  },
  traps: [
    "Java's `FEATURE_SECURE_PROCESSING` alone still allows external entities on many parsers.",
    'Removing `<!DOCTYPE` from the text fails on UTF-16 and other encodings.',
    'Passing `XML_PARSE_NOENT` switches substitution on, in spite of its name.',
  ],
};
