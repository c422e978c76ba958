import { useRef, useState } from 'react';
import type { DraftLine } from '../../../core/cases/draft.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { showControls, ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Forms that were begun: each with the way back to its page, and to forget it. Nothing where there are none. */
export function DraftsList() {
  const { t } = useText();
  const loaded = useLoaded(() => send('drafts/list', {}), []);
  const action = useAction();
  const heading = useRef<HTMLHeadingElement>(null);
  const [removed, setRemoved] = useState<string>();
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  if (loaded.state === 'loading') return null;
  const { drafts, damaged } = loaded.value;
  if (drafts.length === 0 && damaged.length === 0 && removed === undefined) return null;
  const remove = (id: string, title: string) =>
    action.run(async () => {
      await send('drafts/remove', { id });
      setRemoved(title);
      // The row leaves, and would take the focus with it.
      heading.current?.focus();
    });
  return (
    <section className="stack-tight" aria-label={t('drafts.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('drafts.title')}
      </h2>
      <p className="soft small">{t('drafts.help')}</p>
      <p role="status" className="small">
        {removed !== undefined && t('drafts.removed', { title: removed })}
      </p>
      {damaged.length > 0 && <Notice tone="warn">{t('common.damagedHelp')}</Notice>}
      {drafts.length > 0 && (
        <List label={t('drafts.title')}>
          {drafts.map((line) => (
            <DraftRow key={line.id} line={line} onRemove={remove} />
          ))}
        </List>
      )}
      <ErrorNotice code={action.error} />
    </section>
  );
}

function DraftRow({ line, onRemove }: { readonly line: DraftLine; readonly onRemove: (id: string, title: string) => void }) {
  const { t, pick } = useText();
  const { id, origin, page, beganAtMs, savedAtMs, agency } = line;
  const title = line.title.trim() === '' ? t('drafts.untitled') : showControls(line.title);
  const detail = (
    <>
      {agency ? pick(agency) : <ValueText dir="ltr">{origin}</ValueText>}
      <br />
      {t('drafts.beganAt', { beganAtMs, savedAtMs })}
    </>
  );
  return (
    <ListRow title={<ValueText>{title}</ValueText>} detail={detail}>
      <a href={page} target="_blank" rel="noopener noreferrer" aria-label={t('drafts.goOnWith', { title })}>
        {t('drafts.goOn')}
      </a>
      <Button kind="quiet" aria-label={t('drafts.removeDraft', { title })} onPress={() => onRemove(id, title)}>
        {t('drafts.remove')}
      </Button>
    </ListRow>
  );
}
