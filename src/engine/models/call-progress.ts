import type { ProviderFailureKind } from './provider-failure.ts';

/** What a person who waits for a model may want to know. */
export type CallProgress =
  /** A request goes out; `call` counts from 1 over the whole question. */
  | { readonly kind: 'asking'; readonly model: string; readonly call: number }
  | {
      readonly kind: 'retrying';
      readonly model: string;
      /** Counts from 1. */
      readonly retry: number;
      readonly waitMs: number;
      readonly because: ProviderFailureKind | 'empty-reply';
    }
  /** The provider refused the JSON schema; it is asked again without. */
  | { readonly kind: 'schema-dropped'; readonly model: string }
  /** The reply was cut off: it is asked for again with more room. */
  | { readonly kind: 'ceiling-raised'; readonly model: string; readonly maxOutputTokens: number }
  /** The reply was cut off: its rest is asked for. Counts from 1. */
  | { readonly kind: 'continuing'; readonly model: string; readonly continuation: number }
  /** Refused or failed for good: the fallback is asked. */
  | { readonly kind: 'falling-back'; readonly from: string; readonly to: string; readonly reason: string };
