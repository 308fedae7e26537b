import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

/** What a warning of a C or C++ compiler says about the program's safety. */
export interface CWarning {
  readonly cwes: readonly CweId[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly remediation: string;
}

const INSIDE_OF_BUFFER =
  'Keep the access inside of the buffer: check the length first, or make the buffer large enough.';
const FORMAT = 'Pass a constant format, and the data as an argument: `printf("%s", text)`.';
const MATCHING_FORMAT = 'Make each conversion match the type of its argument.';
const INITIALISE = 'Give the variable a value on every way that leads here.';
const NOT_AFTER_FREE = 'Do not use memory after it was given back; set the pointer to NULL with it.';
const COUNTERPART = 'Give memory back with the counterpart of what allocated it.';
const NOT_BY_ZERO = 'Check the divisor before dividing.';
const KEEP_LOCAL =
  'Return a value, memory that was allocated, or memory of the caller; not the address of a local variable.';
const SIZE_OF_OBJECT = 'Take the size of what the pointer points at: `sizeof *pointer`.';
const WIDE_ENOUGH = 'Calculate in a type that is wide enough for the result.';

/**
 * Warnings that speak of weaknesses, by the option that turns them on, without `-W` and what follows `=`. Others say
 * something about style, and are left out. "maybe" in a name is the compiler's own doubt.
 */
export const C_WARNINGS: Readonly<Record<string, CWarning>> = {
  'format-security': { cwes: ['CWE-134'], severity: 'high', confidence: 'high', remediation: FORMAT },
  'format-nonliteral': { cwes: ['CWE-134'], severity: 'medium', confidence: 'low', remediation: FORMAT },
  format: { cwes: ['CWE-686'], severity: 'medium', confidence: 'medium', remediation: MATCHING_FORMAT },
  'format-insufficient-args': { cwes: ['CWE-685'], severity: 'high', confidence: 'high', remediation: MATCHING_FORMAT },
  'format-overflow': { cwes: ['CWE-787'], severity: 'high', confidence: 'medium', remediation: INSIDE_OF_BUFFER },
  'format-truncation': { cwes: ['CWE-222'], severity: 'low', confidence: 'low', remediation: INSIDE_OF_BUFFER },
  'stringop-overflow': { cwes: ['CWE-787'], severity: 'high', confidence: 'high', remediation: INSIDE_OF_BUFFER },
  'stringop-overread': { cwes: ['CWE-125'], severity: 'high', confidence: 'high', remediation: INSIDE_OF_BUFFER },
  'stringop-truncation': {
    cwes: ['CWE-170'],
    severity: 'medium',
    confidence: 'medium',
    remediation: 'End the string with a zero byte after it was copied.',
  },
  'fortify-source': { cwes: ['CWE-787'], severity: 'high', confidence: 'high', remediation: INSIDE_OF_BUFFER },
  'array-bounds': { cwes: ['CWE-119'], severity: 'high', confidence: 'high', remediation: INSIDE_OF_BUFFER },
  'array-bounds-pointer-arithmetic': {
    cwes: ['CWE-119'],
    severity: 'high',
    confidence: 'medium',
    remediation: INSIDE_OF_BUFFER,
  },
  'zero-length-bounds': { cwes: ['CWE-119'], severity: 'high', confidence: 'medium', remediation: INSIDE_OF_BUFFER },
  restrict: {
    cwes: ['CWE-475'],
    severity: 'medium',
    confidence: 'high',
    remediation: 'Copy between memory that does not overlap, or use memmove.',
  },
  'unused-result': {
    cwes: ['CWE-252'],
    severity: 'low',
    confidence: 'medium',
    remediation: 'Check what the call returns.',
  },
  uninitialized: { cwes: ['CWE-457'], severity: 'medium', confidence: 'high', remediation: INITIALISE },
  'maybe-uninitialized': { cwes: ['CWE-457'], severity: 'medium', confidence: 'medium', remediation: INITIALISE },
  'sometimes-uninitialized': { cwes: ['CWE-457'], severity: 'medium', confidence: 'high', remediation: INITIALISE },
  'conditional-uninitialized': { cwes: ['CWE-457'], severity: 'medium', confidence: 'low', remediation: INITIALISE },
  'use-after-free': { cwes: ['CWE-416'], severity: 'high', confidence: 'medium', remediation: NOT_AFTER_FREE },
  'free-nonheap-object': {
    cwes: ['CWE-590'],
    severity: 'high',
    confidence: 'high',
    remediation: 'Give back only what malloc and its kin returned.',
  },
  'mismatched-dealloc': {
    cwes: ['CWE-762'],
    severity: 'medium',
    confidence: 'high',
    remediation: COUNTERPART,
  },
  'mismatched-new-delete': {
    cwes: ['CWE-762'],
    severity: 'medium',
    confidence: 'high',
    remediation: COUNTERPART,
  },
  'delete-non-virtual-dtor': {
    cwes: ['CWE-1079'],
    severity: 'low',
    confidence: 'medium',
    remediation: 'Make the destructor of the base class virtual.',
  },
  'dangling-pointer': { cwes: ['CWE-562'], severity: 'high', confidence: 'medium', remediation: KEEP_LOCAL },
  'return-local-addr': { cwes: ['CWE-562'], severity: 'high', confidence: 'high', remediation: KEEP_LOCAL },
  'return-stack-address': { cwes: ['CWE-562'], severity: 'high', confidence: 'high', remediation: KEEP_LOCAL },
  'sizeof-pointer-memaccess': {
    cwes: ['CWE-467'],
    severity: 'medium',
    confidence: 'high',
    remediation: SIZE_OF_OBJECT,
  },
  'sizeof-pointer-div': { cwes: ['CWE-467'], severity: 'medium', confidence: 'high', remediation: SIZE_OF_OBJECT },
  'sizeof-array-argument': { cwes: ['CWE-467'], severity: 'medium', confidence: 'high', remediation: SIZE_OF_OBJECT },
  'memset-transposed-args': {
    cwes: ['CWE-687'],
    severity: 'medium',
    confidence: 'high',
    remediation: 'Give the value before the length.',
  },
  overflow: { cwes: ['CWE-190'], severity: 'medium', confidence: 'high', remediation: WIDE_ENOUGH },
  'integer-overflow': { cwes: ['CWE-190'], severity: 'medium', confidence: 'high', remediation: WIDE_ENOUGH },
  'alloc-size-larger-than': { cwes: ['CWE-789'], severity: 'medium', confidence: 'medium', remediation: WIDE_ENOUGH },
  'shift-count-overflow': { cwes: ['CWE-1335'], severity: 'medium', confidence: 'high', remediation: WIDE_ENOUGH },
  'shift-count-negative': { cwes: ['CWE-1335'], severity: 'medium', confidence: 'high', remediation: WIDE_ENOUGH },
  'div-by-zero': {
    cwes: ['CWE-369'],
    severity: 'medium',
    confidence: 'high',
    remediation: NOT_BY_ZERO,
  },
  'division-by-zero': {
    cwes: ['CWE-369'],
    severity: 'medium',
    confidence: 'high',
    remediation: NOT_BY_ZERO,
  },
  nonnull: {
    cwes: ['CWE-476'],
    severity: 'medium',
    confidence: 'high',
    remediation: 'Check the pointer before handing it on.',
  },
  'null-dereference': {
    cwes: ['CWE-476'],
    severity: 'medium',
    confidence: 'low',
    remediation: 'Check the pointer before using it.',
  },
  'infinite-recursion': {
    cwes: ['CWE-674'],
    severity: 'medium',
    confidence: 'high',
    remediation: 'Let the recursion end.',
  },
};

/** Options that turn them on; the usual sets hold the rest. */
export const WARNING_OPTIONS: readonly string[] = ['-Wall', '-Wextra', '-Wformat=2', '-Wformat-security'];
