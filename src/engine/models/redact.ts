/** Shorter ones are not keys, and replacing them would mangle ordinary words. */
const MIN_SECRET_LENGTH = 6;

/** The text with every secret replaced. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
    .reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text);
}
