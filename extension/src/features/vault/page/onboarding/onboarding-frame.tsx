import type { ReactNode } from 'react';
import { SceneFrame } from '../../../../ui/components/scene-frame.tsx';
import { Stepper } from '../../../../ui/components/stepper.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';

const lights = [1, 2, 3] as const;

/** The page around one step: the window brightens with each. */
export function OnboardingFrame({
  step,
  corner,
  children,
}: {
  readonly step: 0 | 1 | 2;
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const steps = [t('onboarding.stepWhat'), t('onboarding.stepKey'), t('onboarding.stepCode')];
  return (
    <SceneFrame lit={lights[step]} corner={corner}>
      <Stepper label={t('onboarding.steps')} steps={steps} current={step} />
      {children}
    </SceneFrame>
  );
}
