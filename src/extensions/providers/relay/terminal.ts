import type { ModelRequest } from '#engine/models/provider.ts';

const RULE = '─'.repeat(72);

/** What a person sees who is asked to be the model: to be copied into any chat window, and the answer pasted back. */
export function promptForPerson({ id, purpose, messages, responseSchema }: ModelRequest): string {
  const parts = messages.map(({ role, content }) => `[${role}]\n${harmless(content)}`);
  const wish =
    responseSchema === undefined
      ? []
      : [`Answer with JSON alone that meets this JSON Schema:\n${harmless(JSON.stringify(responseSchema, null, 2))}`];
  return [
    `Request ${harmless(id)} (${purpose}): copy what stands between the lines, paste the reply below.`,
    RULE,
    [...parts, ...wish].join('\n\n'),
    RULE,
    '',
  ].join('\n');
}

/** Code from anywhere is shown here: control characters that would steer the terminal become visible signs. */
function harmless(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD';
  });
}
