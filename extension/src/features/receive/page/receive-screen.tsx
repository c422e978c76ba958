import { useState } from 'react';
import type { Asker } from '../../../core/consent/asker.ts';
import type { OfferView, ReceiptStage } from '../../../core/consent/prompt-view.ts';
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
import { useLoaded } from '../../../ui/refresh.tsx';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useArmed } from '../../../ui/use-armed.ts';
import { ReceiveDone } from './receive-done.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { isWholeCode, readTxCode, TxCodeField } from './tx-code-field.tsx';

type Props = {
  readonly promptId: string;
  readonly asker: Asker;
  readonly offer: OfferView;
  readonly ceremony: PasskeyCeremony;
  readonly onDecided: () => void;
};

/** Which documents an issuer has for the citizen, and from whom they are; a code or a sign-in first, where it wants one. */
export function ReceiveScreen({ promptId, asker, offer, ceremony, onDecided }: Props) {
  const { t } = useText();
  const [count, setCount] = useState<number>();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<{ readonly triesLeft: number | null }>();
  const stage = useStage(promptId, offer);
  const action = useAction();
  const isArmed = useArmed();
  if (count !== undefined) return <ReceiveDone count={count} />;
  const accept = () =>
    action.run(async () => {
      setWrong(undefined);
      const prepared = await send('receive/prepare', { id: promptId, txCode: offer.txCode && readTxCode(code, offer.txCode) });
      if (prepared.kind === 'wrong-code') return setWrong(prepared);
      const assertion = await makeGesture(ceremony, prepared.gesture);
      onDecided();
      setCount((await send('receive/accept', { id: promptId, assertion })).count);
    });
  const isReady = stage.kind === 'accepted' && (!offer.txCode || isWholeCode(code, offer.txCode));
  const isLocked = offer.txCode !== null && action.error === 'invalid_grant';
  return (
    <DecisionFrame
      title={t('receive.title', { count: offer.vcts.length })}
      actions={
        <>
          {stage.kind === 'accepted' ? (
            <Button kind="primary" wide isDisabled={!isArmed || !isReady || isLocked} isPending={action.isRunning} onPress={accept}>
              {t('receive.accept')}
            </Button>
          ) : (
            <SignInStep promptId={promptId} offer={offer} isWaiting={stage.kind === 'signing-in'} isArmed={isArmed} />
          )}
          <Button autoFocus={!offer.txCode} onPress={() => void send('consent/deny', { id: promptId })}>
            {t('receive.deny')}
          </Button>
        </>
      }
    >
      <AskerCard asker={asker} />
      <Offered offer={offer} />
      {offer.txCode && !isLocked && <TxCodeField shape={offer.txCode} value={code} onChange={setCode} wrong={wrong} />}
      {stage.kind === 'signing-in' && <Notice>{t('receive.signingIn')}</Notice>}
      {stage.kind === 'accepted' && offer.signsIn && <Notice tone="good">{t('receive.signedIn')}</Notice>}
      {stage.kind === 'failed' && <ErrorNotice code={stage.code} />}
      {isLocked ? <Notice tone="bad">{t('receive.codeLocked')}</Notice> : <ErrorNotice code={action.error} />}
    </DecisionFrame>
  );
}

/** Where nobody signs in, the offer can be accepted from the start. */
function useStage(promptId: string, offer: OfferView): ReceiptStage {
  const loaded = useLoaded(() => send('receive/stage', { id: promptId }), [promptId]);
  if (!offer.signsIn) return { kind: 'accepted' };
  return loaded.state === 'ready' ? loaded.value : { kind: 'offered' };
}

function Offered({ offer }: { readonly offer: OfferView }) {
  const { t, pick } = useText();
  return (
    <>
      <Card>
        <List label={t('receive.documents')}>
          {offer.vcts.map((vct) => (
            <ListRow
              key={vct}
              icon={vct === 'urn:daricheh:signing:1' ? <PenIcon /> : <DocumentIcon />}
              title={nameDocument(vct, { t, pick })}
              detail={`${t('receive.issuer')}: ${pick(offer.issuer.name)}`}
            />
          ))}
        </List>
      </Card>
      <p className="soft small">{t(offer.signsIn ? 'receive.signInHelp' : 'receive.intro')}</p>
      {offer.registersPasskey && <Notice>{t('receive.forSigning')}</Notice>}
    </>
  );
}
