/** One process of `corpus.ts`: scans the projects that its parent names, one after another. */
import { openAnalyzer } from './corpus-analyzer.ts';
import { readProjects } from './corpus-project.ts';
import { type CorpusScan, scanProject } from './corpus-scan.ts';

/** What a worker tells of the project that it was given. */
export interface CorpusMessage {
  readonly name: string;
  readonly scan: CorpusScan;
}

const projects = new Map(readProjects().map((project) => [project.name, project]));
const analyzer = await openAnalyzer();
let last = Promise.resolve();
process.on('message', (name: string) => {
  const project = projects.get(name);
  if (project === undefined) return;
  last = last.then(async () => {
    const message: CorpusMessage = { name, scan: await scanProject(project, analyzer) };
    process.send?.(message);
  });
});
