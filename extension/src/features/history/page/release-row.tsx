import type { Release, ReleasedItem, ReleaseKind } from '../../../core/consent/release.ts';
import { Chip, type ChipTone } from '../../../ui/components/chip.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { nameActsFor } from '../../../ui/text/name-acts-for.ts';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Text } from '../../../ui/text/translate.ts';

const tones: Readonly<Record<ReleaseKind, ChipTone>> = { presentation: 'tile', fill: 'plain', submission: 'good' };

/** One row of the ledger. */
export function ReleaseRow({ release }: { readonly release: Release }) {
  const text = useText();
  const { t, f, pick } = text;
  const { receiver, purpose, items, kind, outcome, caseNumber, atMs, actsFor } = release;
  return (
    <li className="ledger-row">
      <div className="spread">
        <strong>{receiver.agency ? pick(receiver.agency.name) : <ValueText dir="ltr">{receiver.origin}</ValueText>}</strong>
        <span className="row">
          {!receiver.agency && <Chip tone="warn">{t('history.unregistered')}</Chip>}
          <Chip tone={tones[kind]}>{t(`history.${kind}`)}</Chip>
        </span>
      </div>
      {actsFor && <p>{t('cases.actsFor', nameActsFor(actsFor, text))}</p>}
      <p>
        <span className="soft">{t('history.what')}: </span>
        {[
          ...new Set(
            items.map(({ label, whose }) =>
              whose ? t('family.datumOf', { datum: pick(label), relation: t(`family.${whose}`) }) : pick(label),
            ),
          ),
        ].join(t('common.comma'))}
      </p>
      {items.length > 0 && (
        <p>
          <span className="soft">{t('history.from')}: </span>
          {[...new Set(items.map((item) => nameSource(item, text)))].join(t('common.comma'))}
        </p>
      )}
      <p>
        <span className="soft">{t('history.why')}: </span>
        {purpose ? <ValueText>{pick(purpose)}</ValueText> : t('history.noPurpose')}
      </p>
      <p className="ledger-foot soft small">
        <time dateTime={new Date(atMs).toISOString()}>{f.time(atMs)}</time>
        {caseNumber !== undefined && <ValueText>{t('history.case', { number: caseNumber })}</ValueText>}
        {outcome === 'unknown' && <span className="ledger-unknown">{t('history.unknownOutcome')}</span>}
      </p>
    </li>
  );
}

/** Where a datum came from: the document and, where the row has it, who issued it and since when it stands; or the citizen. */
function nameSource({ source, vouched }: ReleasedItem, text: Text): string {
  const { t, pick } = text;
  if (source.kind !== 'credential') return vouched ? t('history.saidOn', { atMs: vouched.sinceMs }) : t('history.said');
  const document = nameDocument(source.vct, text);
  return vouched?.issuer ? t('history.issued', { document, issuer: pick(vouched.issuer), atMs: vouched.sinceMs }) : document;
}
