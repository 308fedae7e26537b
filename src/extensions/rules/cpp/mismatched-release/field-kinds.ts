import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A field that is given back in another way than it was made. */
export interface WrongRelease {
  readonly field: string;
  readonly made: string;
  readonly given: string;
  readonly at: Place;
}

const FROM_MALLOC = /^(?:malloc|calloc|realloc|strdup|strndup|aligned_alloc|realpath|getline|asprintf)$/;

/** Of all functions of the file, as one makes what another gives back. */
export function wrongReleases(facts: ModuleFacts): readonly WrongRelease[] {
  const made = new Map<string, Set<string>>();
  for (const { function: one, class: owner } of facts.functions)
    for (const node of bodyNodes(one.body)) {
      if (node.kind !== 'assign' || node.operator !== undefined) continue;
      for (const target of node.targets) {
        const field = fieldOf(target);
        if (field === undefined) continue;
        const kind = madeWith(facts, node.value);
        if (kind === 'nothing') continue;
        const key = keyOf(field, owner?.name);
        const kinds = made.get(key);
        if (kinds === undefined) made.set(key, new Set([kind]));
        else kinds.add(kind);
      }
    }
  const found: WrongRelease[] = [];
  for (const { function: one, class: owner } of facts.functions)
    for (const { field, given, at } of releasesIn(one)) {
      const kinds = made.get(keyOf(field, owner?.name));
      const [kind] = kinds ?? [];
      if (kinds?.size !== 1 || kind === undefined || kind === 'unknown' || isRight(kind, given)) continue;
      found.push({ field, made: kind, given, at });
    }
  return found;
}

function keyOf(field: string, owner: string | undefined): string {
  return `${owner ?? ''}.${field}`;
}

const LONGEST = 120;

function fieldOf(target: Expression): string | undefined {
  const path = placePath(target);
  if (path === undefined) return undefined;
  if (path.startsWith('*this.')) return path.slice('*this.'.length);
  return /^(?:m_\w+|[a-z]\w*_)$/.test(path) ? path : undefined;
}

function madeWith(facts: ModuleFacts, value: Expression): string {
  const inner = value.kind === 'cast' ? value.operand : value;
  if (inner.kind === 'literal') return inner.value === null || inner.value === 0 ? 'nothing' : 'unknown';
  if (inner.kind === 'typed') return inner.form === 'allocation' ? 'new[]' : 'unknown';
  // `new char *[n]`
  if (
    inner.kind === 'call' &&
    inner.isNew === true &&
    /^new\b[^(;{]*\[/.test(facts.codeText.slice(inner.at.start, inner.at.start + LONGEST))
  )
    return 'new[]';
  if (inner.kind === 'call' && inner.isNew === true)
    return inner.callee.kind === 'name' || inner.callee.kind === 'member' ? 'new' : 'unknown';
  if (inner.kind === 'call' && FROM_MALLOC.test(lastName(inner.callee))) return lastName(inner.callee);
  return 'unknown';
}

function releasesIn({
  body,
}: IrFunction): readonly { readonly field: string; readonly given: string; readonly at: Place }[] {
  const found: { readonly field: string; readonly given: string; readonly at: Place }[] = [];
  for (const node of bodyNodes(body)) {
    const given =
      node.kind === 'delete'
        ? node.isArray === true
          ? 'delete[]'
          : 'delete'
        : node.kind === 'call' && /^(?:free|cfree)$/.test(lastName(node.callee))
          ? 'free'
          : undefined;
    if (given === undefined) continue;
    const targets =
      node.kind === 'delete' ? node.targets : node.kind === 'call' ? node.arguments.map(({ value }) => value) : [];
    for (const target of targets) {
      const field = fieldOf(target.kind === 'cast' ? target.operand : target);
      if (field !== undefined) found.push({ field, given, at: node.at });
    }
  }
  return found;
}

function isRight(made: string, given: string): boolean {
  if (made === 'new') return given === 'delete';
  if (made === 'new[]') return given === 'delete[]';
  return given === 'free';
}
