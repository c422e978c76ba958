import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import { type LearnedAnswer, learnedAnswer } from '../autofill/learning/learned-answer.ts';
import { type CaseRecord, caseRecord } from '../cases/case-record.ts';
import { type Draft, draft } from '../cases/draft.ts';
import { type Release, release } from '../consent/release.ts';
import { type Fact, fact } from '../credentials/fact.ts';
import { type HolderKey, holderKey } from '../credentials/holder-key.ts';
import { type IssuanceGrant, issuanceGrant } from '../credentials/receive/issuance-grant.ts';
import { type IssuerNotice, issuerNotice } from '../credentials/receive/issuer-notice.ts';
import { type StoredCredential, storedCredential } from '../credentials/stored-credential.ts';
import { type FamilyMember, familyMember } from '../family/family-member.ts';
import { type StoredFormMap, storedFormMap } from '../form-maps/stored-form-map.ts';
import { type PasskeyRecord, passkeyRecord, passkeyTable } from '../passkeys/passkey-record.ts';
import { type StoredProof, storedProof } from '../proofs/stored-proof.ts';
import { type WaitingForm, waitingForm } from '../signing/waiting-form.ts';
import type { ItemChange, WalletItems } from './wallet-items.ts';

/** One table of the vault, its items read by their schema. */
export type Records<Item> = {
  /** What can be read; and the ids of items that are damaged, or not of the shape that this version knows. */
  list(): Promise<{ readonly items: Item[]; readonly damaged: string[] }>;
  find(id: string): Promise<Item | undefined>;
  /** The change that keeps `item`, for `commit`. */
  put(item: Item): ItemChange;
  remove(id: string): ItemChange;
  /**
   * Keeps what `change` makes of the item, once nobody else has written it in between: until then `change` is asked again
   * with what is there now. Gives what was kept; undefined where there is no such item, or `change` gives none.
   */
  revise(id: string, change: (item: Item) => Item | undefined): Promise<Item | undefined>;
};

/** Rounds after which an item that others keep writing is given up. */
const reviseRounds = 8;

/** Everything that the wallet keeps, table by table. */
export type WalletRecords = {
  readonly credentials: Records<StoredCredential>;
  readonly keys: Records<HolderKey>;
  readonly grants: Records<IssuanceGrant>;
  readonly notices: Records<IssuerNotice>;
  readonly facts: Records<Fact>;
  /** Whom forms ask about beside the citizen. */
  readonly family: Records<FamilyMember>;
  readonly cases: Records<CaseRecord>;
  /** Reviewed forms that wait to be signed with others. */
  readonly waiting: Records<WaitingForm>;
  /** Forms that were begun. */
  readonly drafts: Records<Draft>;
  readonly releases: Records<Release>;
  readonly passkeys: Records<PasskeyRecord>;
  /** The citizen's corrections of how forms are filled. */
  readonly learned: Records<LearnedAnswer>;
  /** What agencies have said of their own forms. */
  readonly formMaps: Records<StoredFormMap>;
  /** What was sent to sites that acknowledge nothing. */
  readonly proofs: Records<StoredProof>;
  /** Makes all changes, across tables, or none. */
  commit(changes: readonly ItemChange[]): Promise<void>;
};

/** The records of the vault whose items these are. */
export function createRecords(items: WalletItems): WalletRecords {
  return {
    credentials: createTable(items, 'credentials', storedCredential, (item) => item.id),
    keys: createTable(items, 'keys', holderKey, (item) => item.id),
    grants: createTable(items, 'grants', issuanceGrant, (item) => item.id),
    notices: createTable(items, 'notices', issuerNotice, (item) => item.id),
    facts: createTable(items, 'facts', fact, (item) => item.datum),
    family: createTable(items, 'family', familyMember, (item) => item.id),
    cases: createTable(items, 'cases', caseRecord, (item) => item.id),
    waiting: createTable(items, 'waiting', waitingForm, (item) => item.id),
    drafts: createTable(items, 'drafts', draft, (item) => item.id),
    releases: createTable(items, 'releases', release, (item) => item.id),
    passkeys: createTable(items, passkeyTable, passkeyRecord, (item) => item.registration.credentialId),
    learned: createTable(items, 'learned', learnedAnswer, (item) => item.id),
    formMaps: createTable(items, 'form-maps', storedFormMap, (item) => item.id),
    proofs: createTable(items, 'proofs', storedProof, (item) => item.id),
    commit: (changes) => items.commit(changes),
  };
}

function createTable<Item>(items: WalletItems, table: string, schema: z.ZodMiniType<Item>, idOf: (item: Item) => string): Records<Item> {
  async function list() {
    const listed = await items.list(table);
    const read = listed.items.map(({ id, value }) => ({ id, parsed: schema.safeParse(value) }));
    return {
      items: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
      damaged: [...listed.damaged, ...read.flatMap(({ id, parsed }) => (parsed.success ? [] : [id]))],
    };
  }
  async function reviseOnce(id: string, change: (item: Item) => Item | undefined): Promise<Item | undefined> {
    const found = (await items.list(table)).items.find((each) => each.id === id);
    const parsed = found && schema.safeParse(found.value);
    const changed = parsed?.success ? change(parsed.data) : undefined;
    if (!found || !changed) return undefined;
    await items.commit([{ kind: 'put', table, id, value: z.parse(schema, changed), replaces: found.revision }]);
    return changed;
  }

  return {
    list,
    find: async (id) => (await list()).items.find((item) => idOf(item) === id),
    put: (item) => ({ kind: 'put', table, id: idOf(item), value: z.parse(schema, item) }),
    remove: (id) => ({ kind: 'remove', table, id }),
    revise: async (id, change) => {
      for (let round = 1; ; round++) {
        try {
          return await reviseOnce(id, change);
        } catch (error) {
          const isConflict = error instanceof AppError && error.code === 'vault_conflict';
          if (!isConflict || round === reviseRounds) throw error;
        }
      }
    },
  };
}
