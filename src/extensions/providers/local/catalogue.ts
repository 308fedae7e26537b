import type { PullableModel } from '#engine/models/pulled-models-pull.ts';

/** A model that SecCode can name by itself. */
export interface CatalogueModel extends PullableModel {
  readonly title: string;
  /** SPDX identifier, or a name where there is none. */
  readonly licence: string;
  /** Size of the download, rounded: to be told before it starts. */
  readonly approximateBytes: number;
  /** Free memory that it wants together with its context, rounded. */
  readonly approximateMemoryBytes: number;
}

const GIGABYTE = 1_000_000_000;

/** The model that is pulled when none is named. */
export const DEFAULT_MODEL = 'qwen2.5-coder-7b';

/**
 * Models that write code and fit a usual computer, best first. The files are the ones their makers publish; no hash is
 * pinned here, so a download is compared with the one that the host states.
 */
export const CATALOGUE: readonly CatalogueModel[] = [
  {
    name: DEFAULT_MODEL,
    title: 'Qwen2.5-Coder 7B Instruct, 4 bit',
    url: 'https://huggingface.co/Qwen/Qwen2.5-Coder-7B-Instruct-GGUF/resolve/main/qwen2.5-coder-7b-instruct-q4_k_m.gguf',
    licence: 'Apache-2.0',
    approximateBytes: 4.7 * GIGABYTE,
    approximateMemoryBytes: 7 * GIGABYTE,
  },
  {
    name: 'qwen2.5-coder-3b',
    title: 'Qwen2.5-Coder 3B Instruct, 4 bit',
    url: 'https://huggingface.co/Qwen/Qwen2.5-Coder-3B-Instruct-GGUF/resolve/main/qwen2.5-coder-3b-instruct-q4_k_m.gguf',
    licence: 'Qwen Research License (not for commercial use)',
    approximateBytes: 2.1 * GIGABYTE,
    approximateMemoryBytes: 4 * GIGABYTE,
  },
  {
    name: 'qwen2.5-coder-1.5b',
    title: 'Qwen2.5-Coder 1.5B Instruct, 4 bit',
    url: 'https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf',
    licence: 'Apache-2.0',
    approximateBytes: 1.1 * GIGABYTE,
    approximateMemoryBytes: 2.5 * GIGABYTE,
  },
];
