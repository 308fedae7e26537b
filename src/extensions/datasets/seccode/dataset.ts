import type { Dataset } from '#engine/evals/dataset.ts';
import { readTaskFolder } from '#engine/evals/task-folder.ts';
import { openPackedTasks } from './packed-tasks.ts';

/** Executable tasks that were written for SecCode and come with it. DATASET.md says how. */
export const dataset: Dataset = {
  name: 'seccode',
  title: "SecCode's own executable tasks in Python, JavaScript, C and C++",
  origin: { home: 'https://www.npmjs.com/package/seccode', licence: 'Apache-2.0', files: [], isIncluded: true },
  read: async function* () {
    yield* readTaskFolder(await openPackedTasks());
  },
};
