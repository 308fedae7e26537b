// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Dataset } from '#engine/evals/dataset.ts';

/** One entry per folder; loaded when it is first needed. */
export const datasets: Readonly<Record<string, () => Promise<Dataset>>> = {
  labelled: async () => (await import('./labelled/dataset.ts')).dataset,
  llmseceval: async () => (await import('./llmseceval/dataset.ts')).dataset,
  sallm: async () => (await import('./sallm/dataset.ts')).dataset,
  seccode: async () => (await import('./seccode/dataset.ts')).dataset,
  secllmholmes: async () => (await import('./secllmholmes/dataset.ts')).dataset,
  securityeval: async () => (await import('./securityeval/dataset.ts')).dataset,
  table: async () => (await import('./table/dataset.ts')).dataset,
  tasks: async () => (await import('./tasks/dataset.ts')).dataset,
};
