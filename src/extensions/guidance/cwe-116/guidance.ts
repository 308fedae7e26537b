import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-116',
  title: 'Improper output encoding',
  what: 'Data is put into a structured message (HTML, SQL, shell, XML, JSON, CSV, log) without the encoding of that structure.',
  exploited: 'An attacker includes delimiters of the structure and changes its meaning for whoever reads it next.',
  fixed: {
    general:
      'Produce structured output with a serializer, template engine or parameterized API of that format, at the moment of output and for the exact context. Keep data raw inside the program. State the character set in the output.',
    python:
      'Use `json.dumps`, `xml.sax.saxutils.escape` and `quoteattr`, `html.escape`, `urllib.parse.quote` or `csv.writer` for the format at hand, and autoescaping templates for pages.',
    c: 'Write through one encoder per format that handles every special character, and pass data to `printf` as an argument of `"%s"`.',
    javascript:
      'Use `JSON.stringify`, `encodeURIComponent`, `URLSearchParams` and `textContent`; inside an HTML script block also replace `<` by `\\u003c`.',
    java: 'Use OWASP Java Encoder for web contexts, Jackson for JSON and `XMLStreamWriter` for XML.',
    go: 'Use `html/template`, `encoding/json`, `url.QueryEscape` and `encoding/csv`.',
  },
  traps: [
    '`replace` on the first match only leaves the rest; in JavaScript use `replaceAll`.',
    'Encoding for one format does not protect in another one nested inside it.',
  ],
};
