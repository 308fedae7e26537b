import { fileURLToPath } from 'node:url';
import type { Sample } from '#core/sample.ts';
import { taskFilesIn } from '#engine/evals/task-files.ts';
import { readTaskFolder } from '#engine/evals/task-folder.ts';

const FOLDER = fileURLToPath(new URL('../extensions/datasets/seccode/tasks', import.meta.url));

/** SecCode's own tasks as they lie in their folders, by id. */
export async function readOwnTasks(): Promise<readonly Sample[]> {
  const tasks: Sample[] = [];
  for await (const task of readTaskFolder(taskFilesIn(FOLDER))) tasks.push(task);
  return tasks;
}
