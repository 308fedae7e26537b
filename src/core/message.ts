/** One turn of a prompt. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What a reply is wanted for. Fixed words of the relay's file format. */
export const PURPOSES = ['generate', 'review', 'fix', 'test', 'prove'] as const;
export type Purpose = (typeof PURPOSES)[number];
