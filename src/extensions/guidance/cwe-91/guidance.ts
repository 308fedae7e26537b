import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-91',
  title: 'XML injection',
  what: 'Data from outside is concatenated into XML text.',
  exploited:
    'An attacker closes an element and adds others, so that a later reader takes other values, such as a second price or role.',
  fixed: {
    general:
      "Build documents with a serializer that escapes text and attributes, never by concatenation; validate the result's structure where it is read, and refuse duplicate elements.",
    python:
      'Use `xml.etree.ElementTree` (`SubElement(parent, "name").text = value` and `tostring`), or `xml.sax.saxutils.escape` and `quoteattr`.',
    c: 'With libxml2 use `xmlNewTextChild` or `xmlTextWriterWriteString`; `xmlNewChild` expects text that is already escaped.',
    javascript: 'Use xmlbuilder2 or the `XMLBuilder` of fast-xml-parser instead of template strings.',
    java: 'Use `XMLStreamWriter.writeCharacters` and `writeAttribute`, or JAXB.',
    go: 'Use `xml.Marshal` or `xml.EscapeText`, and no fields tagged `,innerxml` with outside data.',
  },
  traps: [
    'Wrapping data in CDATA ends at the first `]]>` in it.',
    'Escaping `<` alone leaves attribute values and `&` open.',
  ],
};
