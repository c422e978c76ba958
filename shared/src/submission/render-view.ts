import type { LocalizedText } from '../trust/index.ts';
import { documentTypes } from '../vocabulary/index.ts';
import { cleanText, formatBoolean, formatDate, formatDigits, formatHash, formatInstant, formatInteger } from './format-value.ts';
import type { AnswerSource, EarlierSubmission, Manifest } from './manifest.ts';
import { findNamedSigner } from './signer-role.ts';
import type { View, ViewLine, ViewSection } from './view.ts';
import { viewWords } from './view-words.ts';

type Answer = Manifest['answers'][number];
type Locale = Manifest['locale'];

/**
 * What daricheh.view.v1 shows of a manifest, from the manifest alone and in its own language. Every answer is in it,
 * whether the page showed its field or not. Pure, without Intl or the machine's calendar and time zone: whoever runs it
 * again, wherever and whenever, gets the same view.
 */
export function renderView(manifest: Manifest): View {
  const { locale } = manifest;
  return {
    renderer: 'daricheh.view.v1',
    locale,
    direction: locale === 'fa' ? 'rtl' : 'ltr',
    title: renderTitle(manifest),
    sections: [
      renderAgency(manifest),
      renderMandate(manifest),
      renderWithdrawal(manifest),
      renderAnswers(manifest),
      renderAttachments(manifest),
      renderTerms(manifest),
      renderSigners(manifest),
      renderForm(manifest),
    ].filter(({ lines }) => lines.length > 0),
  };
}

function renderTitle({ title, withdraws, locale }: Manifest): string {
  const text = readText(title, locale);
  return withdraws === undefined ? text : `${viewWords[locale].withdrawalOf} ${text}`;
}

function renderWithdrawal({ withdraws, locale }: Manifest): ViewSection {
  const words = viewWords[locale];
  const lines = withdraws === undefined ? [] : [renderEarlier(words.withdraws, withdraws), line(words.meaning, words.meansWithdrawal)];
  return { id: 'withdrawal', heading: words.withdrawal, lines };
}

function renderEarlier(label: string, { caseNumber, manifestHash }: EarlierSubmission): ViewLine {
  return { ...line(label, cleanText(caseNumber), 'ltr'), note: `SHA-256: ${formatHash(manifestHash)}` };
}

function renderAgency({ agency, locale }: Manifest): ViewSection {
  const words = viewWords[locale];
  const lines = [line(words.agencyName, readText(agency.name, locale)), line(words.origin, cleanText(agency.origin), 'ltr')];
  return { id: 'agency', heading: words.agency, lines };
}

/** For whom it is signed, and as what. Nothing where the signer signs for themselves. */
function renderMandate({ mandate, locale }: Manifest): ViewSection {
  const words = viewWords[locale];
  if (mandate === undefined) return { id: 'mandate', heading: words.mandate, lines: [] };
  const { name, nationalId } = mandate.principal;
  const issued = `${words.mandateOf} ${cleanText(mandate.issuer)}${words.comma} SHA-256: ${formatHash(mandate.hash)}`;
  const lines = [
    line(words.onBehalfOf, cleanText(name)),
    line(words.theirNationalId, formatDigits(nationalId, locale), 'ltr'),
    { ...line(words.actsAs, words[mandate.relation]), note: issued },
  ];
  return { id: 'mandate', heading: words.mandate, lines };
}

/** Where several sign one form, it is read by others than whoever wrote it. */
function renderAnswers({ answers, signers, locale }: Manifest): ViewSection {
  const { answers: own, allAnswers } = viewWords[locale];
  const renderOrigin = signers === undefined ? renderSource : renderTheirSource;
  const lines = answers.map((answer) => ({ ...renderAnswer(answer, locale), note: renderOrigin(answer.source, locale) }));
  return { id: 'answers', heading: signers === undefined ? own : allAnswers, lines };
}

