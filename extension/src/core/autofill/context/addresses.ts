import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import { listLabels } from '../signals/label.ts';
import type { Drafts } from './neighbours.ts';

/** A second box for the address right after the first is its second line; a third is the third. Where somebody lived before is no datum. */
export function settleAddressLines(drafts: Drafts): void {
  settleLines(drafts);
  settleFormerAddresses(drafts);
}

function settleLines({ list }: Drafts): void {
  for (let place = 1; place < list.length; place += 1) {
    const draft = list[place];
    const before = list[place - 1];
    if (!draft || !before || draft.person !== before.person || draft.field.form !== before.field.form) continue;
    const line = nextLine(before, draft);
    if (line) {
      draft.concept = line;
      draft.context = 'address-lines';
    }
  }
}

const isFirstLine = (draft: Draft) => draft.concept === 'street-address' || draft.concept === 'address-line1';

function nextLine(before: Draft, draft: Draft): 'address-line2' | 'address-line3' | undefined {
  const line = isFirstLine(before) ? 'address-line2' : before.concept === 'address-line2' ? 'address-line3' : undefined;
  if (line === undefined || draft.field.control !== 'text' || draft.field.type === 'textarea') return undefined;
  return (isFirstLine(draft) || isNameless(draft, before)) && !isPresent(draft) ? line : undefined;
}

/** Beside a permanent address, the present one is an address of its own. */
function isPresent({ field }: Draft): boolean {
  return listLabels(field).some((label) => presentAddress.test(foldForMatching(label.slice(0, 80))));
}

const presentAddress =
  /(?<![\p{L}\p{N}])(current|present|aktuelle|actuelle|actual|mevcut|guncel)(?![\p{L}\p{N}])|(فعلی|کنونی|الحالی|الحالي)/u;

/** A box without a label of its own, whose name is like the one before it. */
function isNameless(draft: Draft, before: Draft): boolean {
  if (draft.concept !== undefined && draft.concept !== 'address-line2' && draft.concept !== 'address-line3') return false;
  const { labels, aria, cell, placeholder, before: lines, name } = draft.field;
  if (labels.length > 0 || aria !== '' || cell !== '' || placeholder !== '' || lines.length > 0) return false;
  return name !== '' && name.replace(/\d/g, '') === before.field.name.replace(/\d/g, '');
}

const formerAddress =
  /(?<![\p{L}\p{N}])(previous|former|old|last|bisherige|fruhere|vorherige|alte|ancienne|precedente|anterior|onceki|eski)(?![\p{L}\p{N}])|(قبلی|پیشین|سابق|السابق)/u;
const addressWords = /(address|anschrift|wohnung|adresse|direccion|adresi|نشانی|ادرس|العنوان)/;
const addressParts: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'street-address',
  'address-line1',
  'address-line2',
  'address-house-number',
  'address-level1',
  'address-level2',
  'postal-code',
  'country',
]);

/** The first box of an address says that it is a former one; its town and postcode follow without saying so again. */
function settleFormerAddresses({ list }: Drafts): void {
  let isFormer = false;
  for (const draft of list) {
    if (draft.concept === 'previous-address') isFormer = true;
    else if (!addressParts.has(draft.concept)) isFormer = false;
    else if (isFormerNamed(draft)) isFormer = true;
    else if (isFirstLine(draft)) isFormer = false;
    if (!isFormer || draft.concept === 'previous-address') continue;
    draft.concept = isFirstLine(draft) ? 'previous-address' : 'other';
    draft.context = 'address-lines';
  }
}

function isFormerNamed({ field }: Draft): boolean {
  const own = [...field.labels, field.aria, field.cell, field.placeholder, field.labels.length > 0 ? '' : field.box];
  const around = [field.groups[0] ?? '', field.headings[0] ?? ''].filter((text) => addressWords.test(foldForMatching(text)));
  return [...own, ...around].some((text) => formerAddress.test(foldForMatching(text.slice(0, 80))));
}
