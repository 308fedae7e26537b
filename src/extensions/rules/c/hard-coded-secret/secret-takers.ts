import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { RuleFinding } from '#engine/analysis/rule.ts';

/** Positions of arguments that are secrets, and what they are. */
const TAKERS: Readonly<Record<string, readonly [position: number, what: string]>> = {
  mysql_real_connect: [3, 'password'],
  mysql_change_user: [2, 'password'],
  PQsetdbLogin: [6, 'password'],
  sqlite3_key: [1, 'key'],
  ldap_simple_bind_s: [2, 'password'],
  ldap_bind_s: [2, 'password'],
  ssh_userauth_password: [2, 'password'],
  AES_set_encrypt_key: [0, 'key'],
  AES_set_decrypt_key: [0, 'key'],
  DES_set_key: [0, 'key'],
  RC4_set_key: [2, 'key'],
  EVP_EncryptInit_ex: [3, 'key'],
  EVP_DecryptInit_ex: [3, 'key'],
  EVP_EncryptInit: [2, 'key'],
  EVP_CipherInit_ex: [3, 'key'],
  EVP_EncryptInit_ex2: [2, 'key'],
  EVP_DecryptInit_ex2: [2, 'key'],
  EVP_DecryptInit: [2, 'key'],
  EVP_CipherInit: [2, 'key'],
  HMAC_Init_ex: [1, 'key'],
  AES_init_ctx: [1, 'key'],
  AES_init_ctx_iv: [1, 'key'],
  mbedtls_aes_setkey_enc: [1, 'key'],
  mbedtls_aes_setkey_dec: [1, 'key'],
  mbedtls_gcm_setkey: [2, 'key'],
  mbedtls_cipher_setkey: [1, 'key'],
  mbedtls_md_hmac_starts: [1, 'key'],
  gcry_cipher_setkey: [1, 'key'],
  gcry_mac_setkey: [1, 'key'],
  wc_AesSetKey: [1, 'key'],
  wc_HmacSetKey: [2, 'key'],
  crypto_secretbox_easy: [4, 'key'],
  crypto_secretbox_open_easy: [4, 'key'],
  BF_set_key: [2, 'key'],
  HMAC: [1, 'key'],
  LogonUserA: [2, 'password'],
  SSL_CTX_set_default_passwd_cb_userdata: [1, 'password'],
  redisCommand: [-1, ''],
};

/** What is to be said of the arguments of a call. */
export function judgeCall(
  facts: ModuleFacts,
  call: CallFact,
): readonly { readonly at: Place; readonly finding: RuleFinding }[] {
  const name = methodName(call);
  const found: { readonly at: Place; readonly finding: RuleFinding }[] = [];
  const taker = Object.hasOwn(TAKERS, name) ? TAKERS[name] : undefined;
  const given = taker === undefined ? undefined : call.arguments[taker[0]];
  const secret = textOf(given?.value);
  if (given !== undefined && taker?.[1] === 'key' && isFixedBytes(facts, given.argument.value)) {
    found.push({
      at: given.argument.value.at,
      finding: { message: `The key given to '${name}' stands in the source code.`, confidence: 'high' },
    });
  }
  if (given !== undefined && taker !== undefined && secret !== undefined && isReal(secret)) {
    found.push({
      at: given.argument.value.at,
      finding: { message: `The ${taker[1]} given to '${name}' is a literal.`, confidence: 'high' },
    });
  }
  for (const { argument, value } of call.arguments) {
    const text = textOf(value);
    if (text === undefined || argument.value.kind !== 'literal') continue;
    const isConnection = /connect|driver|open/i.test(name);
    const password = isConnection ? /\b(?:password|passwd|pwd)\s*=\s*([^;\s'"{}%$<]{2,})/i.exec(text)?.[1] : undefined;
    const isLogin =
      name === 'curl_easy_setopt' &&
      /^CURLOPT_(?:USERPWD|PASSWORD|XOAUTH2_BEARER)$/.test(writtenName(call.arguments[1]?.argument.value)) &&
      isReal(text);
    if (password !== undefined && isReal(password)) {
      const finding: RuleFinding = { message: 'The text of the connection holds a password.', confidence: 'high' };
      found.push({ at: argument.value.at, finding });
    } else if (isLogin) {
      found.push({
        at: argument.value.at,
        finding: { message: 'The sign-in of the request is a literal.', confidence: 'high' },
      });
    }
  }
  return found;
}

/** So many bytes are a key, and no example. */
const KEY_BYTES = 8;

/** A variable that is declared with bytes in its braces. */
function isFixedBytes(facts: ModuleFacts, written: Expression): boolean {
  const value = written.kind === 'cast' ? written.operand : written;
  const made = value.kind === 'name' ? definitionOf(facts, value) : value;
  if (made.kind !== 'sequence' || made.items.length < KEY_BYTES) return false;
  const bytes = made.items.map((item) => (item.kind === 'literal' ? item.value : undefined));
  return bytes.every((byte) => typeof byte === 'number') && bytes.some((byte) => byte !== 0);
}

function isReal(text: string): boolean {
  return text.length > 1 && !isPlaceholder(text);
}
