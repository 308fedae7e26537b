import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalRecord } from '#engine/evals/eval-queue.ts';
import { PALETTES } from '#engine/evals/figures/chart.ts';
import { compareMarkdown } from '#engine/evals/report/compare-markdown.ts';
import { compareRuns, planDifferences } from '#engine/evals/report/compare-runs.ts';
import { csvTables, SAMPLE_HEAD, sampleLine } from '#engine/evals/report/csv-tables.ts';
import type { EvalReport } from '#engine/evals/report/eval-report.ts';
import { htmlReport } from '#engine/evals/report/html-report.ts';
import { markdownReport } from '#engine/evals/report/markdown-report.ts';
import { jsonText } from '#engine/reports/json-text.ts';
import { extensions } from '../../compose.ts';
import { DRAWS, SECURITY } from '../../workbench/evals/figure-roles.ts';
import { chartsOf, loadReport } from '../../workbench/evals/load-report.ts';
import { chooseQueue } from '../../workbench/evals/queues.ts';
import { openPngRenderer, renderSvg } from '../../workbench/evals/render-figure.ts';
import type { CliContext } from '../context.ts';
import { hostFor, type Options, text, texts } from './setting.ts';

const SAMPLES = 20;

/** `seccode eval report`. */
export async function reportEval(runId: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const host = hostFor(context);
  const { queue, address } = await chooseQueue(text(options['queue']), extensions, host);
  const outputs = (texts(options['output']) ?? []).map((name) => ({ name, kind: kindOf(name) }));
  const wanted = runId ?? (await queue.list(address))[0]?.runId;
  if (wanted === undefined) {
    throw new SecCodeError('SESSION_NOT_FOUND', 'No evaluation was run here.', {
      remedy: 'Run `seccode eval run` first.',
    });
  }
  const run = await queue.read(address, wanted);
  try {
    const samples = typeof options['samples'] === 'number' ? options['samples'] : SAMPLES;
    const report = await loadReport(run, samples, extensions, host);
    for (const { name, kind } of outputs) {
      const path = resolve(terminal.process.cwd(), name);
      if (kind === 'figures') await writeFigures(report, path, terminal.note);
      else if (kind === 'tables') await writeTables(report, run, path);
      else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, await textOf(report, kind));
      }
      terminal.note(`wrote ${path}`);
    }
    const format = text(options['format']);
    if (outputs.length === 0 || format !== undefined)
      await terminal.outFormatted(await textOf(report, format ?? 'markdown'));
  } finally {
    await run.close();
  }
}

/** `seccode eval compare`. */
export async function compareEvals(
  ids: readonly [string, string],
  options: Options,
  context: CliContext,
): Promise<void> {
  const { terminal } = context;
  const { queue, address } = await chooseQueue(text(options['queue']), extensions, hostFor(context));
  const first = await queue.read(address, ids[0]);
  const second = await queue.read(address, ids[1]);
  try {
    const differences = planDifferences(first.run.plan, second.run.plan);
    if (differences.judging.length > 0 && options['anyway'] !== true) {
      throw new SecCodeError('INPUT_INVALID', `The runs judge differently: ${differences.judging.join(', ')}.`, {
        remedy: 'Compare runs with the same detectors, scorers and thresholds, or add --anyway.',
      });
    }
    const [a, b] = [first, second].map((run) => ({ runId: run.run.runId, plan: run.run.plan, results: run.results }));
    if (a === undefined || b === undefined) return;
    const seed = first.run.plan.seed;
    const compared = await compareRuns(a, b, { seed, draws: DRAWS, security: SECURITY });
    const shown = compareMarkdown(compared, differences);
    const files = texts(options['output']) ?? [];
    for (const name of files) {
      const path = resolve(terminal.process.cwd(), name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, shown);
      terminal.note(`wrote ${path}`);
    }
    if (files.length === 0) await terminal.outFormatted(shown);
  } finally {
    await first.close();
    await second.close();
  }
}

function kindOf(name: string): string {
  if (/(?:^|[/\\])figures[/\\]?$/.test(name)) return 'figures';
  if (/(?:^|[/\\])tables[/\\]?$/.test(name)) return 'tables';
  const kind = { html: 'html', md: 'markdown', json: 'json', csv: 'csv' }[
    /\.(html|md|json|csv)$/.exec(name)?.[1] ?? ''
  ];
  if (kind !== undefined) return kind;
  throw new SecCodeError('USAGE', `The name '${name}' does not say what is to be written.`, {
    remedy: 'Let it end in .html, .md, .json, .csv, figures/ or tables/.',
  });
}

async function textOf(report: EvalReport, kind: string): Promise<string> {
  if (kind === 'html') return htmlReport(report, await drawn(report.charts));
  if (kind === 'json') return jsonText({ runId: report.runId, plan: report.plan, ...report.summary });
  if (kind === 'csv') return csvTables(report)['figures.csv'] ?? '';
  return markdownReport(report);
}

async function drawn(charts: EvalReport['charts']): Promise<ReadonlyMap<string, string>> {
  const svgs = new Map<string, string>();
  for (const chart of charts) svgs.set(chart.name, await renderSvg(chart));
  return svgs;
}

async function writeFigures(report: EvalReport, folder: string, note: (text: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  const toPng = await openPngRenderer().catch((error: unknown) => {
    if (!(error instanceof SecCodeError) || error.code !== 'EXTENSION_UNKNOWN') throw error;
    note(`${error.message} The figures are written as SVG alone. ${error.remedy}`);
    return undefined;
  });
  for (const palette of PALETTES) {
    for (const chart of chartsOf(report, palette)) {
      const svg = await renderSvg(chart);
      const name = join(folder, palette === 'grey' ? `${chart.name}-grey` : chart.name);
      await writeFile(`${name}.svg`, svg);
      if (toPng !== undefined) await writeFile(`${name}.png`, toPng(svg));
    }
  }
}

async function writeTables(report: EvalReport, run: EvalRecord, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, table] of Object.entries(csvTables(report))) await writeFile(join(folder, name), table);
  const file = await open(join(folder, 'samples.csv'), 'w');
  try {
    await file.write(SAMPLE_HEAD);
    for await (const result of run.results()) await file.write(sampleLine(result, SECURITY));
  } finally {
    await file.close();
  }
}
