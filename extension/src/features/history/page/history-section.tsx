import { getField, isFieldId } from '@daricheh/shared/vocabulary';
import { useState } from 'react';
import { exportReleases, filterReleases, type Release, type ReleaseFilter, releaseKind } from '../../../core/consent/release.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Choice } from '../../../ui/components/choice.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { ReleaseRow } from './release-row.tsx';
import './history-section.css';

/** The ledger of every release: who, what, when, why. */
export function HistorySection() {
  const { t } = useText();
  const loaded = useLoaded(() => send('history/list', {}), []);
  const releases = loaded.state === 'ready' ? loaded.value : [];
  const save = () => saveFile('daricheh-history.json', exportReleases(releases));
  return (
    <div className="stack">
      <header className="stack-tight">
        <div className="spread">
          <h1>{t('history.title')}</h1>
          {releases.length > 0 && <Button onPress={save}>{t('history.export')}</Button>}
        </div>
        <p className="soft">{t('history.intro')}</p>
      </header>
      {loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}
      {loaded.state === 'ready' && releases.length === 0 && (
        <EmptyState title={t('history.emptyTitle')}>{t('history.emptyHelp')}</EmptyState>
      )}
      {releases.length > 0 && <Ledger releases={releases} />}
    </div>
  );
}

function Ledger({ releases }: { readonly releases: readonly Release[] }) {
  const { t } = useText();
  const [filter, setFilter] = useState<ReleaseFilter>({});
  const found = filterReleases(releases, filter);
  return (
    <>
      <Filters releases={releases} filter={filter} onChange={setFilter} />
      <p className="soft small" role="status">
        {found.length === 0 ? t('history.none') : t('history.count', { count: found.length })}
      </p>
      <ol className="ledger">
        {found.map((release) => (
          <ReleaseRow key={release.id} release={release} />
        ))}
      </ol>
    </>
  );
}

const everything = 'all';

function Filters({
  releases,
  filter,
  onChange,
}: {
  readonly releases: readonly Release[];
  readonly filter: ReleaseFilter;
  readonly onChange: (filter: ReleaseFilter) => void;
}) {
  const { t, pick } = useText();
  const all = { value: everything, label: t('history.all') };
  const receivers = new Map(
    releases.map(({ receiver }) => [receiver.origin, receiver.agency ? pick(receiver.agency.name) : receiver.origin]),
  );
  const data = [
    ...new Set(releases.flatMap(({ items }) => items.flatMap(({ datum, whose }) => (isFieldId(datum) && !whose ? [datum] : [])))),
  ];
  const kinds = releaseKind.options.map((kind) => ({ value: kind, label: t(`history.${kind}`) }));
  const orNothing = (value: string) => (value === everything ? undefined : value);
  return (
    <div className="ledger-filters">
      <Choice
        label={t('history.receiver')}
        value={filter.origin ?? everything}
        placeholder={t('history.all')}
        groups={[{ label: '', options: [all, ...[...receivers].map(([value, label]) => ({ value, label }))] }]}
        onChange={(value) => onChange({ ...filter, origin: orNothing(value) })}
      />
      <Choice
        label={t('history.kind')}
        value={filter.kind ?? everything}
        placeholder={t('history.all')}
        groups={[{ label: '', options: [all, ...kinds] }]}
        onChange={(value) => onChange({ ...filter, kind: releaseKind.options.find((kind) => kind === value) })}
      />
      <Choice
        label={t('history.datum')}
        value={filter.datum ?? everything}
        placeholder={t('history.all')}
        groups={[{ label: '', options: [all, ...data.map((id) => ({ value: id, label: pick(getField(id)) }))] }]}
        onChange={(value) => onChange({ ...filter, datum: orNothing(value) })}
      />
    </div>
  );
}
