import type { AllowedFrame, FillView, RefusedFrame } from '../../../core/autofill/plan/fill-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Props = { readonly view: Extract<FillView, { kind: 'open' }>; readonly onAllow: (frame: AllowedFrame) => void };

/**
 * The parts of the page that are not its own: why they get nothing, and, where the citizen may decide it, a button that names both origins. And whether the page
 * is larger than what is read of it.
 */
export function FrameNotices({ view, onAllow }: Props) {
  const { t } = useText();
  const outer = view.site.origin;
  const allowed = view.frames.flatMap(({ documentId, foreign }) => (foreign === undefined ? [] : [{ documentId, inner: foreign }]));
  return (
    <>
      {view.frames.some(({ plan }) => plan.isCut) && <Notice>{t('fill.cut')}</Notice>}
      {allowed.map(({ documentId, inner }) => (
        <Notice key={documentId} tone="warn">
          {t('fill.frameAllowed', { inner, outer })}
        </Notice>
      ))}
      {view.refused.map((frame, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frames have no name, and the list is made anew as a whole
        <Refused key={place} frame={frame} outer={outer} onAllow={onAllow} />
      ))}
    </>
  );
}

type RefusedProps = { readonly frame: RefusedFrame; readonly outer: string; readonly onAllow: Props['onAllow'] };

function Refused({ frame, outer, onAllow }: RefusedProps) {
  const { t } = useText();
  if (frame.why === 'unsupported') return <Notice>{t('fill.frameUnsupported')}</Notice>;
  const names = { inner: frame.origin, outer };
  if (frame.why !== 'cross-origin') {
    const isUnsafe = frame.why === 'unsafe';
    return <Notice tone={isUnsafe ? 'bad' : 'info'}>{t(isUnsafe ? 'fill.frameUnsafe' : 'fill.frameShut', names)}</Notice>;
  }
  const allow = () => onAllow({ documentId: frame.documentId, origin: frame.origin });
  return <Notice actions={<Button onPress={allow}>{t('fill.frameAllow', names)}</Button>}>{t('fill.frameForeign', names)}</Notice>;
}
