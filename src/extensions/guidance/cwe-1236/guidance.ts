import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-1236',
  title: 'CSV formula injection',
  what: 'Cells from outside are exported to a spreadsheet where a leading `=`, `+`, `-`, `@`, tab or carriage return starts a formula.',
  exploited:
    'An attacker stores such a value; whoever opens the export runs the formula, which sends data out or starts programs.',
  fixed: {
    general:
      "Write the file with a CSV library that quotes, and prefix cells that begin with `=`, `+`, `-`, `@`, tab, CR or LF with an apostrophe, unless they are numbers of the program's own. Prefer a typed format such as XLSX with string cells.",
    python:
      'Pass every text cell through a function that prefixes `"\'"` when it starts with one of `=+-@\\t\\r\\n`, then write with `csv.writer(f, quoting=csv.QUOTE_ALL)`.',
    javascript: 'Use `stringify` of csv-stringify with `escape_formulas: true`, or prefix such cells yourself.',
    java: 'Prefix such cells before `CSVPrinter.printRecord` of Apache Commons CSV, or write XLSX with `cell.setCellValue(String)` in POI.',
    go: 'Prefix such cells before `csv.Writer.Write`, which quotes but does not neutralise formulas.',
  },
  traps: [
    'Quoting a cell does not stop its formula.',
    'Checking only `=` misses `+`, `-`, `@` and leading white space.',
  ],
};