function renderAnswer(answer: Answer, locale: Locale): ViewLine {
  const label = readText(answer.label, locale);
  return line(label, renderValue(answer, locale), directionOf(answer));
}

function renderValue({ kind, value, valueLabel }: Answer, locale: Locale): string {
  if (valueLabel !== undefined) return readText(valueLabel, locale);
  switch (kind) {
    case 'date':
      return formatDate(value, locale);
    case 'integer':
      return formatInteger(value, locale);
    case 'boolean':
      return formatBoolean(value, locale);
    case 'digits':
    case 'phone':
      return formatDigits(cleanText(value), locale);
    default:
      return cleanText(value);
  }
}

function directionOf({ kind, valueLabel }: Answer): ViewLine['direction'] {
  return valueLabel === undefined && ['digits', 'integer', 'phone', 'email', 'iban'].includes(kind) ? 'ltr' : 'auto';
}

function renderSource(source: AnswerSource, locale: Locale): string {
  const words = viewWords[locale];
  if (source.kind !== 'credential') return words[source.kind];
  return source.vct === documentTypes.identity.vct ? words.fromIdentity : words.fromCredential;
}

function renderTheirSource(source: AnswerSource, locale: Locale): string {
  const words = viewWords[locale];
  if (source.kind === 'edited') return words.edited;
  if (source.kind === 'declared') return words.theyDeclared;
  return source.vct === documentTypes.identity.vct ? words.fromTheirIdentity : words.fromTheirCredential;
}

function renderAttachments({ attachments, locale }: Manifest): ViewSection {
  const words = viewWords[locale];
  const lines = attachments.map(({ label, name, size, sha256 }) => ({
    ...line(readText(label, locale), cleanText(name)),
    note: `${formatInteger(String(size), locale)} ${words.bytes}${words.comma} SHA-256: ${formatHash(sha256)}`,
  }));
  return { id: 'attachments', heading: words.attachments, lines };
}

function renderTerms({ purpose, recipients, retention, fee, locale }: Manifest): ViewSection {
  const words = viewWords[locale];
  const kept = `${readText(retention.text, locale)} (${formatDigits(String(retention.days), locale)} ${words.days})`;
  const lines = [
    line(words.purpose, readText(purpose, locale)),
    ...recipients.map((recipient) => line(words.recipients, readText(recipient, locale))),
    line(words.retention, kept),
    ...(fee === undefined
      ? []
      : [line(words.fee, `${formatInteger(fee.amount, locale)} ${fee.currency === 'IRR' ? words.rials : fee.currency}`)]),
  ];
  return { id: 'terms', heading: words.terms, lines };
}

/** Who must all sign, and by which national id the form names them. Nothing in a form that one person signs. */
function renderSigners(manifest: Manifest): ViewSection {
  const { signers = [], locale } = manifest;
  const words = viewWords[locale];
  const lines = signers.map((signer) => {
    const named = findNamedSigner(manifest, signer);
    const label = readText(signer.label, locale);
    return named === null ? line(label, words.inPerson) : line(label, formatDigits(cleanText(named), locale), 'ltr');
  });
  return { id: 'signers', heading: words.signers, lines };
}

function renderForm({ form, createdAt, amends, locale }: Manifest): ViewSection {
  const words = viewWords[locale];
  const lines = [
    line(words.formId, cleanText(form.id), 'ltr'),
    line(words.version, formatDigits(String(form.version), locale), 'ltr'),
    line(words.createdAt, formatInstant(createdAt, locale)),
    ...(amends === undefined ? [] : [renderEarlier(words.amends, amends)]),
  ];
  return { id: 'form', heading: words.form, lines };
}

function line(label: string, value: string, direction: ViewLine['direction'] = 'auto'): ViewLine {
  return { label, value, direction };
}

function readText(text: LocalizedText, locale: Locale): string {
  return cleanText(text[locale]);
}
