import type { Migration } from '../migration.ts';

/** Credentials are swept by when they end. */
export const endsOfCredentials: Migration = async (schema) => {
  await schema.createIndex('issued_credentials_by_end').on('issued_credentials').columns(['agency', 'expires_at']).execute();
};
