import { openStore } from '../storage/open-store.ts';

/** The document of the test's citizen has its place in the registry's list: without any issued document there is no list. */
export async function openStatusList(database: string): Promise<void> {
  const now = () => new Date();
  const store = await openStore({ database, now });
  const place = { agency: 'civil-registry', list: 1, index: 7, offerId: 'of-a-test', configuration: 'signing' };
  await store.issued.claim({ ...place, expiresAt: new Date(now().getTime() + 86_400_000) });
  await store.close();
}
