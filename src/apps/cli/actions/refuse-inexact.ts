import { SecCodeError } from '#core/errors.ts';
import type { CollectedFiles } from '../../workbench/collect-files.ts';

/** Writing text back would change bytes that nobody meant to change. */
export function refuseInexact({ inexact }: Pick<CollectedFiles, 'inexact'>): void {
  const [first] = inexact;
  if (first === undefined) return;
  throw new SecCodeError('INPUT_INVALID', `'${first}' is not plain UTF-8, so it cannot be written back as it was.`, {
    remedy: 'Convert the file to UTF-8 without a byte order mark first, or apply the difference by hand.',
  });
}
