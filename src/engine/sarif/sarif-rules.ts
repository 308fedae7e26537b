import { type CweId, cweId, cweIdsIn } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type {
  SarifComponent,
  SarifDescriptor,
  SarifProperties,
  SarifResultData,
  SarifRunData,
} from './sarif-schema.ts';

/** The rule behind a result, as far as the log describes it. */
export interface ResultRule {
  /** Never empty. */
  readonly id: string;
  readonly descriptor: SarifDescriptor | undefined;
  /** The tool or the extension that the rule belongs to. */
  readonly component: SarifComponent;
}

/** Finds the rules of a run's results: by index, by id, or by the first part of an id such as `CA1000/1`. */
export function ruleFinder(run: SarifRunData): (result: SarifResultData) => ResultRule {
  const { driver } = run.tool;
  const extensions = run.tool.extensions ?? [];
  const byId = new Map<string, { readonly descriptor: SarifDescriptor; readonly component: SarifComponent }>();
  for (const component of [driver, ...extensions]) {
    for (const descriptor of component.rules ?? []) {
      if (!byId.has(descriptor.id)) byId.set(descriptor.id, { descriptor, component });
    }
  }
  return ({ ruleId, ruleIndex, rule }) => {
    const reference = rule?.toolComponent;
    const component =
      reference === undefined || reference === null
        ? driver
        : (extensions.find(({ guid }) => typeof guid === 'string' && guid === reference.guid) ??
          (typeof reference.index === 'number' ? extensions[reference.index] : undefined) ??
          extensions.find(({ name }) => name === reference.name) ??
          driver);
    const index = rule?.index ?? ruleIndex ?? -1;
    const id = ruleId ?? rule?.id ?? undefined;
    const indexed = component.rules?.[index];
    if (indexed !== undefined && (id === undefined || belongs(id, indexed.id))) {
      return { id: nonEmpty(id ?? indexed.id), descriptor: indexed, component };
    }
    const known =
      id === undefined ? undefined : (byId.get(id) ?? byId.get(id.slice(0, Math.max(0, id.lastIndexOf('/')))));
    return { id: nonEmpty(id ?? ''), descriptor: known?.descriptor, component: known?.component ?? component };
  };
}

function belongs(id: string, rule: string): boolean {
  return id === rule || id.startsWith(`${rule}/`);
}

function nonEmpty(id: string): string {
  return id.trim() === '' ? 'unnamed' : id.slice(0, 200);
}

/**
 * How bad a result is: the number that GitHub reads (`security-severity`, as in CVSS), or else the level.
 *
 * Source of the bounds: https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
 */
export function severityOf({ level, properties }: SarifResultData, { descriptor }: ResultRule): Severity {
  const score = scoreIn(properties) ?? scoreIn(descriptor?.properties);
  if (score !== undefined) {
    if (score >= 9) return 'critical';
    if (score >= 7) return 'high';
    if (score >= 4) return 'medium';
    return score > 0 ? 'low' : 'info';
  }
  switch (level ?? descriptor?.defaultConfiguration?.level ?? 'warning') {
    case 'error':
      return 'high';
    case 'note':
      return 'low';
    case 'none':
      return 'info';
    default:
      return 'medium';
  }
}

function scoreIn(properties: SarifProperties): number | undefined {
  const value = properties?.['security-severity'];
  const score = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof score === 'number' && score >= 0 && score <= 10 ? score : undefined;
}

/** Members in which analysers say how sure they are: CodeQL and GitHub, SecCode itself, bandit. */
const CERTAINTIES = ['precision', 'confidence', 'issue_confidence'];
const CONFIDENCE_OF = new Map<string, Confidence>([
  ['very-high', 'high'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
]);

/** How sure the analyser is; `medium` where it does not say. */
export function confidenceOf({ properties }: SarifResultData, { descriptor }: ResultRule): Confidence {
  for (const bag of [properties, descriptor?.properties]) {
    for (const name of CERTAINTIES) {
      const value = bag?.[name];
      const known = typeof value === 'string' ? CONFIDENCE_OF.get(value.toLowerCase()) : undefined;
      if (known !== undefined) return known;
    }
    for (const tag of textsIn(bag?.['tags'])) {
      // As Semgrep writes it.
      const [, word = ''] = /^(low|medium|high) confidence$/i.exec(tag) ?? [];
      const known = CONFIDENCE_OF.get(word.toLowerCase());
      if (known !== undefined) return known;
    }
  }
  return 'medium';
}

const CWE_MEMBERS = ['cwe', 'cwes', 'CWE', 'cweId', 'cwe_id', 'cwe-id'];

/** The weaknesses that a result or its rule names: as properties, tags, entries of the taxonomy, or in the rule's id. */
export function cwesOf(result: SarifResultData, rule: ResultRule, run: SarifRunData): readonly CweId[] {
  const { descriptor } = rule;
  const said = [result.properties, descriptor?.properties].flatMap((bag) => [
    ...CWE_MEMBERS.flatMap((name) => numbered(bag?.[name])),
    ...textsIn(bag?.['tags']).flatMap((tag) => cweIdsIn(tag)),
  ]);
  const references = [...(result.taxa ?? []), ...(descriptor?.relationships ?? []).map(({ target }) => target)];
  const classified = references.flatMap((reference) => {
    const component = run.taxonomies?.[reference.toolComponent?.index ?? -1];
    const taxonomy =
      component ??
      run.taxonomies?.find(({ guid }) => typeof guid === 'string' && guid === reference.toolComponent?.guid);
    const name = reference.toolComponent?.name ?? taxonomy?.name ?? '';
    if (!/\bcwe\b|common weakness/i.test(name)) return [];
    return numbered(reference.id ?? taxonomy?.taxa?.[reference.index ?? -1]?.id);
  });
  const named = cweIdsIn(`${rule.id} ${descriptor?.name ?? ''}`);
  return [...new Set([...said, ...classified, ...named])].slice(0, 20);
}

/** `89`, `"89"`, `"CWE-89: ..."`, and lists of these. */
function numbered(value: unknown): readonly CweId[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => (Array.isArray(item) ? [] : numbered(item)));
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).slice(0, 1000);
  const [, digits] = /^\s*0*([1-9]\d{0,4})\s*$/.exec(text) ?? [];
  return digits === undefined ? cweIdsIn(text) : [cweId(Number(digits))];
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').slice(0, 200) : [];
}
