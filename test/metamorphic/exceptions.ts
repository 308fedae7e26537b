/** A rule whose findings depend on something that a transformation changes. */
export interface MetamorphicException {
  /** Id of the rule. */
  readonly rule: string;
  /** Name of the transformation. */
  readonly transformation: string;
  /** `by-design`: another result is right. `gap`: it is not, and the detector should do better. */
  readonly kind: 'by-design' | 'gap';
  /** A fact. */
  readonly reason: string;
}

const RENAMES = 'renames what the file itself names';
const EXTRACTS = 'puts arguments into variables first';
const ALIASES = 'imports under other names';
const BLOCKS = 'puts the body of every function into another block';
const LINES = 'puts every argument on a line of its own';
const BRACKETS = 'puts arguments in brackets';

const NAMES_ARGUMENTS = 'gives arguments names of their own first';

const SECRET_NAMES = 'That a value is a secret is told by its name.';
const GUARD_NAMES = 'That an unknown function checks something is told by its name.';
const KNOWN_BY_NAME = 'In a fragment without imports, what a value is may be told by its name alone.';
const SECRET_LOST =
  'A secret is known by its name where it is used, and not through an expression in another variable.';
const WRITTEN_NAME = 'The rule goes by the name as written, not by what it is imported from.';
const MODEL_NAMES = 'That a class whose file is not scanned is a record is told by its name.';

/** Every exception, with its reason. One that is not needed any more makes the test red. */
export const EXCEPTIONS: readonly MetamorphicException[] = [
  byDesign('javascript/error-disclosure', RENAMES, 'That a parameter of a callback is an error is told by its name.'),
  byDesign('javascript/hard-coded-secret', RENAMES, SECRET_NAMES),
  byDesign('javascript/information-exposure', RENAMES, SECRET_NAMES),
  byDesign('javascript/weak-hash', RENAMES, SECRET_NAMES),
  byDesign('javascript/weak-randomness', RENAMES, SECRET_NAMES),
  byDesign('python/file-upload', RENAMES, GUARD_NAMES),
  byDesign('python/hard-coded-secret', RENAMES, SECRET_NAMES),
  byDesign('python/header-injection', RENAMES, KNOWN_BY_NAME),
  byDesign('python/identity-comparison', RENAMES, 'That a function compares by value is told by its name.'),
  byDesign('python/incomplete-url-check', RENAMES, 'That a text is an address is told by its name.'),
  byDesign('python/mail-injection', RENAMES, KNOWN_BY_NAME),
  byDesign('python/mass-assignment', ALIASES, MODEL_NAMES),
  byDesign('python/missing-authentication', RENAMES, GUARD_NAMES),
  byDesign('python/missing-authorization', RENAMES, GUARD_NAMES),
  byDesign('python/timing-safe-compare', RENAMES, SECRET_NAMES),
  byDesign('python/weak-randomness', RENAMES, SECRET_NAMES),
  gap('python/file-permissions', EXTRACTS, 'Flags of `stat` that are joined in a variable are not added up.'),
  gap(
    'python/hard-coded-secret',
    EXTRACTS,
    'A literal that reaches a password argument through a variable is not seen.',
  ),
  gap('python/infinite-loop', BLOCKS, 'The loop is looked for at the top of the function.'),
  gap(
    'python/insecure-temp-file',
    EXTRACTS,
    'The temporary folder is known where it is joined to a name, and no further.',
  ),
  gap(
    'python/insecure-temp-file',
    BRACKETS,
    'The temporary folder is known where it is joined to a name, and no further.',
  ),
  gap('go/index-out-of-range', BRACKETS, 'A length in brackets is not seen to be the limit of an index.'),
  gap('go/index-out-of-range', LINES, 'A length on a line of its own is not seen to be the limit of an index.'),
  gap(
    'go/error-disclosure',
    NAMES_ARGUMENTS,
    'The text of an error is known where it is sent, and not out of a variable.',
  ),
  gap('go/insecure-temp-file', NAMES_ARGUMENTS, 'Flags are read where the file is opened, and not out of a variable.'),
  gap('go/log-injection', NAMES_ARGUMENTS, 'A format is read where it stands in the call, and not out of a variable.'),
  gap('go/sensitive-data-logged', NAMES_ARGUMENTS, SECRET_LOST),
  gap(
    'java/error-disclosure',
    NAMES_ARGUMENTS,
    'The text of an error is known where it is sent, and not out of a variable.',
  ),
  gap(
    'java/hard-coded-secret',
    NAMES_ARGUMENTS,
    'A literal that reaches a password argument through a variable is not seen.',
  ),
  gap('java/sensitive-data-logged', NAMES_ARGUMENTS, SECRET_LOST),
  gap('go/missing-lock', BRACKETS, 'A function that is started in brackets is not seen to run beside others.'),
  byDesign('go/weak-randomness', RENAMES, SECRET_NAMES),
  byDesign('java/weak-randomness', RENAMES, SECRET_NAMES),
  gap('python/missing-authorization', BLOCKS, 'The checks are looked for at the top of the function.'),
  gap('python/password-storage', EXTRACTS, SECRET_LOST),
  gap('python/password-storage', 'writes format strings with %', SECRET_LOST),
  gap('python/password-storage', 'writes format strings with format()', SECRET_LOST),
  gap('python/password-storage', 'writes format strings with +', SECRET_LOST),
  gap('python/plain-text-credentials', EXTRACTS, SECRET_LOST),
  gap('python/resource-exhaustion', ALIASES, WRITTEN_NAME),
  gap('python/sensitive-data-logged', EXTRACTS, SECRET_LOST),
  gap(
    'python/sql-injection',
    EXTRACTS,
    'Placeholders that are repeated are known in place, and not out of a variable.',
  ),
  gap(
    'python/sql-injection',
    'writes format strings with +',
    'Placeholders are known in a format string, and not within str().',
  ),
  gap('python/trust-boundary', ALIASES, WRITTEN_NAME),
  gap('python/xml-external-entities', ALIASES, WRITTEN_NAME),
];

function byDesign(rule: string, transformation: string, reason: string): MetamorphicException {
  return { rule, transformation, kind: 'by-design', reason };
}

function gap(rule: string, transformation: string, reason: string): MetamorphicException {
  return { rule, transformation, kind: 'gap', reason };
}
