import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-134',
  title: 'Externally controlled format string',
  what: 'Data from outside is the format argument of a printf-like function.',
  exploited:
    'An attacker sends `%x` to read memory, `%n` to write it, or in Python `{0.__class__}` to read attributes.',
  fixed: {
    general:
      'Keep every format a constant and pass outside data as an argument of it. Let the compiler refuse anything else.',
    c: 'Write `printf("%s", text)`, `syslog(LOG_ERR, "%s", text)` or `fputs(text, stream)`; mark own wrappers with `__attribute__((format(printf, 1, 2)))` and compile with `-Wformat=2 -Werror=format-security`.',
    cpp: 'Use `std::print("{}", text)` or `std::format` with a literal format (checked at compile time), or streams; never `std::vformat` with outside text as the format.',
    python:
      'Do not call `str.format` or `%` on outside text; use `string.Template(text).safe_substitute` with a dict of plain strings where users write templates.',
    javascript:
      'Pass a constant first argument: `console.log("%s", text)`, since it interprets `%` placeholders when further arguments follow.',
    java: 'Use `String.format("%s", text)`; a user-chosen format throws or leaks other arguments.',
    go: 'Use `fmt.Fprint(w, text)` or `"%s"`; `go vet` reports formats that are no constants.',
  },
  traps: [
    'Filtering `%n` leaves the reads by `%s` and `%x`.',
    'Bounding the length with `snprintf(buf, n, text)` does not make the format safe.',
  ],
};
