import type { ErrorCode } from '@daricheh/shared/errors';
import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { AlertIcon, CheckIcon, InfoIcon } from './icons.tsx';
import './notice.css';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const icons = { info: <InfoIcon />, good: <CheckIcon />, warn: <AlertIcon />, bad: <AlertIcon /> } as const;

/** Something to know. A `bad` one is read out at once, the others when there is a pause. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
}: {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {icons[tone]}
      <div className="notice-body">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div className="row">{actions}</div>}
      </div>
    </div>
  );
}

/** The sentence of an error code, and what to do about it. Nothing where there is no error. */
export function ErrorNotice({ code, actions }: { readonly code: ErrorCode | undefined; readonly actions?: ReactNode }) {
  const text = useText();
  if (!code) return null;
  return (
    <Notice tone="bad" actions={actions}>
      {text.error(code)}
    </Notice>
  );
}
