import type { Consult } from '#engine/session/services.ts';

/** The world an app runs in. Everything that differs between a terminal, a server and a test comes in here. */
export interface Host {
  /** Environment variables: keys and proxies for providers. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path that relative paths start from. */
  readonly folder: string;
  /** Absolute path of the folder for sessions, `.seccode` in a project. */
  readonly stateFolder: string;
  /** Absolute path of the folder for downloaded models. */
  readonly modelsFolder: string;
  /** Image that containers are started from; absent for the usual one. */
  readonly sandboxImage?: string;
  readonly nowMs: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Shows a prompt to a person and gives back their reply; absent where there is nobody to ask. */
  readonly askPerson?: (prompt: string) => Promise<string>;
  /** Lets a person decide in an interactive session; absent where there is nobody to ask. */
  readonly consult?: Consult;
}
