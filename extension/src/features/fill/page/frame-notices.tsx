import type { AllowedFrame, FillView } from '../../../core/autofill/plan/fill-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Props = { readonly view: Extract<FillView, { kind: 'open' }>; readonly onAllow: (frame: AllowedFrame) => void };

/** The parts of the page that are not its own: why they get nothing, and, where the citizen may decide it, a button that names both origins. */
export function FrameNotices({ view, onAllow }: Props) {
  const { t } = useText();
  const outer = view.site.origin;
  const allowed = view.frames.flatMap(({ documentId, foreign }) => (foreign === undefined ? [] : [{ documentId, inner: foreign }]));
  return (
    <>
      {allowed.map(({ documentId, inner }) => (
        <Notice key={documentId} tone="warn">
          {t('fill.frameAllowed', { inner, outer })}
        </Notice>
      ))}
      {view.refused.map((frame, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: frames have no name, and the list is made anew as a whole
        if (frame.why === 'unsupported') return <Notice key={place}>{t('fill.frameUnsupported')}</Notice>;
        const names = { inner: frame.origin, outer };
        if (frame.why === 'unsafe') {
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Notice key={place} tone="bad">
              {t('fill.frameUnsafe', names)}
            </Notice>
          );
        }
        return (
          <Notice
            key={frame.documentId}
            actions={
              <Button onPress={() => onAllow({ documentId: frame.documentId, origin: frame.origin })}>{t('fill.frameAllow', names)}</Button>
            }
          >
            {t('fill.frameForeign', names)}
          </Notice>
        );
      })}
    </>
  );
}
