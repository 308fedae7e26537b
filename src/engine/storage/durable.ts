import { open } from 'node:fs/promises';
import { SecCodeError } from '#core/errors.ts';

/** The name that the operating system gives an error, such as `ENOENT`; `undefined` for other errors. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Makes the entries of a folder survive a power cut: without it a new file may be durable and its name not. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    // Windows opens no folders; NTFS journals their entries by itself.
    if (['EPERM', 'EISDIR', 'EACCES'].includes(errorCode(error) ?? '')) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot sync a folder.
    if (!['EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Turns an error of the file system into one that says what to do; lets errors of SecCode through. */
export function storeFailure(cause: unknown, path: string): SecCodeError {
  if (cause instanceof SecCodeError) return cause;
  const code = errorCode(cause) ?? 'UNKNOWN';
  const options = { details: { code }, cause };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new SecCodeError('STORE_FAILED', `There is no room left to write '${path}' (${code}).`, {
        remedy: 'Free some space on that disk, then go on with `seccode sessions resume`.',
        ...options,
      });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new SecCodeError('STORE_FAILED', `SecCode may not write '${path}' (${code}).`, {
        remedy: 'Give this user the right to write there, or run SecCode in another folder.',
        ...options,
      });
    default:
      return new SecCodeError('STORE_FAILED', `The session store cannot use '${path}' (${code}).`, {
        remedy: 'Check that the path and the folders above it exist, are folders and can be read.',
        ...options,
      });
  }
}
