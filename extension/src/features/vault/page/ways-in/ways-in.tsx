import { useState } from 'react';
import { openWithPasskey } from '../../../../core/passkeys/open-with-passkey.ts';
import type { PasskeyCeremony } from '../../../../core/passkeys/passkey-ceremony.ts';
import type { WayInView } from '../../../../messaging/protocol/vault.ts';
import { send } from '../../../../messaging/send.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Dialog } from '../../../../ui/components/dialog.tsx';
import { KeyIcon, PenIcon, ShieldIcon } from '../../../../ui/components/icons.tsx';
import { List, ListRow } from '../../../../ui/components/list.tsx';
import { ErrorNotice, Notice } from '../../../../ui/components/notice.tsx';
import { useLoaded } from '../../../../ui/refresh.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { useAction } from '../../../../ui/use-action.ts';
import { PassphraseFields, usePassphrase } from './passphrase-fields.tsx';
import { RecoverySetup } from './recovery-setup.tsx';

type Dealing = 'recovery' | 'passphrase' | WayInView;
type News = 'settings.passkeyAdded' | 'settings.recoveryReplaced' | 'settings.passphraseSet';

/** Every way in to the vault: what there is, what can be added, and taken away. */
export function WaysIn({ ceremony }: { readonly ceremony: PasskeyCeremony }) {
  const { t } = useText();
  const ways = useLoaded(() => send('vault/list-ways-in', {}), []);
  const action = useAction();
  const [dealing, setDealing] = useState<Dealing>();
  const [news, setNews] = useState<News>();
  if (ways.state !== 'ready') return ways.state === 'failed' ? <ErrorNotice code={ways.code} /> : null;
  const hasPassphrase = ways.value.ways.some((way) => way.kind === 'passphrase');
  const finish = (said?: News) => {
    setDealing(undefined);
    setNews(said);
    ways.reload();
  };
  return (
    <Card title={t('settings.waysIn')}>
      <p className="soft small">{t('settings.waysInHelp')}</p>
      <List label={t('settings.waysIn')}>
        {ways.value.ways.map((way) => (
          <WayRow key={way.id} way={way} onRemove={() => setDealing(way)} />
        ))}
      </List>
      {ways.value.hasDamage && <Notice tone="warn">{t('settings.passkeyDamaged')}</Notice>}
      {news && <Notice tone="good">{t(news)}</Notice>}
      <ErrorNotice code={action.error} />
      <div className="row">
        {ceremony.isAvailable() && (
          <Button
            icon={<KeyIcon />}
            isPending={action.isRunning}
            onPress={() => action.run(async () => finish(await addPasskey(ceremony, ways.value.ways)))}
          >
            {t('settings.addPasskey')}
          </Button>
        )}
        <Button onPress={() => setDealing('recovery')}>{t('settings.newRecovery')}</Button>
        <Button onPress={() => setDealing('passphrase')}>
          {t(hasPassphrase ? 'settings.changePassphrase' : 'settings.setPassphrase')}
        </Button>
      </div>
      {dealing === 'recovery' && <NewRecovery onClose={() => setDealing(undefined)} onDone={() => finish('settings.recoveryReplaced')} />}
      {dealing === 'passphrase' && <NewPassphrase onClose={() => setDealing(undefined)} onDone={() => finish('settings.passphraseSet')} />}
      {typeof dealing === 'object' && <RemoveWay way={dealing} onClose={() => setDealing(undefined)} onDone={() => finish()} />}
    </Card>
  );
}

function WayRow({ way, onRemove }: { readonly way: WayInView; readonly onRemove: () => void }) {
  const { t } = useText();
  const made = t('settings.madeOn', { atMs: way.createdAtMs });
  return (
    <ListRow icon={iconOf(way)} title={t(nameOf(way))} detail={way.opens ? made : `${t('settings.passkeySigns')} · ${made}`}>
      <Button kind="quiet" onPress={onRemove} aria-label={`${t('common.remove')}: ${t(nameOf(way))}`}>
        {t('common.remove')}
      </Button>
    </ListRow>
  );
}

function nameOf(way: WayInView) {
  if (way.kind === 'recovery') return 'settings.recovery';
  if (way.kind === 'passphrase') return 'settings.passphrase';
  if (way.attachment === 'platform') return 'settings.passkeyHere';
  return way.attachment === 'cross-platform' ? 'settings.passkeyElsewhere' : 'settings.passkey';
}

function iconOf({ kind }: WayInView) {
  if (kind === 'passkey') return <KeyIcon />;
  return kind === 'recovery' ? <ShieldIcon /> : <PenIcon />;
}

/** A further passkey: it opens the vault where it can, and signs in any case. */
async function addPasskey(ceremony: PasskeyCeremony, ways: readonly WayInView[]): Promise<News> {
  const known = ways.some((way) => way.kind === 'passkey') ? (await send('vault/passkeys', {})).passkeys : [];
  const { prf, ...passkey } = await ceremony.create({ exclude: known.map(({ credentialId }) => credentialId) });
  const opener = prf ? await openWithPasskey(ceremony, passkey.registration.credentialId) : undefined;
  await send('vault/add-passkey', { opener: opener ?? null, passkey });
  return 'settings.passkeyAdded';
}

type DealingProps = { readonly onClose: () => void; readonly onDone: () => void };

function NewRecovery({ onClose, onDone }: DealingProps) {
  const { t } = useText();
  return (
    <Dialog title={t('settings.newRecovery')} isOpen onClose={onClose} actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}>
      <p className="soft">{t('settings.newRecoveryText')}</p>
      <RecoverySetup
        onWritten={async (code) => {
          await send('vault/set-recovery-code', { code });
          onDone();
        }}
      />
    </Dialog>
  );
}

function NewPassphrase({ onClose, onDone }: DealingProps) {
  const { t } = useText();
  const fields = usePassphrase();
  const action = useAction();
  const save = () => {
    const passphrase = fields.check();
    if (passphrase === undefined) return;
    action.run(async () => {
      await send('vault/set-passphrase', { passphrase });
      onDone();
    });
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button kind="primary" isPending={action.isRunning} onPress={save}>
        {t('common.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.setPassphrase')} isOpen onClose={onClose} actions={actions}>
      <PassphraseFields fields={fields} />
      <ErrorNotice code={action.error} />
    </Dialog>
  );
}

function RemoveWay({ way, onClose, onDone }: DealingProps & { readonly way: WayInView }) {
  const { t } = useText();
  const action = useAction();
  const remove = () =>
    action.run(async () => {
      await send('vault/remove-way-in', { id: way.id });
      onDone();
    });
  const actions = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button kind="danger" isPending={action.isRunning} onPress={remove}>
        {t('common.remove')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.removeTitle')} isOpen onClose={onClose} isAlert actions={actions}>
      <p>{t('settings.removeText')}</p>
      <ErrorNotice code={action.error} />
    </Dialog>
  );
}
