import { JAVA_FRAMEWORKS } from './frameworks.ts';

/** Names of types that tables know: a variable declared so is what its declaration says, wherever its value comes from. */
export const TYPED_NAMES: ReadonlySet<string> = new Set(
  JAVA_FRAMEWORKS.flatMap(({ annotations }) => Object.keys(annotations ?? {})),
);
