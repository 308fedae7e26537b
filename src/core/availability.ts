/** Whether something that comes from outside (a model, a tool, a sandbox) can be used here and now, and how to get it if not. */
export interface Availability {
  readonly isUsable: boolean;
  /** Version when usable, else what is missing. */
  readonly detail: string;
  /** How to get it: an imperative sentence; empty when usable. */
  readonly remedy: string;
}
