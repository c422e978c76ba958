import type { ReactNode } from 'react';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { SceneFrame } from '../../../../ui/components/scene-frame.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { StepHeading } from '../ways-in/step-heading.tsx';

/** What comes after the vault is made: the first document, and where the wallet may help. */
export function Welcome({
  issuers,
  sites,
  onWallet,
}: {
  readonly issuers: ReactNode;
  readonly sites: ReactNode;
  readonly onWallet: () => void;
}) {
  const { t } = useText();
  return (
    <SceneFrame lit={4}>
      <section className="step-page">
        <StepHeading>{t('onboarding.readyTitle')}</StepHeading>
        <p className="step-lead">{t('onboarding.readyLead')}</p>
        <Card title={t('onboarding.firstDocument')}>
          <p className="soft small">{t('onboarding.receiveFrom')}</p>
          {issuers}
        </Card>
        <Card title={t('onboarding.sitesTitle')}>
          <p className="soft small">{t('onboarding.sitesLead')}</p>
          {sites}
        </Card>
        <div className="row">
          <Button onPress={onWallet}>{t('onboarding.toWallet')}</Button>
        </div>
      </section>
    </SceneFrame>
  );
}
