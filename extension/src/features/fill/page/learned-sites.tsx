import { useRef, useState } from 'react';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Where the citizen has corrected how forms are filled; a site's corrections are forgotten together. Nothing where there are none. */
export function LearnedSites() {
  const { t } = useText();
  const sites = useLoaded(() => send('fill/learned', {}), []);
  const action = useAction();
  const heading = useRef<HTMLHeadingElement>(null);
  const [forgotten, setForgotten] = useState<string>();
  if (sites.state === 'failed') return <ErrorNotice code={sites.code} />;
  if (sites.state === 'loading' || (sites.value.length === 0 && forgotten === undefined)) return null;
  const forget = (origin: string) =>
    action.run(async () => {
      await send('fill/forget-site', { origin });
      setForgotten(origin);
      // The row leaves, and would take the focus with it.
      heading.current?.focus();
    });
  return (
    <div className="stack-tight">
      <h3 ref={heading} tabIndex={-1}>
        {t('correct.sites')}
      </h3>
      <p className="soft small">{t('correct.sitesHelp')}</p>
      <p role="status" className="small">
        {forgotten !== undefined && t('correct.siteForgotten', { origin: forgotten })}
      </p>
      {sites.value.length > 0 && (
        <List label={t('correct.sites')}>
          {sites.value.map(({ origin, count }) => (
            <ListRow key={origin} title={<ValueText dir="ltr">{origin}</ValueText>} detail={t('correct.count', { count })}>
              <Button kind="quiet" aria-label={t('correct.forgetSite', { origin })} onPress={() => forget(origin)}>
                {t('correct.forget')}
              </Button>
            </ListRow>
          ))}
        </List>
      )}
      <ErrorNotice code={action.error} />
    </div>
  );
}
