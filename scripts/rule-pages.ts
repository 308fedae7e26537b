import { cweNumber } from '../src/core/cwe-id.ts';
import { cweName } from '../src/core/cwe-table.ts';
import type { Rule } from '../src/engine/analysis/rule.ts';
import type { SourceFile } from '../src/core/source-file.ts';

/** Everything that a page says of a rule. */
export interface RulePage {
  readonly rule: Rule;
  /** The `bad*` and `good*` files beside the rule, paths relative to its folder. */
  readonly examples: readonly SourceFile[];
  /** Findings in 100,000 lines of real code, where it was measured. */
  readonly density: number | undefined;
}

const NOTICE = '<!-- Written by `npm run generate` from the rule and its examples. Do not edit. -->';
/** A mark in an example, with what stands before it. */
const MARK = /\s*(?:#|\/\/|\{?\/\*)\s*(finding|missed):\s*(.+?)\s*(?:\*\/\}?\s*)?$/;
/** A page shows how a rule works; the whole of a long example stands in the rule's folder. */
const MAX_LINES = 60;

/** `docs/rules/<language>/<weakness>.md`. */
export function rulePage({ rule, examples, density }: RulePage): string {
  const bad = examples.filter(({ path }) => path.startsWith('bad'));
  const good = examples.filter(({ path }) => path.startsWith('good'));
  const missed = bad.flatMap(({ text }) => marksOf(text).filter(({ kind }) => kind === 'missed'));
  return [
    `# ${rule.title}`,
    NOTICE,
    [
      `- Rule: \`${rule.id}\`${rule.stage === 'experimental' ? `, experimental: it runs only when it is named, with \`--rule ${rule.id}\`` : ''}`,
      `- Reads: ${rule.languages.join(', ')}`,
      `- Severity: ${rule.severity}`,
      ...rule.cwes.map((cwe) => `- Weakness: ${cweLink(cwe)}`),
      ...(density === undefined ? [] : [`- In real code: ${density} findings per 100,000 lines`]),
    ].join('\n'),
    '## Why',
    rule.rationale,
    '## How to fix it',
    rule.remediation,
    '## Examples',
    ...section('Reported', bad),
    ...section('Not reported', good),
    ...(missed.length === 0
      ? []
      : ['## Known misses', missed.map(({ code, text }) => `- ${inlineCode(code)}: ${text}`).join('\n')]),
    '## Read more',
    rule.references.map((reference) => `- <${reference}>`).join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** `docs/rules/README.md`: a table for each folder of rules. */
export function ruleIndex(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map(({ id }) => groupOf(id)))];
  return [
    '# Rules',
    NOTICE,
    'What the static analysis looks for. `seccode rules list` shows the same on the command line; `--rule` and `--no-rule` of ' +
      '`seccode scan` choose among them. Experimental rules run only when they are named.',
    ...groups.flatMap((group) => {
      const own = rules.filter(({ id }) => groupOf(id) === group);
      return [
        `## ${titleOf(own, group)}`,
        [
          '| rule | weakness | severity | title |',
          '| --- | --- | --- | --- |',
          ...own.map(
            ({ id, cwes, severity, title, stage }) =>
              `| [\`${id.slice(group.length + 1)}\`](${id}.md) | ${cwes.join(', ')} | ${severity} | ${title}${stage === 'experimental' ? ' (experimental)' : ''} |`,
          ),
        ].join('\n'),
      ];
    }),
    ...(rules.length === 0 ? ['There is none yet.'] : []),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section(title: string, examples: readonly SourceFile[]): readonly string[] {
  return examples.flatMap(({ path, text }) => {
    const code = shortened(withoutMissed(text).trimEnd());
    const fence = '`'.repeat(Math.max(3, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length + 1)));
    return [`### ${title}: ${path}`, `${fence}${path.replace(/^.*\./, '')}\n${code}\n${fence}`];
  });
}

/** The lines that are missed are listed in a section of their own; here they would look as if they were reported. */
function withoutMissed(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (MARK.exec(line)?.[1] === 'missed' ? line.replace(MARK, '') : line))
    .join('\n');
}

function shortened(code: string): string {
  const lines = code.split('\n');
  return lines.length <= MAX_LINES ? code : lines.slice(0, MAX_LINES).join('\n');
}

function marksOf(text: string): readonly { readonly kind: string; readonly code: string; readonly text: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, kind, said] = MARK.exec(line) ?? [];
    return kind === undefined || said === undefined ? [] : [{ kind, code: line.replace(MARK, '').trim(), text: said }];
  });
}

function inlineCode(code: string): string {
  const fence = '`'.repeat(Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length)) + 1);
  return fence.length === 1 ? `\`${code}\`` : `${fence} ${code} ${fence}`;
}

function cweLink(cwe: Rule['cwes'][0]): string {
  return `[${cwe}: ${cweName(cwe) ?? 'not in the list'}](https://cwe.mitre.org/data/definitions/${cweNumber(cwe)}.html)`;
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** Every language that the rules of a folder read. */
function titleOf(rules: readonly Rule[], group: string): string {
  const names: Readonly<Record<string, string>> = { javascript: 'JavaScript', typescript: 'TypeScript', cpp: 'C++' };
  const languages = [...new Set([group, ...rules.flatMap((rule) => rule.languages)])];
  return languages
    .map((language) => names[language] ?? `${language.charAt(0).toUpperCase()}${language.slice(1)}`)
    .join(' and ');
}
