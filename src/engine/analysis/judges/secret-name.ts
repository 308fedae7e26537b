import { identifierWords } from '../identifier-words.ts';

/** What a name says its value is. `digest`: compared to decide whether something is genuine. */
export type SecretKind = 'password' | 'key' | 'token' | 'secret' | 'digest';

const WORDS: ReadonlyMap<string, SecretKind> = new Map([
  ['password', 'password'],
  ['passwords', 'password'],
  ['passwd', 'password'],
  ['pwd', 'password'],
  ['pass', 'password'],
  ['passphrase', 'password'],
  ['passcode', 'password'],
  ['passw', 'password'],
  ['pw', 'password'],
  ['pin', 'password'],
  ['otp', 'password'],
  ['secret', 'secret'],
  ['secrets', 'secret'],
  ['credential', 'secret'],
  ['credentials', 'secret'],
  ['token', 'token'],
  ['apikey', 'key'],
  ['secretkey', 'key'],
  ['authtoken', 'token'],
  ['accesstoken', 'token'],
  ['jwt', 'token'],
  ['bearer', 'token'],
  ['csrf', 'token'],
  ['nonce', 'token'],
  ['salt', 'key'],
  ['signature', 'digest'],
  ['hmac', 'digest'],
  ['digest', 'digest'],
  ['mac', 'digest'],
]);

/** `key` alone is the key of a dictionary; after one of these words it opens something. */
const BEFORE_KEY: ReadonlySet<string> = new Set([
  'api',
  'secret',
  'private',
  'access',
  'encryption',
  'encrypt',
  'crypto',
  'cipher',
  'aes',
  'des',
  'rsa',
  'hmac',
  'signing',
  'sign',
  'master',
  'auth',
  'jwt',
  'ssh',
  'fernet',
  'shared',
  'service',
  'account',
  'license',
]);
const BEFORE_ID: ReadonlySet<string> = new Set(['session', 'sess']);

/** Words after which the name speaks about a secret and is none: `password_field`, `token_url`, `secret_name`. */
const ABOUT: ReadonlySet<string> = new Set([
  'field',
  'fields',
  'name',
  'names',
  'url',
  'uri',
  'path',
  'file',
  'filename',
  'dir',
  'directory',
  'length',
  'len',
  'size',
  'label',
  'prompt',
  'message',
  'msg',
  'text',
  'error',
  'errors',
  'help',
  'hint',
  'title',
  'type',
  'types',
  'count',
  'number',
  'num',
  'index',
  'idx',
  'pattern',
  'regex',
  're',
  'policy',
  'validator',
  'validators',
  'hasher',
  'hashers',
  'header',
  'headers',
  'endpoint',
  'template',
  'form',
  'input',
  'env',
  'var',
  'variable',
  'param',
  'params',
  'parameter',
  'arg',
  'option',
  'prefix',
  'suffix',
  'format',
  'expiry',
  'expires',
  'expiration',
  'lifetime',
  'ttl',
  'timeout',
  'age',
  'max',
  'min',
  'required',
  'reset',
  'attempts',
  'class',
  'provider',
  'manager',
  'store',
  'storage',
  'backend',
  'view',
  'page',
  'link',
  'column',
  'id',
  'ids',
  'description',
  'desc',
  'status',
  'enabled',
  'callback',
  'func',
  'function',
  'method',
  'scope',
  'grant',
  'kind',
  'mode',
  'strategy',
  'set',
  'list',
  'map',
  'dict',
  'algorithm',
  'alg',
  'info',
  'placeholder',
  'question',
  'char',
  'chars',
  'bytes',
  'start',
  'end',
  'sep',
  'separator',
  'pos',
  'position',
  'limit',
  'version',
  'key',
  'generator',
  'factory',
  'checker',
  'strength',
]);

/** Words of what is done with a secret, or what is asked about it. */
const DOING: ReadonlySet<string> = new Set([
  'change',
  'reset',
  'forgot',
  'forget',
  'set',
  'get',
  'check',
  'verify',
  'validate',
  'update',
  'has',
  'is',
  'use',
  'show',
  'hide',
  'require',
  'requires',
  'grant',
  'no',
  'ask',
  'allow',
  'send',
  'generate',
  'make',
  'create',
  'delete',
  'remove',
  'missing',
  'invalid',
  'wrong',
  'bad',
  'needs',
]);

/** Words of what is stored instead of the secret. */
const PROTECTED: ReadonlySet<string> = new Set(['hashed', 'hash', 'encrypted', 'crypted', 'digested', 'cipher']);

/** What `name` says its value is, when it says that it is to be kept secret; by its last words. */
export function secretKind(name: string): SecretKind | undefined {
  const words = identifierWords(name);
  let end = words.length - 1;
  while (end > 0 && /^\d+$/.test(words[end] ?? '')) end -= 1;
  const last = words[end] ?? '';
  const before = words[end - 1] ?? '';
  if (last === 'key' && BEFORE_KEY.has(before)) return 'key';
  if (last === 'id' && BEFORE_ID.has(before)) return 'token';
  if (last === 'sessionid' || last === 'sid') return 'token';
  // `password_hash` and `hashed_password` are what is stored instead of the secret.
  if (last === 'hash' && end > 0) return secretKind(before) === undefined ? undefined : 'digest';
  if (words.some((word) => PROTECTED.has(word))) return WORDS.get(last) && 'digest';
  if (ABOUT.has(last) || (end > 0 && DOING.has(words[0] ?? ''))) return undefined;
  const kind = WORDS.get(last);
  // One short word that many programs use for something else.
  if (kind !== undefined && words.length === 1 && (last === 'pass' || last === 'pin' || last === 'mac'))
    return undefined;
  if (last === 'code' && CODE.has(before)) return 'password';
  return kind ?? secretWithin(words, end);
}

const CODE: ReadonlySet<string> = new Set([
  'verification',
  'reset',
  'auth',
  'otp',
  'invite',
  'activation',
  'confirmation',
  'security',
  'recovery',
]);

/** `password_for_admin`, `db_password_prod`, `token_str`. */
function secretWithin(words: readonly string[], end: number): SecretKind | undefined {
  if (words.slice(0, end).some((word) => ABOUT.has(word))) return undefined;
  const tail = words[end] ?? '';
  if (!TAILS.has(tail) && end !== 1) return undefined;
  for (const word of words.slice(0, end)) {
    if (word === 'password' || word === 'passwd' || word === 'pwd') return TAILS.has(tail) ? 'password' : undefined;
    if ((word === 'secret' || word === 'token') && TAILS.has(tail)) return word;
  }
  return undefined;
}

const TAILS: ReadonlySet<string> = new Set([
  'str',
  'string',
  'value',
  'val',
  'hex',
  'raw',
  'plain',
  'plaintext',
  'prod',
  'default',
  'admin',
  'b64',
]);
