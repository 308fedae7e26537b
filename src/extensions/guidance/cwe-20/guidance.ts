import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-20',
  title: 'Improper input validation',
  what: 'Input is used before the program has checked that it has the type, range, length and form the code relies on.',
  exploited:
    'An attacker sends values the author never thought of, such as negative sizes, huge numbers, nested objects or control characters, to reach states the logic does not guard.',
  fixed: {
    general:
      'Parse each input once at the trust boundary into a typed value, accept only what matches an allow-list of form, range and length, and reject the rest with an error before any side effect. Check relations between fields too.',
    python:
      'Validate bodies with a pydantic model (`Field(ge=1, le=100)`, `extra="forbid"`) and patterns with `re.fullmatch`; convert numbers with `int()` inside `try` and check the range.',
    c: 'Read lines with `fgets`, convert with `strtol`, and check `errno`, the end pointer and the range; `atoi` and `scanf("%d")` cannot report overflow.',
    cpp: 'Convert with `std::from_chars`, require `ec == std::errc{}` and `ptr == end`, then check the range.',
    javascript:
      'Validate bodies with a strict zod schema (`z.strictObject`, `safeParse`) and reject arrays or objects where a string is expected, since Express query values can be either.',
    java: 'Annotate request types with Jakarta Bean Validation (`@NotNull`, `@Size`, `@Min`, `@Max`, `@Pattern`) and put `@Valid` on the parameter; use `Pattern.matcher(s).matches()`, not `find()`.',
    go: 'Decode JSON with `DisallowUnknownFields`, convert with `strconv.ParseInt` at the right bit size, and check the range of each field.',
  },
  traps: [
    'A block-list of bad characters always misses one; list what is allowed instead.',
    'Validation in the browser protects nobody, because an attacker talks to the server directly.',
    '`re.match` or an unanchored pattern accepts any tail after a valid prefix.',
  ],
};
