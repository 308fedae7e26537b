import type { CweId } from '#core/cwe-id.ts';

/** What a sanitizer says of a run that it ended. */
export interface SanitizerReport {
  /** Its own name for the fault: `heap-buffer-overflow`, or the words of a runtime error. */
  readonly kind: string;
  readonly cwe: CweId | undefined;
}

const ADDRESS = /ERROR: AddressSanitizer:? ([\w-]{1,60})/;
const UNDEFINED = /: runtime error: ([^\n]{1,200})/;
const WRITES = /^WRITE of size/m;

const BY_ADDRESS: Readonly<Record<string, { readonly read: CweId; readonly write: CweId }>> = {
  'heap-buffer-overflow': { read: 'CWE-125', write: 'CWE-122' },
  'stack-buffer-overflow': { read: 'CWE-125', write: 'CWE-121' },
  'stack-buffer-underflow': { read: 'CWE-127', write: 'CWE-124' },
  'global-buffer-overflow': { read: 'CWE-125', write: 'CWE-787' },
  'dynamic-stack-buffer-overflow': { read: 'CWE-125', write: 'CWE-121' },
  'container-overflow': { read: 'CWE-125', write: 'CWE-787' },
  'heap-use-after-free': { read: 'CWE-416', write: 'CWE-416' },
  'stack-use-after-return': { read: 'CWE-562', write: 'CWE-562' },
  'stack-use-after-scope': { read: 'CWE-562', write: 'CWE-562' },
  attempting: { read: 'CWE-415', write: 'CWE-415' },
  'stack-overflow': { read: 'CWE-674', write: 'CWE-674' },
  'allocation-size-too-big': { read: 'CWE-789', write: 'CWE-789' },
  'memcpy-param-overlap': { read: 'CWE-475', write: 'CWE-475' },
  SEGV: { read: 'CWE-476', write: 'CWE-476' },
};

const BY_WORDS: readonly (readonly [RegExp, CweId])[] = [
  [/null pointer/, 'CWE-476'],
  [/signed integer overflow|cannot be represented/, 'CWE-190'],
  [/out of bounds|insufficient space/, 'CWE-787'],
  [/division by zero/, 'CWE-369'],
  [/shift/, 'CWE-1335'],
  [/misaligned/, 'CWE-704'],
  [/VLA bound|not a valid value/, 'CWE-20'],
];

/** Reads a report of the address or the undefined-behaviour sanitizer; `undefined` when there is none. */
export function readSanitizerReport(stderr: string): SanitizerReport | undefined {
  const fault = ADDRESS.exec(stderr)?.[1];
  if (fault !== undefined) {
    const known = BY_ADDRESS[fault];
    const kind = fault === 'attempting' ? 'double-free' : fault;
    return { kind, cwe: WRITES.test(stderr) ? known?.write : known?.read };
  }
  const words = UNDEFINED.exec(stderr)?.[1];
  return words === undefined ? undefined : { kind: words, cwe: BY_WORDS.find(([test]) => test.test(words))?.[1] };
}
