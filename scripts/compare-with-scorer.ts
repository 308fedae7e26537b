/**
 * `node --conditions=seccode-source --import tsx scripts/compare-with-scorer.ts <scorer> <set.jsonl> [flags]`: whether
 * `seccode eval detectors` and another scorer come to the same figures for the same scan.
 *
 *     --detector static,bandit     detectors of both; static when absent
 *     --language python,c          languages of both
 *     --min-confidence low         of both
 *     --relations file.json        for seccode alone: the scorer has its own
 *
 * The scorer is a Python program that is called as `scorer set.jsonl --json [--lang …] -- command … {dir} …`, runs the command
 * on a folder with one file per sample, reads SARIF from it, and prints a row per language: vulnerable, secure, recall, fpr,
 * f1, pairs, pairsOf. Prints both and ends with 1 on any difference.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const SECCODE = [process.execPath, '--conditions=seccode-source', '--import', 'tsx', 'src/apps/cli/main.ts'];
const MAX_OUTPUT_BYTES = 500_000_000;

const rowSchema = z.object({
  vulnerable: z.int(),
  secure: z.int(),
  recall: z.number().nullable(),
  fpr: z.number().nullable(),
  f1: z.number().nullable(),
  pairs: z.int(),
  pairsOf: z.int(),
});
type Row = z.infer<typeof rowSchema>;
const scorerSchema = z.record(z.string(), z.union([rowSchema, z.number()]));
const figure = z.object({ value: z.number().nullable(), hits: z.int(), of: z.int() });
const evaluationSchema = z.object({
  detectors: z.array(
    z.object({
      detector: z.string(),
      findings: z.int(),
      languages: z.record(
        z.string(),
        z.object({
          vulnerable: z.int(),
          secure: z.int(),
          recall: figure,
          falsePositives: figure,
          f1: figure,
          pairs: figure,
        }),
      ),
    }),
  ),
});

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    detector: { type: 'string', default: 'static' },
    language: { type: 'string' },
    'min-confidence': { type: 'string' },
    relations: { type: 'string' },
  },
});
const [scorer, set] = positionals;
if (scorer === undefined || set === undefined) {
  console.error('error: A scorer and a set are needed.\n\nName both: compare-with-scorer.ts <scorer.py> <set.jsonl>.');
  process.exit(2);
}
const common = ['--detector', flags.detector, ...flagged('--min-confidence', flags['min-confidence'])];
const theirs = theirRows(scorer, set);
const ours = ourRows(set);
let differences = 0;
for (const language of new Set([...theirs.keys(), ...ours.keys()])) {
  const [one, other] = [theirs.get(language), ours.get(language)].map((row) =>
    row === undefined ? 'nothing' : JSON.stringify(row),
  );
  const isSame = one === other;
  if (!isSame) differences += 1;
  console.log(`${isSame ? 'same     ' : 'DIFFERENT'} ${language.padEnd(12)} scorer  ${one}`);
  console.log(`${' '.repeat(23)}seccode ${other}`);
}
console.log(`${set}: ${differences === 0 ? 'no difference' : `${differences} rows differ`}`);
process.exitCode = differences === 0 ? 0 : 1;

function theirRows(program: string, file: string): ReadonlyMap<string, Row | number> {
  const scan = [...SECCODE, 'scan', '{dir}', ...common, '--format', 'sarif', '--exit-zero'];
  const output = run('python3', [program, file, '--json', ...flagged('--lang', flags.language), '--', ...scan]);
  const { seconds: _, ...rows } = scorerSchema.parse(JSON.parse(output));
  return new Map(Object.entries(rows));
}

/** The last one: the union, or the only detector. */
function ourRows(file: string): ReadonlyMap<string, Row | number> {
  const [command = '', ...rest] = SECCODE;
  const language = flagged('--language', flags.language);
  const relations = flagged('--relations', flags.relations);
  const args = [...rest, 'eval', 'detectors', file, '--json', ...common, ...language, ...relations];
  const last = evaluationSchema.parse(JSON.parse(run(command, args))).detectors.at(-1);
  const rows = Object.entries(last?.languages ?? {}).map(([name, row]): [string, Row] => [
    name,
    {
      vulnerable: row.vulnerable,
      secure: row.secure,
      recall: row.recall.value,
      fpr: row.falsePositives.value,
      f1: row.f1.value,
      pairs: row.pairs.hits,
      pairsOf: row.pairs.of,
    },
  ]);
  return new Map<string, Row | number>([...rows, ['findings', last?.findings ?? 0]]);
}

function flagged(flag: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [flag, value];
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES });
  if (status === 0) return stdout;
  throw new Error(`${command} ended with ${String(status)}: ${stdout.slice(-500)}${stderr.slice(-2000)}`);
}
