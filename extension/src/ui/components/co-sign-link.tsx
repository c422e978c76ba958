import { useState } from 'react';
import { useText } from '../text/text-context.tsx';
import { Button } from './button.tsx';
import { ValueText } from './value-text.tsx';

/** The link to give to the other person who must sign a form: to be read, selected, or copied. */
export function CoSignLink({ link }: { readonly link: string }) {
  const { t } = useText();
  const [end, setEnd] = useState<'linkCopied' | 'linkNotCopied'>();
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setEnd('linkCopied'),
      () => setEnd('linkNotCopied'),
    );
  return (
    <div className="co-sign-link stack-tight">
      <p className="small">
        <ValueText dir="ltr">{link}</ValueText>
      </p>
      <div className="row">
        <Button onPress={copy}>{t('sign.copyLink')}</Button>
      </div>
      <p role="status" className="soft small">
        {end && t(`sign.${end}`)}
      </p>
    </div>
  );
}
