import type { OfferView } from '../../../core/consent/prompt-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Opens the issuer's page for signing in; again, where the citizen closed it. */
export function SignInStep({
  promptId,
  offer,
  isWaiting,
  isArmed,
}: {
  readonly promptId: string;
  readonly offer: OfferView;
  readonly isWaiting: boolean;
  readonly isArmed: boolean;
}) {
  const { t, pick } = useText();
  const action = useAction();
  const signIn = () => action.run(async () => void (await send('receive/sign-in', { id: promptId })));
  return (
    <>
      <ErrorNotice code={action.error} />
      <Button kind={isWaiting ? 'plain' : 'primary'} wide isDisabled={!isArmed} isPending={action.isRunning} onPress={signIn}>
        {isWaiting ? t('receive.signInAgain') : t('receive.signIn', { issuer: pick(offer.issuer.name) })}
      </Button>
    </>
  );
}
