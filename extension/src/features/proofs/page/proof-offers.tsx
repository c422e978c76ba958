import { useId, useState } from 'react';
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
import './proofs.css';

/** Forms that were sent just now, with the question whether a record of any is wanted. Nothing is kept unless the citizen says so. */
export function ProofOffers() {
  const { t } = useText();
  const loaded = useLoaded(() => send('proofs/offers', {}), []);
  const [outcome, setOutcome] = useState<'keptStamped' | 'keptUnstamped'>();
  const offers = loaded.state === 'ready' ? loaded.value : [];
  return (
    <>
      {outcome && <Notice tone={outcome === 'keptStamped' ? 'good' : 'warn'}>{t(`proofs.${outcome}`)}</Notice>}
      {offers.length > 0 && (
        <Card title={t('proofs.offerTitle')}>
          <p>{t('proofs.offerText')}</p>
          {offers.some(({ canSign }) => !canSign) && <Notice tone="warn">{t('proofs.needsSigning')}</Notice>}
          <ul className="proof-offers">
            {offers.map((offer) => (
              <Offer key={offer.id} offer={offer} onKept={(isStamped) => setOutcome(isStamped ? 'keptStamped' : 'keptUnstamped')} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Offer({ offer, onKept }: { readonly offer: OfferView; readonly onKept: (isStamped: boolean) => void }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const action = useAction();
  const about = useId();
  const { id, atMs, page, sentTo, sentBy, lines, picture, canSign } = offer;
  const keep = () => action.run(async () => onKept((await send('proofs/keep', { id })).isStamped));
  const drop = () => action.run(async () => void (await send('proofs/drop', { id })));
  return (
    <li className="stack-tight">
      <div id={about}>
        {page.title && (
          <strong>
            <ValueText>{page.title}</ValueText>
          </strong>
        )}
        <p className="soft small">
          <ValueText dir="ltr">{new URL(sentTo.origin).host}</ValueText> · <ValueText>{t('proofs.offerAt', { atMs })}</ValueText>
        </p>
      </div>
      {sentBy === 'script' && <Notice tone="warn">{t('proofs.offerScript')}</Notice>}
      <div className="row">
        <Button kind="primary" isPending={action.isRunning} isDisabled={!canSign} aria-describedby={about} onPress={keep}>
          {t(action.isRunning ? 'proofs.keeping' : 'proofs.keep')}
        </Button>
        <Button isDisabled={action.isRunning} aria-describedby={about} onPress={drop}>
          {t('proofs.drop')}
        </Button>
        <Button kind="quiet" aria-expanded={isOpen} aria-describedby={about} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'proofs.hide' : 'proofs.look')}
        </Button>
      </div>
      {isOpen && <SentLines lines={lines} picture={picture} />}
      <ErrorNotice code={action.error} />
    </li>
  );
}
