import { parentPort, workerData } from 'node:worker_threads';
import type { SourceFiles } from '#core/source-file.ts';
import { analyze } from '#engine/analysis/analyze.ts';
import type { RuleWishes } from '#engine/detection/rule-choice.ts';
import { extensions } from '../compose.ts';
import type { WorkerAnswer, WorkerQuestion } from './analysis-messages.ts';
import { openAnalysis } from './open-analysis.ts';

/** What a worker is started with: all files, since any of them may import any other. */
interface WorkerData {
  readonly files: SourceFiles;
  readonly wishes: RuleWishes;
  /** Whether it is ready, and the number of the file in the batch that it is at. */
  readonly progress: Int32Array;
}

/** Serves one batch after another until it is ended. */
async function serve({ files, wishes, progress }: WorkerData): Promise<void> {
  const port = parentPort;
  if (port === null) throw new TypeError('This module is the code of a worker thread.');
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  const syntax = await extensions.syntax();
  const kit = openAnalysis(extensions, wishes);
  const languages = new Set(files.flatMap(({ path }) => syntax.languageOf(path)?.id ?? []));
  const [frontEnds, rules] = await Promise.all([kit.frontEnds(languages), kit.rules(languages)]);
  port.on('message', (question: WorkerQuestion) => {
    analyze({
      files,
      only: new Set(question.paths),
      frontEnds,
      rules,
      parse: (file) => syntax.tree(file),
      nowMs: () => performance.now(),
      onFile: (path) => {
        Atomics.store(progress, 1, Math.max(0, question.paths.indexOf(path)));
        answer({ kind: 'file' });
      },
    }).then(
      (result) => answer({ kind: 'done', result }),
      (error: unknown) => answer({ kind: 'failed', name: error instanceof Error ? error.name : 'Error' }),
    );
  });
  Atomics.store(progress, 0, 1);
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-argument -- it comes from analysis-pool.ts of the same build
await serve(workerData);
