import type { Asker } from '../../../core/consent/asker.ts';
import type { PresentView } from '../../../core/consent/prompt-view.ts';
import { Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Props = { readonly asker: Asker; readonly registration: PresentView['registration'] };

/** Says of an agency of the trust list that it asks for more than it is registered for, or for what it is not registered for at all. */
export function RegistrationNote({ asker: { standing }, registration }: Props) {
  const { t } = useText();
  if (standing.kind !== 'registered' || registration === 'whole') return null;
  return (
    <Notice tone="warn">
      {t(registration === 'none' ? 'present.notRegisteredFor' : 'present.beyondRegistration')} {t('present.complain')}{' '}
      <ValueText dir="ltr">{standing.contact.replace(/^(mailto|tel):/, '')}</ValueText>
    </Notice>
  );
}
