import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

/** `concat_path_file(folder, name)`, `path_join`, `g_build_filename`: what projects call what puts a name below a folder. */
const JOINS =
  /(?:concat|join|append|combine|build|make|compose)_?(?:full_?|abs_?)?(?:path|file_?name)|path_?(?:join|append|combine|concat)/i;

/** `save_binary_file`, `file_write`, `exist_file_dir`, `IsDir`: what projects call what goes to the file of a path. */
export const FILE_WORK: RegExp =
  /^(?:[a-z]\w*_)?(?:open|load|save|read|write|delete|remove|unlink|exists?|create|copy)_(?:\w+_)?(?:file|dir)(?:_\w+)?$|^(?:\w+_)?file_(?:open|load|save|read|write|delete|remove|exists?|put|get)$|^Is(?:Dir|File|Directory)$|^(?:File|Dir)Exists$|^is(?:File|Dir|Directory)$|^l?stat(?:64)?$|^access$/;

/**
 * What is put below a folder to make a path, and may be anything: the taints of the last part of it. Empty for a path that
 * is not put together, or not below anything.
 */
export function belowFolder(facts: ModuleFacts, path: Value, isHelperOnly: boolean): readonly Taint[] {
  const joined = callThatGave(facts, path);
  if (joined !== undefined && joined.arguments.length > 1 && JOINS.test(methodName(joined))) {
    const parts = joined.arguments.filter(({ value }) => value.constant?.value !== null);
    return parts.length > 1 ? (parts.at(-1)?.value.taints ?? []) : [];
  }
  if (isHelperOnly) return [];
  const last = holesOf(path).findLast(({ value }) => value.taints.length > 0);
  return last !== undefined && /[/\\]/.test(last.before) ? last.value.taints : [];
}

function callThatGave({ calls }: ModuleFacts, { origin }: Value): CallFact | undefined {
  return origin?.kind === 'call' ? calls.find(({ expression }) => expression === origin) : undefined;
}
