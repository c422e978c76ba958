import { Button } from '../../../../ui/components/button.tsx';
import { ArrowIcon, DocumentIcon, LockIcon, ShieldIcon } from '../../../../ui/components/icons.tsx';
import { List, ListRow } from '../../../../ui/components/list.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { StepHeading } from '../ways-in/step-heading.tsx';

/** What Daricheh is, in three sentences. */
export function WhatStep({ onNext }: { readonly onNext: () => void }) {
  const { t } = useText();
  return (
    <section className="step-page">
      <StepHeading>{t('onboarding.whatTitle')}</StepHeading>
      <p className="step-lead">{t('onboarding.whatLead')}</p>
      <List>
        <ListRow icon={<DocumentIcon />} title={t('onboarding.onceTitle')} detail={t('onboarding.onceText')} />
        <ListRow icon={<ShieldIcon />} title={t('onboarding.consentTitle')} detail={t('onboarding.consentText')} />
        <ListRow icon={<LockIcon />} title={t('onboarding.homeTitle')} detail={t('onboarding.homeText')} />
      </List>
      <div className="row">
        <Button kind="primary" iconAfter={<ArrowIcon />} onPress={onNext}>
          {t('onboarding.begin')}
        </Button>
      </div>
    </section>
  );
}
