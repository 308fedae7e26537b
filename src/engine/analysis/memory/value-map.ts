import { SharedMap } from './shared-map.ts';

/** Keys with a dot in them, by what stands before the first; of all copies, so that some may no longer be there. */
type MemberKeys = Map<string, Set<string>>;

/**
 * Values by the key of where they are kept: `r12` for a variable or what a pointer points to, `r12.next` for a member of it.
 * Everything that is kept in one place is found without going through all that there is.
 */
export class ValueMap<Value> extends SharedMap<string, Value> {
  readonly #memberKeys: MemberKeys;

  constructor(from?: ValueMap<Value>) {
    super(from);
    this.#memberKeys = from === undefined ? new Map<string, Set<string>>() : from.#memberKeys;
  }

  override set(key: string, value: Value): void {
    const dot = key.indexOf('.');
    if (dot !== -1) {
      const owner = key.slice(0, dot);
      const keys = this.#memberKeys.get(owner);
      if (keys === undefined) this.#memberKeys.set(owner, new Set([key]));
      else keys.add(key);
    }
    super.set(key, value);
  }

  /** Deletes the members of what has this key, and theirs; what has the key itself stays. */
  deleteMembers(key: string): void {
    const dot = key.indexOf('.');
    const prefix = `${key}.`;
    for (const one of this.#memberKeys.get(dot === -1 ? key : key.slice(0, dot)) ?? [])
      if (one.startsWith(prefix)) this.delete(one);
  }
}
