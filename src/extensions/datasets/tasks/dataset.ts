import type { Dataset } from '#engine/evals/dataset.ts';
import { isFolder, sourcePath } from '#engine/evals/source-file.ts';
import { taskFilesIn } from '#engine/evals/task-files.ts';
import { readTaskFolder } from '#engine/evals/task-folder.ts';
import { join } from 'node:path';

/** A folder of tasks, or a folder that holds them in `tasks/`. The form is in docs/guide/datasets.md. */
export const dataset: Dataset = {
  name: 'tasks',
  title: 'Executable tasks of your own, a folder each',
  read: async function* (source, kit) {
    const path = sourcePath(source);
    const inner = join(path, 'tasks');
    const left = new Map<string, number>();
    try {
      for await (const sample of readTaskFolder(taskFilesIn((await isFolder(inner)) ? inner : path))) {
        const language = kit.languageNamed(sample.language);
        if (language !== undefined) yield { ...sample, language: language.id };
        else left.set(sample.language, (left.get(sample.language) ?? 0) + 1);
      }
    } finally {
      for (const [language, count] of left) {
        kit.note(
          `${count} ${count === 1 ? 'task was' : 'tasks were'} left out: SecCode does not know the language ${language}.`,
        );
      }
    }
  },
};
