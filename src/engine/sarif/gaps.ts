import { messageText, oneLine } from './sarif-message.ts';
import type { SarifRunData } from './sarif-schema.ts';

/** What is missing in one run, each sentence once. */
export interface Gaps {
  readonly add: (sentence: string) => void;
  readonly all: () => readonly string[];
}

const MAX_GAPS = 100;

/** The gaps that a run itself admits: it failed, tells of errors, or keeps its results elsewhere. */
export function notedGaps(run: SarifRunData): Gaps {
  const sentences = new Set<string>();
  let more = 0;
  const add = (sentence: string): void => {
    if (sentences.has(sentence)) return;
    if (sentences.size < MAX_GAPS) sentences.add(sentence);
    else more += 1;
  };
  const invocations = run.invocations ?? [];
  for (const { executionSuccessful, toolExecutionNotifications, toolConfigurationNotifications } of invocations) {
    if (executionSuccessful === false) add('The analyser says that it did not finish.');
    for (const { level, message, descriptor, exception } of [
      ...(toolExecutionNotifications ?? []),
      ...(toolConfigurationNotifications ?? []),
    ]) {
      if (level !== 'error') continue;
      const said = messageText(message, undefined) || oneLine(exception?.message ?? descriptor?.id ?? '');
      add(`The analyser reports an error${said === '' ? '.' : `: ${said.slice(0, 500)}`}`);
    }
  }
  if (run.externalPropertyFileReferences?.results?.length) add('Its results lie in other files, which are not read.');
  else if (run.results === undefined || run.results === null)
    add('It has no list of results: the analyser did not look.');
  return {
    add,
    all: () => (more === 0 ? [...sentences] : [...sentences, `There are ${String(more)} more gaps.`]),
  };
}
