import { createHmac, timingSafeEqual } from 'node:crypto';

const ALGORITHMS = { HS256: 'sha256' };

const read = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

function claimsOf(token, key) {
  const [header, payload, signature] = token.split('.');
  const { alg } = read(header);
  if (!Object.hasOwn(ALGORITHMS, alg)) throw new Error('unexpected algorithm');
  const wanted = createHmac(ALGORITHMS[alg], key).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('wrong signature');
  return read(payload);
}

try {
  const { sub, role } = claimsOf(process.argv[2] ?? '', process.env.TOKEN_KEY);
  console.log(`hello ${sub} (${role})`);
} catch {
  console.log('not signed in');
  process.exitCode = 1;
}
