/** A process that measures one tool on one language, warm: what `warm-speed.ts` starts. Prints JSON. */
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { extensions, load } from '#apps/compose.ts';
import { tuneCompilers } from '#apps/cli/tune-compilers.ts';
import { openAnalyzer } from '../../scripts/corpus-analyzer.ts';
import { type SampleProject, corpusSample } from './corpus-sample.ts';
import { isBenchLanguage } from './bench-language.ts';
import { longFile } from './long-file.ts';

/** The engine compiles what runs often while it runs; before that much a third of the processor's time goes to that. */
const WARM_LINES = 100_000;

const [tool = 'static', language = 'python', lines = '10000'] = process.argv.slice(2);
const sample = sampleOf();
// Warm is what long work comes to.
tuneCompilers(Number.POSITIVE_INFINITY);
const check = await openTool();

let findings = 0;
const linesOfRound = sample.reduce((sum, project) => sum + project.lines, 0);
for (let done = 0; done < WARM_LINES; done += linesOfRound) for (const { files } of sample) await check(files);
const before = process.cpuUsage();
const startedMs = performance.now();
for (const { files } of sample) findings += await check(files);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    lines: linesOfRound,
    findings,
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - startedMs) / 1000,
    maxRssMb: process.resourceUsage().maxRSS / 1024,
  }),
);

/** `one-file` stands for so many lines of C in one file. */
function sampleOf(): readonly SampleProject[] {
  if (language === 'one-file') return [longFile(Number(lines))];
  if (!isBenchLanguage(language)) throw new Error(`Nothing is there in ${language}.`);
  return corpusSample(language, Number(lines));
}

/** Gives back how many findings there are. */
async function openTool(): Promise<(files: SourceFiles) => Promise<number>> {
  if (tool === 'static') {
    const { analyze } = await openAnalyzer();
    return async (files) => (await analyze(files)).findings.length;
  }
  const detector = await load(extensions.detectors, tool, 'detector');
  const syntax = await extensions.syntax();
  const context = {
    signal: new AbortController().signal,
    syntax,
    fingerprintOf: () => '',
    others: [],
    tools: NO_TOOLS,
    earlier: { upheld: [], withdrawn: [] },
  };
  return async (files) => (await detector.detect({ files }, context)).findings.length;
}
