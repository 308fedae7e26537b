/** Passwords that every list of guesses begins with. */
const GUESSABLE: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'admin',
  'root',
  '123456',
  '12345678',
  '1234',
  '12345',
  'secret',
  'test',
  'guest',
  'default',
  'qwerty',
  'letmein',
  'changeme',
  'postgres',
  'mysql',
  'toor',
]);

/** Whether a password is among the first that anybody tries. */
export function isGuessable(password: string): boolean {
  return GUESSABLE.has(password.toLowerCase());
}
