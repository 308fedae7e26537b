/** One of the library's own functions; what it works on stands in a place of its memory that all of them share. */
type OfTree = (tree: number) => number;

/**
 * The functions below the library's cursor. Its JavaScript copies the cursor's four numbers into that place before each of
 * them and back behind each, which takes as long as the function itself; called one after the other with nothing in
 * between, they find everything where the one before left it.
 *
 * Addresses and offsets come as signed numbers.
 */
export interface CursorFunctions {
  /** The tree's root becomes the node. */
  readonly rootNode: OfTree;
  /** How many nodes there are below the node, itself included. */
  readonly descendantCount: OfTree;
  /** A cursor on the node takes its place. It holds memory until `deleteCursor`. */
  readonly newCursor: OfTree;
  readonly deleteCursor: OfTree;
  /** 1 when there is one. */
  readonly gotoFirstChild: OfTree;
  readonly gotoNextSibling: OfTree;
  readonly gotoParent: OfTree;
  readonly typeId: OfTree;
  readonly fieldId: OfTree;
  readonly startIndex: OfTree;
  readonly endIndex: OfTree;
  readonly isMissing: OfTree;
}

/**
 * @param module - What the library made of the options that it was started with.
 * @throws {Error} when a function is not there: another version of the library has other names.
 */
export function cursorFunctions(module: object): CursorFunctions {
  const find = (name: string): OfTree => {
    const found: unknown = Reflect.get(module, `_ts_${name}_wasm`);
    if (!isOfTree(found))
      throw new Error(`web-tree-sitter has no function ts_${name}_wasm; install the version of package.json.`);
    return found;
  };
  return {
    rootNode: find('tree_root_node'),
    descendantCount: find('node_descendant_count'),
    newCursor: find('tree_cursor_new'),
    deleteCursor: find('tree_cursor_delete'),
    gotoFirstChild: find('tree_cursor_goto_first_child'),
    gotoNextSibling: find('tree_cursor_goto_next_sibling'),
    gotoParent: find('tree_cursor_goto_parent'),
    typeId: find('tree_cursor_current_node_type_id'),
    fieldId: find('tree_cursor_current_field_id'),
    startIndex: find('tree_cursor_start_index'),
    endIndex: find('tree_cursor_end_index'),
    isMissing: find('tree_cursor_current_node_is_missing'),
  };
}

function isOfTree(value: unknown): value is OfTree {
  return typeof value === 'function';
}
