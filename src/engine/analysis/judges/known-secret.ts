/** Formats that issuers give their secrets so that they can be found. Public descriptions of the issuers. */
const FORMATS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['a GitHub token', /\bgithub_pat_[A-Za-z0-9_]{40,}\b/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}/],
  ['a Slack token', /\bxox[abposr]-[A-Za-z0-9-]{10,}/],
  ['a Slack webhook', /hooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20,}/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/],
  ['a Google API key', /\bAIza[A-Za-z0-9_-]{35}/],
  ['an API key', /\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a SendGrid key', /\bSG\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{40,}/],
  ['a Twilio key', /\bSK[0-9a-f]{32}\b/],
  // With something behind it: by itself the first line is what programs look for.
  ['a private key', /-----BEGIN (?:[A-Z]{2,12} )?PRIVATE KEY-----[\s\\A-Za-z0-9]/],
];

/** What secret of a known issuer the text holds, as a noun phrase. */
export function knownSecret(text: string): string | undefined {
  if (text.length < 16) return undefined;
  const head = text.slice(0, 4096);
  return FORMATS.find(([, pattern]) => pattern.test(head))?.[0];
}
