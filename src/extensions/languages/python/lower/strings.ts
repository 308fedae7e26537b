import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { decodeEscape } from './decode-escape.ts';
import { Field, Kind } from './grammar-kinds.ts';
import { after, fieldOf, kindOf, type Lowering, lowerExpression, placeOf, sourceOf, unknownAt } from './lowering.ts';

/** What is known so far of a literal that may be written in several pieces. */
interface Pieces {
  readonly parts: Expression[];
  text: string;
  /** Where the pending text begins; -1 when there is none. */
  start: number;
  end: number;
  isBytes: boolean;
}

const BACKTICK = 0x60;

/** `"…"`, with its prefix; an f-string with holes is a template. */
export function lowerString(lowering: Lowering, node: number): Expression {
  if (lowering.text.charCodeAt(lowering.starts[node] ?? 0) === BACKTICK) return unknownAt(lowering, node);
  return finish(lowering, node, (pieces) => addString(lowering, node, pieces));
}

/** Literals that stand side by side are one. */
export function lowerConcatenatedString(lowering: Lowering, node: number): Expression {
  return finish(lowering, node, (pieces) => {
    const end = after(lowering, node);
    for (let child = node + 1; child < end; child = after(lowering, child)) {
      if (kindOf(lowering, child) === Kind.string) addString(lowering, child, pieces);
    }
  });
}

function finish(lowering: Lowering, node: number, collect: (pieces: Pieces) => void): Expression {
  const pieces: Pieces = { parts: [], text: '', start: -1, end: -1, isBytes: false };
  collect(pieces);
  const at = placeOf(lowering, node);
  if (pieces.parts.length === 0) {
    return pieces.isBytes
      ? { kind: 'literal', value: pieces.text, form: 'bytes', at }
      : { kind: 'literal', value: pieces.text, at };
  }
  flush(pieces);
  return { kind: 'template', parts: pieces.parts, at };
}

function addText(pieces: Pieces, text: string, start: number, end: number): void {
  if (pieces.start < 0) pieces.start = start;
  pieces.end = end;
  pieces.text += text;
}

function flush(pieces: Pieces): void {
  if (pieces.start < 0) return;
  const at: Place = { start: pieces.start, end: pieces.end };
  pieces.parts.push({ kind: 'literal', value: pieces.text, at });
  pieces.text = '';
  pieces.start = -1;
}

function addString(lowering: Lowering, node: number, pieces: Pieces): void {
  const end = after(lowering, node);
  const isBytes = hasBytesPrefix(lowering.text, lowering.starts[node] ?? 0);
  if (isBytes) pieces.isBytes = true;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.stringContent) addContent(lowering, child, pieces, isBytes);
    else if (kind === Kind.interpolation) addHole(lowering, child, pieces);
  }
}

function hasBytesPrefix(text: string, start: number): boolean {
  const first = text.charCodeAt(start) | 0x20;
  return first === 0x62 || (first === 0x72 && (text.charCodeAt(start + 1) | 0x20) === 0x62);
}

function addContent(lowering: Lowering, node: number, pieces: Pieces, isBytes: boolean): void {
  const { text, starts, ends } = lowering;
  const start = starts[node] ?? 0;
  const end = ends[node] ?? 0;
  const last = after(lowering, node);
  let from = start;
  let decoded = '';
  for (let child = node + 1; child < last; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind !== Kind.escapeSequence && kind !== Kind.escapeInterpolation) continue;
    const to = starts[child] ?? 0;
    const written = sourceOf(lowering, child);
    decoded +=
      text.slice(from, to) + (kind === Kind.escapeSequence ? decodeEscape(written, isBytes) : written.slice(0, 1));
    from = ends[child] ?? 0;
  }
  addText(pieces, decoded + text.slice(from, end), start, end);
}

function addHole(lowering: Lowering, node: number, pieces: Pieces): void {
  const end = after(lowering, node);
  let value: Expression | undefined;
  let conversion = '';
  let specifier = -1;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (fieldOf(lowering, child) === Field.expression) value = lowerExpression(lowering, child);
    else if (kind === Kind.typeConversion) conversion = sourceOf(lowering, child);
    else if (kind === Kind.formatSpecifier) specifier = child;
    else if (kind === Kind.equals) {
      // `{x=}` shows what is written before the value.
      const start = (lowering.starts[node] ?? 0) + 1;
      const stop = lowering.ends[child] ?? 0;
      addText(pieces, lowering.text.slice(start, stop), start, stop);
      conversion = '!r';
    }
  }
  value ??= unknownAt(lowering, node);
  if (conversion === '!r') value = callOf('repr', [value]);
  else if (conversion === '!a') value = callOf('ascii', [value]);
  if (specifier >= 0 && lowering.depth < MAX_DEPTH)
    value = callOf('format', [value, lowerSpecifier(lowering, specifier)]);
  flush(pieces);
  pieces.parts.push(value);
}

/** A conversion in a hole is a call of the function that makes it. */
function callOf(name: string, values: readonly [Expression, ...Expression[]]): Expression {
  const at = values[0].at;
  return {
    kind: 'call',
    callee: { kind: 'name', name, at: { start: at.start, end: at.start } },
    arguments: values.map((value) => ({ value })),
    at,
  };
}

function lowerSpecifier(lowering: Lowering, node: number): Expression {
  // A hole in a specifier may have one as well.
  lowering.depth += 1;
  const specifier = finish(lowering, node, (pieces) => {
    const end = after(lowering, node);
    const addGap = (from: number, to: number): void => {
      if (to > from) addText(pieces, lowering.text.slice(from, to), from, to);
    };
    let from = (lowering.starts[node] ?? 0) + 1;
    for (let child = node + 1; child < end; child = after(lowering, child)) {
      if (kindOf(lowering, child) !== Kind.formatExpression) continue;
      addGap(from, lowering.starts[child] ?? 0);
      addHole(lowering, child, pieces);
      from = lowering.ends[child] ?? 0;
    }
    addGap(from, lowering.ends[node] ?? 0);
  });
  lowering.depth -= 1;
  return specifier;
}
