import { type FileHandle, open } from 'node:fs/promises';
import { storeFailure } from '#engine/storage/durable.ts';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A file of lines that grows at its end. A line counts once it would survive a power cut; lines that come while the disk is
 * busy go out together, so that many cells share one sync.
 */
export class AppendFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  #end: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;

  private constructor(path: string, handle: FileHandle, end: number) {
    this.#path = path;
    this.#handle = handle;
    this.#end = end;
  }

  /** @param wholeBytes Length of the whole lines: anything after it is a torn line of a process that died. */
  static async open(path: string, wholeBytes: number): Promise<AppendFile> {
    const handle = await open(path, 'r+');
    try {
      const { size } = await handle.stat();
      if (size > wholeBytes) {
        await handle.truncate(wholeBytes);
        await handle.sync();
      }
      return new AppendFile(path, handle, wholeBytes);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * Resolves once the line is durable.
   *
   * @throws {SecCodeError} `STORE_FAILED`
   */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const bytes = Buffer.from(batch.map(({ line }) => `${line}\n`).join(''), 'utf8');
        await this.#write(bytes);
        await this.#handle.datasync();
        this.#end += bytes.length;
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // What is half written goes at once if it can; else the next one to open the file cuts it off.
        await this.#handle.truncate(this.#end).catch(() => undefined);
        const failure = storeFailure(error, this.#path);
        for (const { reject } of batch) reject(failure);
      }
    }
    this.#flushing = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, this.#end + written);
      written += bytesWritten;
    }
  }
}
