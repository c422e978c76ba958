import { useState } from 'react';
import type { OfferView } from '../../../core/proofs/proof-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { SentLines } from './sent-lines.tsx';

/** Forms that were sent just now, each with the question whether a record is wanted. Nothing is kept unless the citizen says so. */
export function ProofOffers() {
  const { t } = useText();
  const loaded = useLoaded(() => send('proofs/offers', {}), []);
  const [outcome, setOutcome] = useState<'keptStamped' | 'keptUnstamped'>();
  const offers = loaded.state === 'ready' ? loaded.value : [];
  return (
    <>
      {outcome && <Notice tone={outcome === 'keptStamped' ? 'good' : 'warn'}>{t(`proofs.${outcome}`)}</Notice>}
      {offers.map((offer) => (
        <Offer key={offer.id} offer={offer} onKept={(isStamped) => setOutcome(isStamped ? 'keptStamped' : 'keptUnstamped')} />
      ))}
    </>
  );
}

function Offer({ offer, onKept }: { readonly offer: OfferView; readonly onKept: (isStamped: boolean) => void }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const action = useAction();
  const { id, atMs, sentTo, sentBy, lines, picture, canSign } = offer;
  const keep = () => action.run(async () => onKept((await send('proofs/keep', { id })).isStamped));
  const drop = () => action.run(async () => void (await send('proofs/drop', { id })));
  return (
    <Card title={t('proofs.offerTitle')}>
      <p>{t('proofs.offerText', { site: new URL(sentTo.origin).host })}</p>
      <p className="soft small">
        <ValueText>{t('proofs.offerAt', { atMs })}</ValueText>
      </p>
      {sentBy === 'script' && <Notice tone="warn">{t('proofs.offerScript')}</Notice>}
      {!canSign && <Notice tone="warn">{t('proofs.needsSigning')}</Notice>}
      <Button kind="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? 'proofs.hide' : 'proofs.look')}
      </Button>
      {isOpen && <SentLines lines={lines} picture={picture} />}
      <div className="row">
        <Button kind="primary" isPending={action.isRunning} isDisabled={!canSign} onPress={keep}>
          {t(action.isRunning ? 'proofs.keeping' : 'proofs.keep')}
        </Button>
        <Button isDisabled={action.isRunning} onPress={drop}>
          {t('proofs.drop')}
        </Button>
      </div>
      <ErrorNotice code={action.error} />
    </Card>
  );
}
