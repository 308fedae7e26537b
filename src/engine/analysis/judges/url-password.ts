const WITH_PASSWORD = /\b[a-z][a-z0-9+.-]{1,24}:\/\/([^\s:/@?#'"]{0,128}):([^\s/@'"]{0,128})@[^\s'"@/]/i;

/** User and password that stand in an address: `postgres://app:hunter2@db/app`. */
export function urlPassword(text: string): { readonly user: string; readonly password: string } | undefined {
  const [, user, password] = WITH_PASSWORD.exec(text.slice(0, 2048)) ?? [];
  return user === undefined || password === undefined ? undefined : { user, password };
}
