import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

export interface CppcheckRule {
  /** More exact than the weakness that cppcheck itself names, where that is too wide. */
  readonly cwes: readonly CweId[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly remediation: string;
}

const rule = (cwes: readonly CweId[], severity: Severity, remediation: string): CppcheckRule => ({
  cwes,
  severity,
  confidence: 'high',
  remediation,
});

const BOUNDS = 'Check the index or the size against the size of the buffer before the access.';
const LIFETIME = 'Let the object live as long as whoever refers to it.';
const FREE = 'Free the memory exactly once, after its last use.';
const FORMAT = 'Make the arguments fit the format.';
const NULL = 'Check the pointer before it is used.';
const CLOSE = 'Release the resource on every way out of the function.';
const SIZE = 'Use the size of the data that is meant.';
const ITERATOR = 'Use only iterators that are valid for this container.';

/** cppcheck's errors and warnings that speak of weaknesses, by id. Style, performance and portability are left out. */
export const RULES: Readonly<Record<string, CppcheckRule>> = {
  arrayIndexOutOfBounds: rule(['CWE-787', 'CWE-788', 'CWE-125'], 'high', BOUNDS),
  arrayIndexOutOfBoundsCond: rule(['CWE-787', 'CWE-788', 'CWE-125'], 'high', BOUNDS),
  bufferAccessOutOfBounds: rule(['CWE-787', 'CWE-788', 'CWE-125'], 'high', BOUNDS),
  negativeIndex: rule(['CWE-786'], 'high', BOUNDS),
  containerOutOfBounds: rule(['CWE-787', 'CWE-125'], 'high', BOUNDS),
  stlOutOfBounds: rule(['CWE-788'], 'high', BOUNDS),
  negativeContainerIndex: rule(['CWE-786'], 'high', BOUNDS),
  argumentSize: rule(['CWE-787'], 'medium', BOUNDS),
  objectIndex: rule(['CWE-787'], 'high', BOUNDS),
  negativeMemoryAllocationSize: rule(['CWE-131'], 'high', BOUNDS),
  invalidscanf: rule(['CWE-120'], 'high', 'Give the field a width that fits the buffer.'),
  invalidScanfFormatWidth: rule(['CWE-787'], 'high', 'Give the field a width that fits the buffer.'),
  signedCharArrayIndex: rule(['CWE-128'], 'medium', 'Convert the character to unsigned char first.'),
  autoVariables: rule(['CWE-562'], 'high', LIFETIME),
  returnReference: rule(['CWE-562'], 'high', LIFETIME),
  danglingReference: rule(['CWE-562'], 'high', LIFETIME),
  returnTempReference: rule(['CWE-562'], 'high', LIFETIME),
  danglingTempReference: rule(['CWE-562'], 'high', LIFETIME),
  returnDanglingLifetime: rule(['CWE-562'], 'high', LIFETIME),
  invalidLifetime: rule(['CWE-562'], 'high', LIFETIME),
  danglingLifetime: rule(['CWE-562'], 'high', LIFETIME),
  danglingTemporaryLifetime: rule(['CWE-562'], 'high', LIFETIME),
  autovarInvalidDeallocation: rule(['CWE-590'], 'high', 'Free only what was allocated on the heap.'),
  invalidFree: rule(['CWE-761'], 'high', 'Free the very address that the allocation gave.'),
  doubleFree: rule(['CWE-415'], 'high', FREE),
  deallocret: rule(['CWE-416', 'CWE-672'], 'high', FREE),
  deallocuse: rule(['CWE-416'], 'high', FREE),
  thisUseAfterFree: rule(['CWE-416'], 'high', FREE),
  useClosedFile: rule(['CWE-910'], 'medium', 'Use the file before it is closed.'),
  accessMoved: rule(['CWE-672'], 'medium', 'Do not use what was moved away.'),
  mismatchAllocDealloc: rule(['CWE-762'], 'medium', 'Release the memory by the counterpart of what allocated it.'),
  memleak: rule(['CWE-401'], 'medium', CLOSE),
  memleakOnRealloc: rule(['CWE-401'], 'medium', CLOSE),
  leakNoVarFunctionCall: rule(['CWE-772'], 'medium', CLOSE),
  leakReturnValNotUsed: rule(['CWE-771'], 'medium', CLOSE),
  resourceLeak: rule(['CWE-775'], 'medium', CLOSE),
  nullPointer: rule(['CWE-476'], 'medium', NULL),
  ctunullpointer: rule(['CWE-476'], 'medium', NULL),
  nullPointerDefaultArg: rule(['CWE-476'], 'medium', NULL),
  nullPointerRedundantCheck: rule(['CWE-476'], 'medium', NULL),
  zerodiv: rule(['CWE-369'], 'medium', 'Check the divisor first.'),
  zerodivcond: rule(['CWE-369'], 'medium', 'Check the divisor first.'),
  uninitvar: rule(['CWE-457'], 'medium', 'Set the variable before it is read.'),
  ctuuninitvar: rule(['CWE-457'], 'medium', 'Set the variable before it is read.'),
  legacyUninitvar: rule(['CWE-457'], 'medium', 'Set the variable before it is read.'),
  uninitdata: rule(['CWE-457'], 'medium', 'Set the memory before it is read.'),
  uninitStructMember: rule(['CWE-457'], 'medium', 'Set the member before it is read.'),
  integerOverflow: rule(['CWE-190'], 'high', 'Check the range before computing, or compute in a wider type.'),
  invalidTestForOverflow: rule(['CWE-190'], 'medium', 'Check the range before computing.'),
  signConversion: rule(['CWE-195'], 'medium', 'Check that the value is not negative first.'),
  checkCastIntToCharAndBack: rule(['CWE-197'], 'medium', 'Keep the result in an int until it was compared with EOF.'),
  wrongPrintfScanfArgNum: rule(['CWE-685'], 'high', FORMAT),
  wrongPrintfScanfParameterPositionError: rule(['CWE-685'], 'medium', FORMAT),
  invalidScanfArgType_s: rule(['CWE-686'], 'medium', FORMAT),
  invalidScanfArgType_int: rule(['CWE-686'], 'medium', FORMAT),
  invalidPrintfArgType_s: rule(['CWE-686'], 'medium', FORMAT),
  invalidPrintfArgType_n: rule(['CWE-686'], 'medium', FORMAT),
  sizeofwithsilentarraypointer: rule(['CWE-467'], 'medium', SIZE),
  pointerSize: rule(['CWE-467'], 'medium', SIZE),
  sizeofDivisionMemfunc: rule(['CWE-131'], 'medium', SIZE),
  incompleteArrayFill: rule(['CWE-131'], 'medium', SIZE),
  sprintfOverlappingData: rule(['CWE-628'], 'medium', 'Write into another buffer than the one that is read.'),
  invalidContainer: rule(['CWE-416'], 'high', ITERATOR),
  invalidContainerLoop: rule(['CWE-416'], 'high', ITERATOR),
  eraseDereference: rule(['CWE-416'], 'high', ITERATOR),
  derefInvalidIterator: rule(['CWE-825'], 'high', ITERATOR),
  mismatchingContainers: rule(['CWE-119'], 'high', ITERATOR),
  stlcstr: rule(['CWE-416'], 'high', LIFETIME),
  raceAfterInterlockedDecrement: rule(['CWE-362'], 'medium', 'Use the value that the interlocked function gives.'),
  localMutex: rule(['CWE-667'], 'medium', 'Share the mutex between all who use the data.'),
};
