import type { CweId } from '#core/cwe-id.ts';
import type { Severity } from '#core/severity.ts';

export interface GccRule {
  readonly cwes: readonly CweId[];
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
}

const rule = (cwe: CweId, severity: Severity, message: string, remediation: string): GccRule => ({
  cwes: [cwe],
  severity,
  message,
  remediation,
});

const BOUNDS = 'Check the size against the size of the buffer before the access.';
const FREE = 'Free the memory exactly once, after its last use.';
const NULL = 'Check the pointer before it is used.';
const LEAK = 'Release it on every way out of the function.';
const FORMAT = 'Use a constant format, and pass the text as an argument.';
const SET = 'Set the variable before it is read.';

/** gcc's warnings that speak of weaknesses, by option. */
export const RULES: Readonly<Record<string, GccRule>> = {
  '-Wanalyzer-double-free': rule('CWE-415', 'high', 'The memory is freed twice.', FREE),
  '-Wanalyzer-use-after-free': rule('CWE-416', 'high', 'The memory is used after it was freed.', FREE),
  '-Wanalyzer-free-of-non-heap': rule('CWE-590', 'high', 'What is freed was not allocated on the heap.', FREE),
  '-Wanalyzer-malloc-leak': rule('CWE-401', 'medium', 'The memory is never freed.', LEAK),
  '-Wanalyzer-file-leak': rule('CWE-775', 'medium', 'The file is never closed.', LEAK),
  '-Wanalyzer-double-fclose': rule('CWE-1341', 'medium', 'The file is closed twice.', 'Close the file exactly once.'),
  '-Wanalyzer-null-dereference': rule('CWE-476', 'medium', 'A null pointer is dereferenced.', NULL),
  '-Wanalyzer-null-argument': rule('CWE-476', 'medium', 'A null pointer is passed where none may be.', NULL),
  '-Wanalyzer-possible-null-dereference': rule('CWE-690', 'medium', 'The pointer may be null where it is used.', NULL),
  '-Wanalyzer-possible-null-argument': rule('CWE-690', 'medium', 'The argument may be a null pointer.', NULL),
  '-Wanalyzer-use-of-uninitialized-value': rule('CWE-457', 'medium', 'The value is read before it is set.', SET),
  '-Wanalyzer-mismatching-deallocation': rule('CWE-762', 'medium', 'The memory is freed by the wrong function.', FREE),
  '-Wanalyzer-write-to-const': rule('CWE-787', 'medium', 'The code writes to a constant.', 'Write to a copy.'),
  '-Wanalyzer-write-to-string-literal': rule('CWE-787', 'medium', 'The code writes to a literal.', 'Write to a copy.'),
  '-Wformat-security': rule('CWE-134', 'high', 'The format is not a constant.', FORMAT),
  '-Wformat-nonliteral': rule('CWE-134', 'medium', 'The format is not a constant.', FORMAT),
  '-Wformat-overflow=': rule('CWE-787', 'high', 'The formatted text can be longer than the buffer.', BOUNDS),
  '-Wstringop-overflow=': rule('CWE-787', 'high', 'The call writes past the end of the buffer.', BOUNDS),
  '-Wstringop-overread': rule('CWE-125', 'medium', 'The call reads past the end of the buffer.', BOUNDS),
  '-Warray-bounds': rule('CWE-787', 'high', 'The index is outside the array.', BOUNDS),
  '-Wreturn-local-addr': rule('CWE-562', 'high', 'The address of a local variable is returned.', 'Return a copy.'),
  '-Wuse-after-free': rule('CWE-416', 'high', 'The memory is used after it was freed.', FREE),
  '-Wfree-nonheap-object': rule('CWE-590', 'high', 'What is freed was not allocated on the heap.', FREE),
  '-Wuninitialized': rule('CWE-457', 'medium', 'The variable is read before it is set.', SET),
  '-Wmaybe-uninitialized': rule('CWE-457', 'medium', 'The variable may be read before it is set.', SET),
};
