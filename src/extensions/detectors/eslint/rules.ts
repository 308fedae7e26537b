import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

/** What SecCode makes of one of ESLint's rules. */
export interface EslintRule {
  /** Most specific first. */
  readonly cwes: readonly [CweId, ...CweId[]];
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** A fact in one sentence. */
  readonly message: string;
  /** Imperative. */
  readonly remediation: string;
  /** A more telling rule: where both start at the same place, only that one is reported. */
  readonly yieldsTo?: string;
}

const CODE = ['CWE-95', 'CWE-94'] as const;
const HTML_REMEDY = 'Set textContent, or clean the HTML with a sanitizer such as DOMPurify first.';
const BUFFER_REMEDY = 'Use Buffer.from for given data and Buffer.alloc for an empty buffer.';
const HIDDEN_REMEDY = 'Remove the character, or write it as an escape sequence.';

/**
 * The rules that SecCode listens to: ESLint's own, eslint-plugin-security's and eslint-plugin-no-unsanitized's.
 *
 * Several flag a call whatever its arguments, or whatever is known of them; these have a low confidence, so that they are
 * reported and not fixed by default.
 */
export const RULES: Readonly<Record<string, EslintRule>> = {
  'no-eval': {
    cwes: CODE,
    severity: 'medium',
    confidence: 'medium',
    message: 'eval runs text as code.',
    remediation: 'Parse data with JSON.parse, and call functions by a table of those allowed.',
    yieldsTo: 'security/detect-eval-with-expression',
  },
  'security/detect-eval-with-expression': {
    cwes: CODE,
    severity: 'high',
    confidence: 'high',
    message: 'eval runs a text that is not constant as code.',
    remediation: 'Parse data with JSON.parse, and call functions by a table of those allowed.',
  },
  'no-implied-eval': {
    cwes: CODE,
    severity: 'high',
    confidence: 'medium',
    message: 'A timer gets a text, which it runs as code.',
    remediation: 'Pass a function to the timer.',
  },
  'no-new-func': {
    cwes: CODE,
    severity: 'high',
    confidence: 'medium',
    message: 'A function is made from text.',
    remediation: 'Write the function out, or look it up in a table of those allowed.',
  },
  'no-script-url': {
    cwes: ['CWE-79'],
    severity: 'low',
    confidence: 'medium',
    message: 'The URL runs its text as a script.',
    remediation: 'Attach an event handler instead.',
  },
  'no-unsanitized/method': {
    cwes: ['CWE-79'],
    severity: 'high',
    confidence: 'medium',
    message: 'A text that is not constant goes into the page as HTML.',
    remediation: HTML_REMEDY,
  },
  'no-unsanitized/property': {
    cwes: ['CWE-79'],
    severity: 'high',
    confidence: 'medium',
    message: 'A text that is not constant becomes HTML of the page.',
    remediation: HTML_REMEDY,
  },
  'security/detect-child-process': {
    cwes: ['CWE-78'],
    severity: 'high',
    confidence: 'medium',
    message: 'A command that is not constant goes through a shell.',
    remediation: 'Use execFile or spawn with the arguments as an array and without a shell.',
  },
  'security/detect-bidi-characters': {
    cwes: ['CWE-1007'],
    severity: 'medium',
    confidence: 'high',
    message: 'The code holds a character that reverses the direction of text, so it reads other than it runs.',
    remediation: HIDDEN_REMEDY,
  },
  'security/detect-invisible-characters': {
    cwes: ['CWE-1007'],
    severity: 'low',
    confidence: 'medium',
    message: 'The code holds a character that cannot be seen.',
    remediation: HIDDEN_REMEDY,
  },
  'security/detect-no-csrf-before-method-override': {
    cwes: ['CWE-352'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The CSRF check comes before the method is overridden, so an overridden method escapes it.',
    remediation: 'Put methodOverride before the CSRF middleware.',
  },
  'security/detect-disable-mustache-escape': {
    cwes: ['CWE-79', 'CWE-116'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The template engine is told not to escape HTML.',
    remediation: 'Leave escapeMarkup on.',
  },
  'security/detect-new-buffer': {
    cwes: ['CWE-908', 'CWE-665'],
    severity: 'low',
    confidence: 'medium',
    message: 'new Buffer gets a value that is not constant; for a number it returns memory with old content.',
    remediation: BUFFER_REMEDY,
  },
  'security/detect-buffer-noassert': {
    cwes: ['CWE-787', 'CWE-125'],
    severity: 'low',
    confidence: 'low',
    message: 'The bounds check of a buffer access is switched off.',
    remediation: 'Remove the noAssert argument.',
  },
  'security/detect-unsafe-regex': {
    cwes: ['CWE-1333'],
    severity: 'medium',
    confidence: 'low',
    message: 'The regular expression repeats a repetition, and some texts may keep it busy for very long.',
    remediation: 'Write it without nested repetition, and limit the length of the text.',
  },
  'security/detect-non-literal-regexp': {
    cwes: ['CWE-1333', 'CWE-625'],
    severity: 'low',
    confidence: 'low',
    message: 'A regular expression is made from a text that is not constant.',
    remediation: 'Escape the text before it becomes part of a regular expression.',
  },
  'security/detect-non-literal-require': {
    cwes: ['CWE-829'],
    severity: 'medium',
    confidence: 'low',
    message: 'The module that is loaded is not constant.',
    remediation: 'Load modules by a table of those allowed.',
  },
  'security/detect-non-literal-fs-filename': {
    cwes: ['CWE-22'],
    severity: 'medium',
    confidence: 'low',
    message: 'The path of a file access is not constant.',
    remediation: 'Resolve the path and check that it stays inside the folder that is meant.',
  },
  'security/detect-object-injection': {
    cwes: ['CWE-1321', 'CWE-915'],
    severity: 'low',
    confidence: 'low',
    message: 'An object is accessed by a key that is not constant.',
    remediation: 'Use a Map, or check the key with Object.hasOwn.',
  },
  'security/detect-possible-timing-attacks': {
    cwes: ['CWE-208'],
    severity: 'low',
    confidence: 'low',
    message: 'A value named like a secret is compared in a time that depends on its content.',
    remediation: 'Compare with crypto.timingSafeEqual.',
  },
  'security/detect-pseudoRandomBytes': {
    cwes: ['CWE-338'],
    severity: 'low',
    confidence: 'medium',
    message: 'The random bytes come from a function that does not promise to be unpredictable.',
    remediation: 'Use crypto.randomBytes.',
  },
};
