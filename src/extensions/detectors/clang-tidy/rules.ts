import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

export interface TidyRule {
  readonly cwes: readonly CweId[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly remediation: string;
}

function rule(
  cwe: CweId,
  severity: Severity,
  message: string,
  remediation: string,
  confidence: Confidence = 'medium',
): TidyRule {
  return { cwes: [cwe], severity, confidence, message, remediation };
}

const SIZE = 'Count the bytes that are needed, and check the sum.';
const WIDEN = 'Convert to the wide type before the calculation.';
const CHECK = 'Check what the call returns.';

/**
 * The checks of clang-tidy that speak of weaknesses; no other is turned on. Those of the static analyser are a detector of
 * their own.
 */
export const RULES: Readonly<Record<string, TidyRule>> = {
  'bugprone-bad-signal-to-kill-thread': rule(
    'CWE-364',
    'medium',
    'The signal ends the whole program.',
    'Use a flag that the thread looks at.',
  ),
  'bugprone-dangling-handle': rule('CWE-416', 'high', 'The view outlives what it looks at.', 'Keep the value itself.'),
  'bugprone-exception-escape': rule(
    'CWE-248',
    'medium',
    'An exception leaves a function that may throw none.',
    'Catch it inside.',
    'low',
  ),
  'bugprone-implicit-widening-of-multiplication-result': rule(
    'CWE-190',
    'medium',
    'The product is calculated in a type that can be too narrow.',
    WIDEN,
    'low',
  ),
  'bugprone-infinite-loop': rule(
    'CWE-835',
    'medium',
    'The loop has no way to end.',
    'Change what its condition looks at.',
  ),
  'bugprone-misplaced-operator-in-strlen-in-alloc': rule(
    'CWE-131',
    'high',
    'The size of the allocation is miscounted.',
    SIZE,
  ),
  'bugprone-misplaced-pointer-arithmetic-in-alloc': rule(
    'CWE-131',
    'high',
    'The size of the allocation is miscounted.',
    SIZE,
  ),
  'bugprone-misplaced-widening-cast': rule(
    'CWE-190',
    'medium',
    'The result is widened after it can have overflowed.',
    WIDEN,
  ),
  'bugprone-multiple-statement-macro': rule(
    'CWE-483',
    'medium',
    'Only the first statement of the macro depends on the condition.',
    'Set braces around the macro.',
  ),
  'bugprone-narrowing-conversions': rule('CWE-197', 'low', 'The value can lose bits.', 'Check the range first.', 'low'),
  'bugprone-not-null-terminated-result': rule(
    'CWE-170',
    'medium',
    'The text may have no end.',
    'Make room for the zero at the end, and set it.',
  ),
  'bugprone-posix-return': rule(
    'CWE-253',
    'medium',
    'What the call returns is compared wrongly.',
    'Compare with 0 or with the error itself.',
  ),
  'bugprone-signal-handler': rule(
    'CWE-479',
    'medium',
    'The signal handler calls what is not safe there.',
    'Set a flag of type sig_atomic_t only.',
  ),
  'bugprone-signed-char-misuse': rule(
    'CWE-194',
    'medium',
    'A signed character is widened with its sign.',
    'Convert it to unsigned char first.',
    'low',
  ),
  'bugprone-sizeof-container': rule(
    'CWE-467',
    'medium',
    'sizeof gives the size of the object, not of what is in it.',
    'Use size().',
  ),
  'bugprone-sizeof-expression': rule(
    'CWE-467',
    'medium',
    'sizeof gives the size of something else.',
    'Take the size of what is meant.',
  ),
  'bugprone-string-constructor': rule(
    'CWE-125',
    'medium',
    'The length is not that of the text.',
    'Leave the length out.',
  ),
  'bugprone-stringview-nullptr': rule('CWE-476', 'medium', 'A null pointer is taken for text.', 'Use an empty view.'),
  'bugprone-suspicious-memory-comparison': rule(
    'CWE-188',
    'low',
    'The comparison includes padding bytes.',
    'Compare the members.',
    'low',
  ),
  'bugprone-suspicious-memset-usage': rule(
    'CWE-687',
    'medium',
    'The arguments of memset are not in order.',
    'Give pointer, byte and size.',
  ),
  'bugprone-swapped-arguments': rule(
    'CWE-683',
    'low',
    'The arguments look swapped.',
    'Give them in the order of the parameters.',
    'low',
  ),
  'bugprone-throw-keyword-missing': rule('CWE-390', 'medium', 'The exception is made, and not thrown.', 'Throw it.'),
  'bugprone-too-small-loop-variable': rule(
    'CWE-190',
    'medium',
    'The counter is too small for the bound: it wraps around.',
    'Give it the type of the bound.',
  ),
  'bugprone-unused-return-value': rule('CWE-252', 'medium', 'What the call returns is not looked at.', CHECK),
  'bugprone-use-after-move': rule(
    'CWE-672',
    'medium',
    'The object is used after it was moved from.',
    'Use it before it is moved, or set it anew.',
  ),
  'cert-env33-c': rule(
    'CWE-78',
    'medium',
    'A shell is started.',
    'Start the program itself, with a list of arguments.',
    'low',
  ),
  'cert-msc30-c': rule(
    'CWE-338',
    'medium',
    'The random numbers can be foreseen.',
    'Use getrandom or arc4random for secrets.',
    'low',
  ),
  'cert-msc32-c': rule(
    'CWE-335',
    'medium',
    'The random numbers start from what can be foreseen.',
    'Seed from the system.',
  ),
  'cert-msc50-cpp': rule(
    'CWE-338',
    'medium',
    'The random numbers can be foreseen.',
    'Use the random device of the system for secrets.',
    'low',
  ),
  'cert-msc51-cpp': rule(
    'CWE-335',
    'medium',
    'The random numbers start from what can be foreseen.',
    'Seed from the system.',
  ),
  'concurrency-mt-unsafe': rule(
    'CWE-663',
    'low',
    'The function is not safe where several threads run.',
    'Use its variant for threads.',
    'low',
  ),
  'misc-misleading-bidirectional': rule(
    'CWE-1007',
    'high',
    'Hidden characters change the order in which the code is read.',
    'Remove them.',
    'high',
  ),
  'misc-misleading-identifier': rule(
    'CWE-1007',
    'medium',
    'The name has letters that are written from right to left.',
    'Give it another name.',
  ),
};
