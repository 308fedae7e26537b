import { identifierWords } from '../identifier-words.ts';
import { secretKind } from './secret-name.ts';

/** Words that say by themselves that an attacker gains from guessing the value. */
const SENSITIVE: ReadonlySet<string> = new Set([
  'session',
  'sessionid',
  'sid',
  'cookie',
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'token',
  'secret',
  'otp',
  'totp',
  'csrf',
  'xsrf',
  'nonce',
  'salt',
  'captcha',
  'auth',
  'authentication',
  'credential',
  'credentials',
  'apikey',
  'crypto',
  'cipher',
  'encryption',
  'iv',
  'voucher',
  'coupon',
  'pincode',
  'passcode',
  'rememberme',
  'login',
  'verification',
  'activation',
  'jwt',
  'invite',
  'reset',
  'signature',
]);

/** Words that say it is for looks, for waiting, or data made up for a test or a model. */
const HARMLESS: ReadonlySet<string> = new Set([
  'test',
  'tests',
  'fake',
  'mock',
  'dummy',
  'sample',
  'samples',
  'shuffle',
  'batch',
  'augment',
  'noise',
  'sleep',
  'delay',
  'jitter',
  'backoff',
  'retry',
  'timeout',
  'interval',
  'tokens',
  'tokenizer',
  'vocab',
  'mask',
  'simulate',
  'fuzz',
  'demo',
  'example',
  'lorem',
  'sentence',
  'paragraph',
  'word',
  'words',
  'color',
  'colour',
  'animation',
  'position',
  'particle',
  'angle',
  'speed',
  'velocity',
]);

/** The first name that says that a random value must not be guessed. */
export function randomPurpose(names: readonly string[]): string | undefined {
  return names.find(
    (name) =>
      secretKind(name) !== undefined ||
      identifierWords(name).some((word) => SENSITIVE.has(word) || /session|cookie|password/.test(word)) ||
      /(?:generate|make|create|new|gen)_?\w*(?:key|code)\b|key_?\w*gen/i.test(name),
  );
}

/** Whether one of the names says that nobody gains from guessing it. */
export function isHarmlessRandom(names: readonly string[]): boolean {
  return names.some((name) => identifierWords(name).some((word) => HARMLESS.has(word)));
}
