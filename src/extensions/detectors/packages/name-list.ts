import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import { type NameSet, openNameSet } from './name-set.ts';

/** Names of one registry, as they were on one day. */
export interface NameList extends NameSet {
  /** `2026-11`. */
  readonly month: string;
  /** How many names it has. */
  readonly count: number;
  /** The most used ones, for telling a misspelt name. */
  readonly wellKnown: readonly string[];
}

/** `src/extensions/detectors/packages` and the same folder of `dist` lie equally deep below the package. */
const FOLDER = new URL('../../../../package-names/', import.meta.url);

const header = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  count: z.int().positive(),
  bits: z.int().min(1).max(8),
  seed: z.int(),
  segmentLength: z.int().positive(),
  segments: z.int().positive(),
  wellKnown: z.array(z.string()),
});

/**
 * Reads a list that SecCode brings along: one line of JSON, and the bytes of the set.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when it is not there or cut: the installation is damaged.
 */
export async function readNameList(registry: 'pypi' | 'npm', folder: URL = FOLDER): Promise<NameList> {
  const bytes = await readFile(new URL(`${registry}.bin`, folder)).catch(() => undefined);
  const end = bytes?.indexOf('\n') ?? -1;
  const json = parseJson(bytes?.subarray(0, Math.max(0, end)).toString('utf8') ?? '');
  const head = header.safeParse(json.ok ? json.value : undefined);
  const { segments = 0, segmentLength = 0, bits = 0 } = head.data ?? {};
  const length = Math.ceil(((segments + 2) * segmentLength * bits) / 8) + 1;
  if (bytes === undefined || !head.success || bytes.length - end - 1 !== length) {
    throw new SecCodeError('DETECTOR_FAILED', `packages: the list of names of ${registry} cannot be read.`, {
      remedy: 'Install SecCode again.',
      details: { registry },
    });
  }
  return { ...head.data, ...openNameSet(head.data, bytes.subarray(end + 1)) };
}
