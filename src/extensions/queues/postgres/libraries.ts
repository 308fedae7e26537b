import { SecCodeError } from '#core/errors.ts';

/** The two packages that a queue over PostgreSQL needs. Optional, because most evaluations run on one machine. */
export interface Libraries {
  readonly Pool: typeof import('pg').Pool;
  readonly PgBoss: typeof import('pg-boss');
}

/** Loads the packages; absent where one is not installed. */
export type LoadLibraries = () => Promise<Libraries>;

/** Loads the packages. @throws {SecCodeError} `EXTENSION_UNKNOWN`, saying how to install them. */
export const loadLibraries: LoadLibraries = async () => {
  try {
    const [{ default: pg }, { default: PgBoss }] = await Promise.all([import('pg'), import('pg-boss')]);
    return { Pool: pg.Pool, PgBoss };
  } catch (cause) {
    throw new SecCodeError('EXTENSION_UNKNOWN', 'A queue over PostgreSQL needs two packages that are not installed.', {
      remedy: 'Install them beside SecCode: npm install pg@8.23.1 pg-boss@10.4.2.',
      cause,
    });
  }
};
