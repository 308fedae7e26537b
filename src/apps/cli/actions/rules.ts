import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { createColors } from 'picocolors';
import { z } from 'zod';
import { cweName } from '#core/cwe-table.ts';
import { parseCweId } from '#core/cwe-id.ts';
import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';
import { parseJson } from '#core/parse-json.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { extensions } from '../../compose.ts';
import { allRules } from '../../workbench/open-analysis.ts';
import type { CliContext } from '../context.ts';
import { type Options, text } from './setting.ts';

/** Written by the build; lies equally deep below `src` and `dist`. */
const EXAMPLES = new URL('../../../../vendor/rule-examples.json.br', import.meta.url);

/** `seccode rules list`. */
export async function listRules(options: Options, { terminal }: CliContext): Promise<void> {
  const rules = await chosenRules(options);
  if (options['json'] === true) {
    return await terminal.outFormatted(`${JSON.stringify(rules.map(plainRule), undefined, 2)}\n`);
  }
  const { bold, dim } = createColors(terminal.hasColour);
  const head = ['RULE', 'CWE', 'SEVERITY', 'STAGE', 'TITLE'];
  const rows = rules.map(({ id, cwes: [cwe], severity, stage, title }) => [id, cwe, severity, stage, title]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = [bold(line(head)), ...rows.map((row) => (row[3] === 'stable' ? line(row) : dim(line(row))))];
  await terminal.outFormatted(`${(rules.length === 0 ? ['No rule.'] : lines).join('\n')}\n`);
}

/** `seccode rules show`. */
export async function showRule(id: string, options: Options, { terminal }: CliContext): Promise<void> {
  const rules = await allRules(extensions);
  const rule = rules.find((known) => known.id === id.toLowerCase()) ?? rules.find((known) => shortId(known) === id);
  if (rule === undefined) throw unknownRule(id, rules);
  const examples = await examplesOf(rule);
  if (options['json'] === true) {
    return await terminal.outFormatted(`${JSON.stringify({ ...plainRule(rule), examples }, undefined, 2)}\n`);
  }
  const { bold, dim } = createColors(terminal.hasColour);
  const cwes = rule.cwes.map((cwe) => `${cwe} ${cweName(cwe) ?? ''}`.trim());
  await terminal.outFormatted(
    [
      `${bold(rule.id)}  ${rule.title}`,
      dim(`${rule.severity} severity, ${rule.stage}, reads ${rule.languages.join(' and ')}`),
      ...(rule.stage === 'experimental' ? [dim(`Runs only when named: --rule ${rule.id}`)] : []),
      '',
      ...cwes,
      '',
      bold('Why'),
      rule.rationale,
      '',
      bold('How to fix it'),
      rule.remediation,
      '',
      ...examples.flatMap(({ title, code }) => [
        bold(title),
        ...code.split('\n').map((line) => `    ${line}`.trimEnd()),
      ]),
      bold('Read more'),
      ...rule.references,
      '',
    ].join('\n'),
  );
}

async function chosenRules(options: Options): Promise<readonly Rule[]> {
  const rules = await allRules(extensions);
  const language = text(options['language']);
  const cwe = text(options['cwe']);
  const syntax = language === undefined ? undefined : await extensions.syntax();
  const known = language === undefined ? undefined : syntax?.languageNamed(language)?.id;
  if (language !== undefined && known === undefined) {
    const names = syntax?.languages.map(({ id }) => id) ?? [];
    const close = nearestName(language, names);
    throw new SecCodeError('LANGUAGE_UNSUPPORTED', `SecCode does not know the language '${language}'.`, {
      remedy: close === undefined ? `Choose one of ${names.join(', ')}.` : `Did you mean '${close}'?`,
      details: { language },
    });
  }
  const weakness = cwe === undefined ? undefined : parseCweId(/^\d+$/.test(cwe) ? `CWE-${cwe}` : cwe);
  if (cwe !== undefined && weakness === undefined) {
    throw new SecCodeError('USAGE', `'${cwe}' names no weakness.`, { remedy: 'Write it as CWE-89.' });
  }
  return rules.filter(
    ({ languages, cwes }) =>
      (known === undefined || languages.includes(known)) && (weakness === undefined || cwes.includes(weakness)),
  );
}

function unknownRule(id: string, rules: readonly Rule[]): SecCodeError {
  const near =
    nearestName(
      id,
      rules.map((rule) => rule.id),
    ) ?? rules.find((rule) => shortId(rule) === nearestName(id.replace(/^.*\//, ''), rules.map(shortId)))?.id;
  return new SecCodeError('EXTENSION_UNKNOWN', `There is no rule '${id}'.`, {
    remedy: near === undefined ? 'List the rules with `seccode rules list`.' : `Did you mean '${near}'?`,
    details: { rule: id },
  });
}

function shortId({ id }: Rule): string {
  return id.slice(id.indexOf('/') + 1);
}

/** What can be said of a rule as data. */
function plainRule({ id, languages, cwes, title, severity, stage, rationale, remediation, references }: Rule): object {
  return { id, languages, cwes, title, severity, stage, rationale, remediation, references };
}

type RuleExamples = Readonly<Record<string, readonly { readonly title: string; readonly code: string }[]>>;

const examplesSchema: z.ZodType<RuleExamples> = z.record(
  z.string(),
  z.array(z.object({ title: z.string(), code: z.string() })),
);

/** What the build packed of the rules' pages; a copy of the source that was never built comes without. */
async function examplesOf({ id }: Rule): Promise<RuleExamples[string]> {
  const packed = await readFile(EXAMPLES).catch(() => undefined);
  if (packed === undefined) return [];
  const parsed = parseJson((await promisify(brotliDecompress)(packed)).toString('utf8'));
  return (parsed.ok ? examplesSchema.parse(parsed.value) : {})[id] ?? [];
}
