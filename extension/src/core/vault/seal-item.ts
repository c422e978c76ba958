import type { Bytes } from '@daricheh/shared/credential';
import { decodeUtf8, encodeUtf8, parseStrictJson } from '@daricheh/shared/encoding';
import type { SealedItem } from './vault-store.ts';

/** Where a sealed item belongs. It is bound into the seal: moved, renamed or given another revision, an item does not open. */
export type ItemPlace = Pick<SealedItem, 'table' | 'id' | 'revision'>;

/** The key of an open vault, ready for use; it cannot be read out again. */
export type VaultKey = { readonly key: CryptoKey; readonly vaultId: string };

/** The AES-256-GCM key of these bytes. */
export async function importVaultKey(bytes: Bytes, vaultId: string): Promise<VaultKey> {
  return { key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']), vaultId };
}

/** `value`, which must survive JSON, sealed at its place under a fresh iv. */
export async function sealItem({ key, vaultId }: VaultKey, place: ItemPlace, value: unknown): Promise<SealedItem> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = bind(place, vaultId);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, encodeUtf8(JSON.stringify(value)));
  const { table, id, revision } = place;
  return { table, id, revision, iv, ciphertext: new Uint8Array(sealed) };
}

/** What was sealed; damaged when it is not what this vault sealed at this place. */
export async function openItem({ key, vaultId }: VaultKey, item: SealedItem): Promise<{ readonly value: unknown } | 'damaged'> {
  try {
    const additionalData = bind(item, vaultId);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: item.iv, additionalData }, key, item.ciphertext);
    return { value: parseStrictJson(decodeUtf8(new Uint8Array(opened))) };
  } catch {
    // Whatever is wrong with it, the answer is the same, and the other items are not concerned.
    return 'damaged';
  }
}

function bind({ table, id, revision }: ItemPlace, vaultId: string): Bytes {
  return encodeUtf8(JSON.stringify(['daricheh/item/v1', table, id, revision, vaultId]));
}
