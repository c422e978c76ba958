import { hash } from 'node:crypto';
import { cleanText, renderView, type SignedMandate, sheetFileNames, type ViewLine } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { Agency } from '../agencies/agency.ts';
import { formatInstant, formatNumber } from '../caseworker/format.ts';
import { text } from '../caseworker/text.ts';
import type { SignatureStamp, StoredReceipt, StoredSignature } from './read-receipt.ts';
import type { Bilingual, Language, Sheet, SheetLine, SheetSection } from './sheet.ts';
import { sheetWords } from './words.ts';

/** What vouches for the time of the seal on the sheet itself: an authority, nobody as it does not answer, or nobody at all. */
export type SealTime = 'stamped' | 'away' | 'none';

export type SheetParts = {
  readonly agency: Pick<Agency, 'name' | 'origin' | 'timeStampsFrom'>;
  readonly stored: StoredReceipt;
  readonly language: Language;
  readonly sealTime: SealTime;
};

const fileKeys = ['submission', 'receipt', 'evidence', 'form'] as const;

const others: Readonly<Record<Language, Language>> = { fa: 'en', en: 'fa' };
const directions = { fa: 'rtl', en: 'ltr' } as const;

/**
 * What the sheet of a receipt says, from what is stored alone: the same each time. What was submitted is the view that was
 * signed, by the same renderer (`renderView`), its labels in both languages.
 */
export function describeSheet(parts: SheetParts): Sheet {
  const { agency, stored, language } = parts;
  const words = sheetWords[language];
  const { caseNumber, title } = stored.record;
  return {
    language,
    agency: pickBoth(agency.name, language),
    title: { text: words.titleOf(title[language]), other: sheetWords[others[language]].titleOf(title[others[language]]) },
    code: { content: writeCode(agency.origin, stored), alternative: words.code },
    facts: describeFacts(parts),
    sections: [
      {
        kind: 'sentences',
        heading: { text: text[language].seen, other: text[others[language]].seen },
        sentences: [tellLanguage(stored, language)],
      },
      ...describeView(stored, language),
      {
        kind: 'checks',
        heading: { text: text[language].checks, other: text[others[language]].checks },
        checks: stored.receipt.report.map(({ step, holds }) => ({
          text: (holds ? text[language].steps[step] : text[language].missing[step]) ?? step,
          holds,
        })),
      },
      { kind: 'lines', heading: say('clocks', language), lines: describeClocks(parts) },
      { kind: 'lines', heading: say('inside', language), lines: describeFiles(stored, language) },
      {
        kind: 'sentences',
        heading: say('howToCheck', language),
        sentences: [...words.steps(`${agency.origin}/daricheh/check.html`), words.code],
      },
    ],
    missingGlyphs: words.missingGlyphs,
    footer: (page, count) => words.footer(caseNumber, formatNumber(page, language), formatNumber(count, language)),
  };
}

/** The case's address, and behind `#`, which no browser sends, the SHA-256 (base64url) of the receipt's bytes. */
function writeCode(origin: string, { record: { caseNumber }, files }: StoredReceipt): string {
  return `${origin}/daricheh/cases/${caseNumber}#receipt-sha256=${hash('sha256', files.receipt, 'base64url')}`;
}

function describeFacts({ agency, stored, language }: SheetParts): SheetLine[] {
  const { record, receipt, signatures, manifest } = stored;
  return [
    { ...line('caseNumber', language), value: record.caseNumber, direction: 'ltr' },
    { ...line('received', language), ...tellTime(new Date(receipt.receivedAt), language) },
    { ...line('due', language), ...tellTime(new Date(receipt.dueAt), language) },
    ...signatures.map(({ role, signer }) => ({ ...lineOf('signer', role, language), value: signer, direction: 'ltr' as const })),
    ...(manifest.mandate === undefined ? [] : [describeBehalf(manifest.mandate, language)]),
    { ...line('agency', language), value: agency.origin, direction: 'ltr' },
  ];
}

/** Whom the signer signed for: their name, and under it their national id. */
function describeBehalf({ principal: { name, nationalId } }: SignedMandate, language: Language): SheetLine {
  return { ...line('onBehalfOf', language), value: cleanText(name), direction: directions[language], notes: [asIs(nationalId)] };
}

function tellLanguage({ manifest }: StoredReceipt, language: Language): string {
  const { signedHere, signedElsewhere } = sheetWords[language];
  return manifest.locale === language ? signedHere : signedElsewhere;
}

