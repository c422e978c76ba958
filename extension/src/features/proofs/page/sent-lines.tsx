import type { SentLine } from '@daricheh/shared/local-proof';
import { useMemo } from 'react';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import './proofs.css';

/** What a record says of the form, and the picture that goes with it. Names and values are the page's and the citizen's own. */
export function SentLines({ lines, picture }: { readonly lines: readonly SentLine[]; readonly picture: string | null }) {
  const { t } = useText();
  // Two boxes may bear one name: the place tells them apart, and the list never changes.
  const rows = lines.map(({ label, value }, place) => ({
    key: String(place),
    label: <ValueText>{label}</ValueText>,
    value: value === '' ? <span className="soft">{t('proofs.empty')}</span> : <ValueText>{value}</ValueText>,
  }));
  return (
    <section className="stack-tight">
      <h4>{t('proofs.words')}</h4>
      <FactsList rows={rows} />
      <p className="soft small">{t('proofs.leftOut')}</p>
      {picture === null ? <p className="soft small">{t('proofs.noPicture')}</p> : <Picture picture={picture} />}
    </section>
  );
}

function Picture({ picture }: { readonly picture: string }) {
  const { t } = useText();
  const address = useMemo(() => `data:image/jpeg;base64,${picture.replaceAll('-', '+').replaceAll('_', '/')}`, [picture]);
  return <img className="proof-picture" src={address} alt={t('proofs.picture')} />;
}
