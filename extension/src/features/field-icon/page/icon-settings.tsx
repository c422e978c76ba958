import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { Toggle } from '../../../ui/components/toggle.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** The switch of the icon for all sites, and those on which it was taken away. */
export function IconSettings() {
  const { t } = useText();
  const loaded = useLoaded(() => send('field-icon/sites', {}), []);
  const action = useAction();
  if (loaded.state !== 'ready') return loaded.state === 'failed' ? <ErrorNotice code={loaded.code} /> : null;
  const { isOn, offAt } = loaded.value;
  const set = (origin: string | null, isShown: boolean) => action.run(() => switchIcon(origin, isShown).then(loaded.reload));
  return (
    <>
      <Toggle isSelected={isOn} onChange={(isShown) => set(null, isShown)} help={t('fieldIcon.everywhereHelp')}>
        {t('fieldIcon.everywhere')}
      </Toggle>
      {isOn && offAt.length > 0 && (
        <div className="stack-tight">
          <p className="soft small">{t('fieldIcon.offAt')}</p>
          <List label={t('fieldIcon.offAt')}>
            {offAt.map((origin) => (
              <ListRow key={origin} title={<ValueText dir="ltr">{origin}</ValueText>}>
                <Button kind="quiet" onPress={() => set(origin, true)}>
                  {t('fieldIcon.showAgain')}
                </Button>
              </ListRow>
            ))}
          </List>
        </div>
      )}
      <ErrorNotice code={action.error} />
    </>
  );
}

/** Shows the icon, or takes it away: on one site, or (`origin` null) on all. */
export async function switchIcon(origin: string | null, isOn: boolean): Promise<void> {
  await send('field-icon/switch', { origin, isOn });
}
