import type { Place } from '#engine/analysis/ir.ts';
import {
  childByField,
  endOf,
  fieldOf,
  nextOf,
  parentOf,
  startOf,
  type SyntaxTree,
  typeOf,
} from '#engine/syntax/tree.ts';

/** Nodes of these types, in source order. */
export function nodesOf(tree: SyntaxTree, ...types: readonly string[]): readonly number[] {
  const wanted = new Set(types);
  return Array.from({ length: tree.size }, (_, node) => node).filter((node) => wanted.has(typeOf(tree, node)));
}

/** All of its text. */
export function sourceOf(tree: SyntaxTree, node: number): string {
  return tree.text.slice(startOf(tree, node), endOf(tree, node));
}

export function placeOf(tree: SyntaxTree, node: number): Place {
  return { start: startOf(tree, node), end: endOf(tree, node) };
}

/** Text of the child in a field; empty without one. */
export function fieldSource(tree: SyntaxTree, node: number, field: string): string {
  const child = childByField(tree, node, field);
  return child === undefined ? '' : sourceOf(tree, child);
}

/** Children, keywords and signs included. */
export function childrenOf(tree: SyntaxTree, node: number): readonly number[] {
  const children: number[] = [];
  for (let child = node + 1; child < nextOf(tree, node); child = nextOf(tree, child)) children.push(child);
  return children;
}

/** Whether a node lies in one of these types, itself left out. */
export function isWithin(tree: SyntaxTree, node: number, ...types: readonly string[]): boolean {
  for (let outer = node; outer !== 0; ) {
    outer = parentOf(tree, outer);
    if (types.includes(typeOf(tree, outer))) return true;
  }
  return false;
}

/** Whether a node has one of these types, or something below it has. */
export function holds(tree: SyntaxTree, node: number, ...types: readonly string[]): boolean {
  for (let inner = node; inner < nextOf(tree, node); inner += 1) if (types.includes(typeOf(tree, inner))) return true;
  return false;
}

/** Whether a node fills a field of a parent of this type. */
export function isFieldOf(tree: SyntaxTree, node: number, parentType: string, field: string): boolean {
  return node !== 0 && typeOf(tree, parentOf(tree, node)) === parentType && fieldOf(tree, node) === field;
}

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Blanks at the start of the line; `undefined` when something else stands before `offset`. */
export function indentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return before.trim() === '' ? before : undefined;
}