/** The sections of the view, which have the same lines in both languages. */
function describeView({ manifest }: StoredReceipt, language: Language): SheetSection[] {
  const other = renderView({ ...manifest, locale: others[language] }).sections;
  return renderView({ ...manifest, locale: language }).sections.map(({ heading, lines }, index) => ({
    kind: 'lines',
    heading: { text: heading, ...mention(other[index]?.heading) },
    lines: lines.map((each, at) => describeViewLine(each, other[index]?.lines[at]?.label, language)),
  }));
}

function describeViewLine({ label, value, direction, note }: ViewLine, otherLabel: string | undefined, language: Language): SheetLine {
  const notes = note === undefined ? [] : [{ text: note, direction: directions[language] }];
  return { label: { text: label, ...mention(otherLabel === label ? undefined : otherLabel) }, value, direction, notes };
}

function describeClocks({ agency, stored: { signatures }, language, sealTime }: SheetParts): SheetLine[] {
  const words = sheetWords[language];
  const authority = agency.timeStampsFrom === null ? '' : new URL(agency.timeStampsFrom).host;
  const sealed = { stamped: words.sealStamped, away: words.sealNotStamped, none: words.sealWithoutAuthority }[sealTime];
  const direction = directions[language];
  return [
    { ...line('receivedBy', language), value: words.agencyClock, direction },
    ...signatures.map(({ role, stamp }) => ({
      ...lineOf('signature', role, language),
      direction,
      ...tellStamp(stamp, authority, language),
    })),
    { ...line('seal', language), value: sealed, direction, notes: sealTime === 'stamped' ? [asIs(authority)] : [] },
  ];
}

function tellStamp(stamp: SignatureStamp | null, usual: string, language: Language): Pick<SheetLine, 'value' | 'notes'> {
  const words = sheetWords[language];
  if (stamp === null) return { value: words.notStamped, notes: [] };
  const whose = { text: stamp.isIndependent ? words.otherClock : words.ownClock, direction: directions[language] };
  const value = words.stampedAt(`${formatInstant(stamp.at, language)} (${words.iranTime})`);
  return { value, notes: [asIs(stamp.authority ?? usual), whose, asIs(writeInstant(stamp.at))] };
}

function describeFiles({ files, receipt }: StoredReceipt, language: Language): SheetLine[] {
  const inside = fileKeys.flatMap((key): SheetLine[] => {
    const bytes = files[key];
    if (bytes === null) return [];
    const value = sheetWords[language].files[key];
    return [
      {
        ...{ label: { text: sheetFileNames[key] }, value, direction: directions[language] },
        notes: [asIs(`SHA-256 ${hash('sha256', bytes, 'hex')}`)],
      },
    ];
  });
  return [...inside, { ...line('hash', language), value: receipt.manifestHash, direction: 'ltr' }];
}

/** What is read from left to right in every language. */
function asIs(text: string): SheetLine['notes'][number] {
  return { text, direction: 'ltr' };
}

function writeInstant(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z');
}

/** The day and hour on Iran's clock in the sheet's language and its calendar; under it in the other's, and as machines write it. */
function tellTime(at: Date, language: Language): Pick<SheetLine, 'value' | 'direction' | 'notes'> {
  const tell = (spoken: Language): string => `${formatInstant(at, spoken)} (${sheetWords[spoken].iranTime})`;
  const other = others[language];
  return {
    ...{ value: tell(language), direction: directions[language] },
    notes: [{ text: tell(other), direction: directions[other] }, asIs(writeInstant(at))],
  };
}

type PlainWord =
  | 'caseNumber'
  | 'received'
  | 'due'
  | 'signer'
  | 'onBehalfOf'
  | 'agency'
  | 'receivedBy'
  | 'signature'
  | 'seal'
  | 'clocks'
  | 'inside'
  | 'howToCheck'
  | 'hash';

function say(word: PlainWord, language: Language): Bilingual {
  return { text: sheetWords[language][word], other: sheetWords[others[language]][word] };
}

function line(word: PlainWord, language: Language): { readonly label: Bilingual; readonly notes: SheetLine['notes'] } {
  return { label: say(word, language), notes: [] };
}

/** The same of one signature, with its role where several signed. */
function lineOf(word: PlainWord, role: StoredSignature['role'], language: Language): ReturnType<typeof line> {
  const name = (spoken: Language): string => (role === null ? sheetWords[spoken][word] : `${sheetWords[spoken][word]} (${role[spoken]})`);
  return { label: { text: name(language), other: name(others[language]) }, notes: [] };
}

function pickBoth(words: LocalizedText, language: Language): Bilingual {
  return { text: words[language], other: words[others[language]] };
}

function mention(other: string | undefined): Partial<Bilingual> {
  return other === undefined ? {} : { other };
}
