import { SecCodeError } from '#core/errors.ts';
import type { Options } from './setting.ts';

/**
 * Refuses flags that make no sense beside another one.
 *
 * @param flags By option, as they are written.
 * @throws {SecCodeError} `USAGE`, for the first of them that was given.
 */
export function refuseFlags(
  options: Options,
  flags: Readonly<Record<string, string>>,
  say: (flag: string) => { readonly message: string; readonly remedy: string },
): void {
  for (const [key, flag] of Object.entries(flags)) {
    if (options[key] === undefined || options[key] === false) continue;
    const { message, remedy } = say(flag);
    throw new SecCodeError('USAGE', message, { remedy });
  }
}
