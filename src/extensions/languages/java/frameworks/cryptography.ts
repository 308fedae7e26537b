import type { Framework } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const NAMES = libraries(
  library('java.security', ['MessageDigest', 'SecureRandom', 'KeyPairGenerator', 'KeyStore'], ['Signature']),
  library('javax.crypto', ['Cipher', 'Mac', 'KeyGenerator', 'SecretKeyFactory'], []),
  library(
    'javax.crypto.spec',
    [],
    ['SecretKeySpec', 'IvParameterSpec', 'PBEKeySpec', 'PBEParameterSpec', 'GCMParameterSpec', 'DESKeySpec'],
  ),
  library('java.util', ['Random'], []),
  library('java.util.concurrent', [], ['ThreadLocalRandom']),
  library('org.apache.commons.codec.digest', [], ['DigestUtils']),
);

/** Ciphers, hashes, keys and random numbers. */
export const CRYPTOGRAPHY: Framework = {
  name: 'cryptography',
  ...NAMES,
  types: {
    ...NAMES.types,
    'java.security.MessageDigest.getInstance()': 'java.security.MessageDigest',
    'java.security.KeyPairGenerator.getInstance()': 'java.security.KeyPairGenerator',
    'java.security.SecureRandom.getInstance()': 'java.security.SecureRandom',
    'java.security.SecureRandom.getInstanceStrong()': 'java.security.SecureRandom',
    'javax.crypto.Cipher.getInstance()': 'javax.crypto.Cipher',
    'javax.crypto.Mac.getInstance()': 'javax.crypto.Mac',
    'javax.crypto.KeyGenerator.getInstance()': 'javax.crypto.KeyGenerator',
    'javax.crypto.SecretKeyFactory.getInstance()': 'javax.crypto.SecretKeyFactory',
    'java.util.concurrent.ThreadLocalRandom.current()': 'java.util.Random',
  },
  propagators: [
    { callee: 'java.security.SecureRandom.nextBytes', from: [], to: 'nothing' },
    { callee: 'java.security.MessageDigest.digest', from: [], to: 'nothing' },
  ],
};
