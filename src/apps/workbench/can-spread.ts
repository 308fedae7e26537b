/** The module that a worker thread of the analysis runs; there only in what is built. */
export const WORKER_MODULE: URL = new URL('./analysis-worker.js', import.meta.url);

/** Whether threads can be started: Node runs the built modules, and not the TypeScript sources. */
export function canSpread(): boolean {
  return import.meta.url.endsWith('.js');
}
