import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

export interface AnalyzerRule {
  readonly cwes: readonly CweId[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly remediation: string;
}

interface Mapping extends AnalyzerRule {
  /** Name of the checker, or what it begins with. */
  readonly checker: RegExp;
  /** What the checker says, where it has several things to say. */
  readonly says?: RegExp;
}

const BOUNDS = 'Check the size against the size of the buffer before the access.';
const FREE = 'Free the memory exactly once, after its last use.';
const NULL = 'Check the pointer before it is used.';
const LEAK = 'Release it on every way out of the function.';
const SET = 'Set the variable before it is read.';
const CLEAN = 'Check the value against what is allowed before it is used.';

function map(
  checker: RegExp,
  cwe: CweId,
  severity: Severity,
  message: string,
  remediation: string,
  more: { readonly says?: RegExp; readonly confidence?: Confidence } = {},
): Mapping {
  return { checker, cwes: [cwe], severity, confidence: more.confidence ?? 'medium', message, remediation, ...more };
}

/** The first that fits counts. Names and words as in Clang 14 to 19. */
const MAPPINGS: readonly Mapping[] = [
  map(/^(?:unix\.Malloc|cplusplus\.NewDelete)$/, 'CWE-415', 'high', 'The memory is freed twice.', FREE, {
    says: /free released memory|delete released memory|release already released/i,
  }),
  map(/^(?:unix\.Malloc|cplusplus\.NewDelete)$/, 'CWE-590', 'high', 'What is freed was not allocated.', FREE, {
    says: /not memory allocated|not the start of memory|not own|offset by/i,
  }),
  map(/^(?:unix\.Malloc|cplusplus\.NewDelete)$/, 'CWE-416', 'high', 'The memory is used after it was freed.', FREE, {
    says: /after it is (?:freed|released)|use of zero-allocated/i,
  }),
  map(/^(?:unix\.Malloc|cplusplus\.NewDeleteLeaks)$/, 'CWE-401', 'medium', 'The memory is never freed.', LEAK, {
    says: /leak/i,
  }),
  map(/^unix\.MismatchedDeallocator$/, 'CWE-762', 'medium', 'The memory is freed by the wrong function.', FREE),
  map(
    /^(?:unix\.MallocSizeof|alpha\.core\.SizeofPtr)$/,
    'CWE-467',
    'medium',
    'The size is that of another type.',
    BOUNDS,
  ),
  map(/^core\.(?:NullDereference|NonNullParamChecker)$/, 'CWE-476', 'medium', 'A null pointer is dereferenced.', NULL),
  map(/^unix\.cstring\.NullArg$/, 'CWE-476', 'medium', 'A null pointer is passed where none may be.', NULL),
  map(/^core\.CallAndMessage$/, 'CWE-476', 'medium', 'A null pointer is called or dereferenced.', NULL, {
    says: /null/i,
  }),
  map(/^core\.CallAndMessage$/, 'CWE-457', 'medium', 'The value is read before it is set.', SET, {
    says: /uninitialized|undefined/i,
  }),
  map(
    /^core\.(?:uninitialized\.|UndefinedBinaryOperatorResult$)/,
    'CWE-457',
    'medium',
    'The value is read before it is set.',
    SET,
  ),
  map(/^core\.DivideZero$/, 'CWE-369', 'medium', 'The divisor can be zero.', 'Check the divisor first.'),
  map(
    /^core\.(?:StackAddressEscape|StackAddrEscapeBase)$/,
    'CWE-562',
    'high',
    'The address of a local variable outlives it.',
    'Hand out a copy, or memory that the caller owns.',
  ),
  map(
    /^cplusplus\.InnerPointer$/,
    'CWE-416',
    'high',
    'The inner pointer is used after its object has changed or gone.',
    FREE,
  ),
  map(
    /^cplusplus\.Move$/,
    'CWE-672',
    'medium',
    'The object is used after it was moved from.',
    'Use it before it is moved, or set it anew.',
  ),
  map(/^cplusplus\.PlacementNew$/, 'CWE-787', 'high', 'The object does not fit into the memory given.', BOUNDS),
  map(
    /^security\.insecureAPI\.(?:gets|getpw)$/,
    'CWE-242',
    'high',
    'The function cannot be used safely.',
    'Use one that takes the size of the buffer.',
    { confidence: 'high' },
  ),
  map(
    /^security\.insecureAPI\.(?:mktemp|mkstemp)$/,
    'CWE-377',
    'medium',
    'The temporary file can be foreseen.',
    'Use mkstemp with at least six X.',
  ),
  map(
    /^security\.insecureAPI\.(?:rand)$/,
    'CWE-338',
    'medium',
    'The random numbers can be foreseen.',
    'Use getrandom or arc4random for secrets.',
    { confidence: 'low' },
  ),
  map(
    /^security\.insecureAPI\.(?:strcpy)$/,
    'CWE-120',
    'high',
    'The copy is not bounded by the size of the buffer.',
    BOUNDS,
    { confidence: 'low' },
  ),
  map(
    /^security\.insecureAPI\.UncheckedReturn$/,
    'CWE-252',
    'medium',
    'Whether privileges were dropped is not checked.',
    'Check what the call returns, and stop when it failed.',
  ),
  map(/^(?:alpha\.)?security\.ArrayBound(?:V2)?$/, 'CWE-119', 'high', 'The index is outside the array.', BOUNDS),
  map(
    /^alpha\.security\.MallocOverflow$/,
    'CWE-190',
    'medium',
    'The size that is allocated can overflow.',
    'Check the factors before they are multiplied.',
    { confidence: 'low' },
  ),
  map(
    /^alpha\.security\.ReturnPtrRange$/,
    'CWE-466',
    'medium',
    'The pointer that is returned is outside of its array.',
    BOUNDS,
  ),
  map(/^(?:alpha\.security|optin)\.taint\./, 'CWE-78', 'high', 'What comes from outside reaches a command.', CLEAN, {
    says: /system call|command/i,
  }),
  map(
    /^(?:alpha\.security|optin)\.taint\./,
    'CWE-134',
    'high',
    'What comes from outside is used as a format.',
    'Use a constant format, and pass the text as an argument.',
    { says: /format/i },
  ),
  map(
    /^(?:alpha\.security|optin)\.taint\./,
    'CWE-789',
    'medium',
    'What comes from outside sizes memory or a copy.',
    CLEAN,
    { says: /size/i },
  ),
  map(
    /^(?:alpha\.)?unix\.cstring\.OutOfBounds$/,
    'CWE-787',
    'high',
    'The call writes past the end of the buffer.',
    BOUNDS,
    { says: /overflow|write/i },
  ),
  map(
    /^(?:alpha\.)?unix\.cstring\.OutOfBounds$/,
    'CWE-125',
    'medium',
    'The call reads past the end of the buffer.',
    BOUNDS,
  ),
  map(
    /^(?:alpha\.)?unix\.cstring\.NotNullTerminated$/,
    'CWE-170',
    'medium',
    'The text may have no end.',
    'Set the last byte to zero after the copy.',
  ),
  map(
    /^(?:alpha\.)?unix\.cstring\.BufferOverlap$/,
    'CWE-475',
    'medium',
    'The buffers of the copy overlap.',
    'Use memmove.',
  ),
  map(
    /^(?:alpha\.)?unix\.(?:Simple)?Stream$/,
    'CWE-1341',
    'medium',
    'The file is closed twice.',
    'Close the file exactly once.',
    { says: /twice|closed file|already closed/i },
  ),
  map(/^(?:alpha\.)?unix\.(?:Simple)?Stream$/, 'CWE-775', 'medium', 'The file is never closed.', LEAK, {
    says: /leak|never closed/i,
  }),
  map(/^(?:alpha\.)?unix\.(?:Simple)?Stream$/, 'CWE-476', 'medium', 'The file may not have been opened.', NULL, {
    says: /null/i,
  }),
  map(
    /^(?:alpha\.)?unix\.Chroot$/,
    'CWE-243',
    'medium',
    'After chroot the folder is not changed.',
    'Call chdir("/") right after chroot.',
  ),
  map(
    /^(?:alpha\.)?security\.cert\.env\.InvalidPtr$/,
    'CWE-825',
    'medium',
    'The pointer is used after a call has made it invalid.',
    'Copy the text before the next call.',
  ),
];

/**
 * The weakness that a result of the analyser speaks of; `undefined` for what is none, such as a value that is never read.
 *
 * @param said The analyser's own words.
 */
export function ruleOf(checker: string, said: string): AnalyzerRule | undefined {
  const found = MAPPINGS.find((mapping) => mapping.checker.test(checker) && (mapping.says?.test(said) ?? true));
  if (found === undefined) return undefined;
  const { cwes, severity, confidence, message, remediation } = found;
  return { cwes, severity, confidence, message, remediation };
}

/**
 * Checkers that are on beside the usual ones: those whose word is right more often than not. Packages rather than checkers
 * where names have changed from version to version.
 */
export const CHECKERS: readonly string[] = [
  'core',
  'cplusplus',
  'unix',
  'security',
  'alpha.security',
  'alpha.unix.cstring',
  'alpha.unix.Stream',
  'alpha.unix.Chroot',
  'alpha.core.SizeofPtr',
];
