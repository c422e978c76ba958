import { useState } from 'react';
import type { Asker } from '../../../core/consent/asker.ts';
import type { OfferView } from '../../../core/consent/prompt-view.ts';
import type { PasskeyCeremony } from '../../../core/passkeys/passkey-ceremony.ts';
import { send } from '../../../messaging/send.ts';
import { AskerCard } from '../../../ui/components/asker-card.tsx';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { DocumentIcon, PenIcon } from '../../../ui/components/icons.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { makeGesture } from '../../../ui/make-gesture.ts';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useArmed } from '../../../ui/use-armed.ts';

type Props = {
  readonly promptId: string;
  readonly asker: Asker;
  readonly offer: OfferView;
  readonly ceremony: PasskeyCeremony;
  readonly onDecided: () => void;
};

/** Which documents an issuer has for the citizen, and from whom they are. */
export function ReceiveScreen({ promptId, asker, offer, ceremony, onDecided }: Props) {
  const text = useText();
  const { t, pick } = text;
  const [count, setCount] = useState<number>();
  const action = useAction();
  const isArmed = useArmed();
  if (count !== undefined) return <Done count={count} />;
  const accept = () =>
    action.run(async () => {
      const prepared = await send('receive/prepare', { id: promptId, txCode: null });
      if (prepared.kind === 'wrong-code') return;
      const assertion = await makeGesture(ceremony, prepared.gesture);
      onDecided();
      setCount((await send('receive/accept', { id: promptId, assertion })).count);
    });
  return (
    <DecisionFrame
      title={t('receive.title', { count: offer.vcts.length })}
      actions={
        <>
          <Button kind="primary" wide isDisabled={!isArmed} isPending={action.isRunning} onPress={accept}>
            {t('receive.accept')}
          </Button>
          <Button autoFocus onPress={() => void send('consent/deny', { id: promptId })}>
            {t('receive.deny')}
          </Button>
        </>
      }
    >
      <AskerCard asker={asker} />
      <Card>
        <List label={t('receive.documents')}>
          {offer.vcts.map((vct) => (
            <ListRow
              key={vct}
              icon={vct === 'urn:daricheh:signing:1' ? <PenIcon /> : <DocumentIcon />}
              title={nameDocument(vct, text)}
              detail={`${t('receive.issuer')}: ${pick(offer.issuer.name)}`}
            />
          ))}
        </List>
      </Card>
      <p className="soft small">{t('receive.intro')}</p>
      {offer.registersPasskey && <Notice>{t('receive.forSigning')}</Notice>}
      <ErrorNotice code={action.error} />
    </DecisionFrame>
  );
}

function Done({ count }: { readonly count: number }) {
  const { t } = useText();
  const seeDocuments = () => {
    window.open('/wallet.html#/documents', '_blank');
    window.close();
  };
  return (
    <DecisionFrame
      title={t('receive.done', { count })}
      actions={
        <>
          <Button kind="primary" wide onPress={seeDocuments}>
            {t('receive.seeDocuments')}
          </Button>
          <Button onPress={() => window.close()}>{t('common.close')}</Button>
        </>
      }
    >
      <Notice tone="good">{t('receive.doneHelp')}</Notice>
    </DecisionFrame>
  );
}
