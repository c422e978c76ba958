import { type Cbor, type CborMap, CborTag, cborTags, makeCborMap, writeCbor } from '../cbor/index.ts';
import type { Bytes, JsonObject } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { readDocument, takeArray, takeBytes, takeEmbedded, takeMap, takeMembers, takeText } from './cbor-parts.ts';
import { type CoseSign1, parseCoseSign1 } from './cose-sign1.ts';
import { checkName, toJson } from './element-value.ts';
import { invalidMdoc } from './mdoc-error.ts';
import { parseSecurityObject, type SecurityObject } from './security-object.ts';

/** One element that the issuer vouched for, as it was sent. */
export type IssuerSignedItem = {
  readonly namespace: string;
  readonly digestId: number;
  readonly element: string;
  readonly value: Json;
  /** The item's own CBOR; its digest covers it together with its tag (`embedCbor`). */
  readonly content: Bytes;
};

/** What an issuer signed, decoded and not yet believed. @see ISO 18013-5:2021, section 8.3.2.1.2.2 */
export type IssuerSigned = {
  readonly items: readonly IssuerSignedItem[];
  readonly issuerAuth: CoseSign1;
  /** IssuerAuth as it was sent, to be sent on. */
  readonly issuerAuthPart: Cbor;
  readonly securityObject: SecurityObject;
};

/** Most elements that one mdoc may show, checked before any of them is read. */
export const maxElements = 64;

/** Fewest bytes that keep an element from being guessed by its digest. @see ISO 18013-5:2021, section 9.1.2.5 */
const minSaltLength = 16;

/** The parts of an IssuerSigned structure. @throws AppError `mdoc_invalid` */
export function parseIssuerSigned(value: Cbor | undefined): IssuerSigned {
  const parts = takeMembers(value, ['nameSpaces', 'issuerAuth'], 'issuer_signed');
  const issuerAuthPart = parts.get('issuerAuth') ?? null;
  const issuerAuth = parseCoseSign1(issuerAuthPart, 'issuer_auth');
  if (!issuerAuth.payload) throw invalidMdoc('issuer_auth');
  const items = readItems(takeMap(parts.get('nameSpaces') ?? new Map(), 'name_spaces'));
  return { items, issuerAuth, issuerAuthPart, securityObject: parseSecurityObject(issuerAuth.payload) };
}

function readItems(namespaces: CborMap): readonly IssuerSignedItem[] {
  const listed = [...namespaces].flatMap(([namespace, items]) =>
    takeArray(items, 'name_spaces').map((item) => ({ namespace: checkName(namespace), item })),
  );
  if (listed.length > maxElements) throw invalidMdoc('element_count');
  return listed.map(({ namespace, item }) => readItem(namespace, takeEmbedded(item, 'item')));
}

function readItem(namespace: string, content: Bytes): IssuerSignedItem {
  const item = takeMap(readDocument(content, 'item'), 'item');
  const digestId = item.get('digestID');
  const value = item.get('elementValue');
  if (typeof digestId !== 'number' || digestId < 0 || value === undefined) throw invalidMdoc('item');
  if (takeBytes(item.get('random'), 'item').length < minSaltLength) throw invalidMdoc('random');
  const element = checkName(takeText(item.get('elementIdentifier'), 'item'));
  return { namespace, digestId, element, value: toJson(value), content };
}

/** The structure with these items alone. */
export function writeIssuerSigned(items: readonly Pick<IssuerSignedItem, 'namespace' | 'content'>[], issuerAuthPart: Cbor): CborMap {
  const namespaces = new Map<string, Cbor[]>();
  for (const { namespace, content } of items) {
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), new CborTag(cborTags.embedded, content)]);
  }
  return makeCborMap({ nameSpaces: namespaces, issuerAuth: issuerAuthPart });
}

/** An item as its digest covers it but for the tag. */
export function writeItem(item: { digestId: number; random: Bytes; element: string; value: Cbor }): Bytes {
  const { digestId, random, element, value } = item;
  return writeCbor(makeCborMap({ digestID: digestId, random, elementIdentifier: element, elementValue: value }));
}

/** The elements of the items as claims: by namespace, then by name. */
export function gatherClaims(items: readonly IssuerSignedItem[]): { readonly [namespace: string]: JsonObject } {
  // Built as maps: a namespace may be called `constructor`, which every object has.
  const claims = new Map<string, Map<string, Json>>();
  for (const { namespace, element, value } of items) {
    const members = claims.get(namespace) ?? new Map<string, Json>();
    claims.set(namespace, members.set(element, value));
  }
  return Object.fromEntries([...claims].map(([namespace, members]) => [namespace, Object.fromEntries(members)]));
}
