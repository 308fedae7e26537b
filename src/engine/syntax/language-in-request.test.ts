import { describe, expect, it } from 'vitest';
import { extensions } from '#apps/compose.ts';
import { languageInRequest } from './language-in-request.ts';

describe('languageInRequest', () => {
  it.each([
    { request: 'Write a C program that copies a file.', language: 'c' },
    { request: 'a key-value store in C++', language: 'cpp' },
    { request: 'A Flask page, in Python.', language: 'python' },
    { request: 'a Go service that counts words', language: 'go' },
    { request: 'an Express server in JavaScript', language: 'javascript' },
    { request: 'Let a page go to the next one when I click.', language: undefined },
    { request: 'Grade C students with a script', language: undefined },
    { request: '', language: undefined },
  ])('reads "$request" as $language', async ({ request, language }) => {
    const { languages } = await extensions.syntax();

    expect(languageInRequest(request, languages)?.id).toBe(language);
  });
});
