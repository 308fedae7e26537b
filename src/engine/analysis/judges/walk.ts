import type { Expression, Statement } from '../ir.ts';
import { countWork } from '../rule-work.ts';

/** Anything that stands in a tree. */
export type IrNode = Expression | Statement;

/** Whether the walk goes into the bodies of functions and classes it meets. */
export interface WalkOptions {
  readonly intoFunctions: boolean;
}

/** Every node below and including `roots`, outermost first, in source order. */
export function* walk(roots: readonly IrNode[], options: WalkOptions = { intoFunctions: true }): Generator<IrNode> {
  const stack = roots.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    countWork();
    yield node;
    putBelow(stack, node, options.intoFunctions);
  }
}

/** Puts the nodes below one on a stack, the last first. Most kinds of nodes are few, for which no list is made. */
export function putBelow(stack: IrNode[], node: IrNode, intoFunctions = true): void {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return;
    case 'member':
      stack.push(node.object);
      return;
    case 'evaluate':
      stack.push(node.value);
      return;
    case 'return':
    case 'declare':
      if (node.value !== undefined) stack.push(node.value);
      return;
    case 'unary':
    case 'cast':
      stack.push(node.operand);
      return;
    case 'binary':
    case 'compare':
    case 'logical':
      stack.push(node.right, node.left);
      return;
    case 'index':
      stack.push(node.index, node.object);
      return;
    case 'call':
      for (let index = node.arguments.length - 1; index >= 0; index -= 1) {
        const argument = node.arguments[index];
        if (argument !== undefined) stack.push(argument.value);
      }
      stack.push(node.callee);
      return;
    default: {
      const below = childrenOf(node, intoFunctions);
      for (let index = below.length - 1; index >= 0; index -= 1) {
        const child = below[index];
        if (child !== undefined) stack.push(child);
      }
    }
  }
}

function present(...nodes: readonly (IrNode | undefined)[]): readonly IrNode[] {
  return nodes.filter((node) => node !== undefined);
}

/** The nodes directly below one, in source order. */
export function childrenOf(node: IrNode, intoFunctions = true): readonly IrNode[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'break':
    case 'continue':
    case 'goto':
    case 'import':
    case 'export':
      return [];
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'slice':
      return present(node.lower, node.upper, node.step);
    case 'call':
      return [node.callee, ...node.arguments.map(({ value }) => value)];
    case 'unary':
      return [node.operand];
    case 'binary':
    case 'compare':
    case 'logical':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    case 'template':
      return [...present(node.tag), ...node.parts];
    case 'sequence':
      return node.items;
    case 'record':
      return node.entries.flatMap(({ key, value }) => present(key, value));
    case 'spread':
      return [node.value];
    case 'function':
      return [
        ...node.function.decorators,
        ...node.function.parameters.flatMap((parameter) => present(parameter.default)),
        ...(intoFunctions ? node.function.body : []),
      ];
    case 'class':
      return [...node.class.decorators, ...node.class.bases, ...(intoFunctions ? node.class.body : [])];
    case 'assignment':
      return [node.target, node.value];
    case 'comprehension':
      return [
        ...node.clauses.flatMap(({ target, iterable, conditions }) => [target, iterable, ...conditions]),
        ...present(node.key, node.element),
      ];
    case 'cast':
      return [node.operand];
    case 'typed':
      return present(node.count);
    case 'markup':
      return [...node.attributes.map(({ value }) => value), ...node.children];
    case 'unknown':
      return node.parts;
    case 'evaluate':
      return [node.value];
    case 'assign':
      return [...node.targets, node.value];
    case 'declare':
    case 'return':
    case 'raise':
      return present(node.value);
    case 'if':
      return [node.test, ...node.then, ...node.otherwise];
    case 'loop':
      return [
        ...(node.before ?? []),
        ...present(node.test),
        ...node.body,
        ...(node.step ?? []),
        ...(node.otherwise ?? []),
      ];
    case 'for-each':
      return [node.target, node.iterable, ...node.body, ...(node.otherwise ?? [])];
    case 'switch':
      return [
        node.subject,
        ...node.cases.flatMap(({ patterns, guard, body }) => [...patterns, ...present(guard), ...body]),
      ];
    case 'try':
      return [
        ...node.body,
        ...node.handlers.flatMap(({ types, body }) => [...types, ...body]),
        ...node.otherwise,
        ...node.finally,
      ];
    case 'with':
      return [...node.resources.flatMap(({ value, target }) => present(value, target)), ...node.body];
    case 'assert':
      return [node.test];
    case 'delete':
      return node.targets;
    case 'label':
    case 'block':
      return node.body;
  }
}
