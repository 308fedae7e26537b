// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Provider } from '#engine/models/provider.ts';

/** One entry per folder; loaded when it is first needed. */
export const providers: Readonly<Record<string, () => Promise<Provider>>> = {
  anthropic: async () => (await import('./anthropic/provider.ts')).provider,
  azure: async () => (await import('./azure/provider.ts')).provider,
  bedrock: async () => (await import('./bedrock/provider.ts')).provider,
  deepseek: async () => (await import('./deepseek/provider.ts')).provider,
  google: async () => (await import('./google/provider.ts')).provider,
  groq: async () => (await import('./groq/provider.ts')).provider,
  local: async () => (await import('./local/provider.ts')).provider,
  mistral: async () => (await import('./mistral/provider.ts')).provider,
  ollama: async () => (await import('./ollama/provider.ts')).provider,
  openai: async () => (await import('./openai/provider.ts')).provider,
  'openai-compatible': async () => (await import('./openai-compatible/provider.ts')).provider,
  openrouter: async () => (await import('./openrouter/provider.ts')).provider,
  relay: async () => (await import('./relay/provider.ts')).provider,
  replay: async () => (await import('./replay/provider.ts')).provider,
};
