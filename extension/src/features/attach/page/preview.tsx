import { useEffect, useRef } from 'react';
import { useText } from '../../../ui/text/text-context.tsx';
import { type CopyPicture, drawCopy } from './draw-copy.ts';

/** The copy as the page will get it, small; what it says stands beside it for those who do not see it. */
export function Preview({ picture }: { readonly picture: CopyPicture }) {
  const { t } = useText();
  const holder = useRef<HTMLDivElement>(null);
  const key = JSON.stringify(picture.lines);
  // The picture is another object at each render; what it says is what counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isCurrent = true;
    void drawCopy(picture, { scale: 1 }).then((canvas) => {
      if (isCurrent) holder.current?.replaceChildren(canvas);
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  const words = [
    picture.lines.title,
    picture.lines.issuer,
    ...picture.lines.rows.map(({ label, value }) => `${label}: ${value}`),
    ...picture.lines.notices,
  ];
  return (
    <figure className="attach-preview">
      <div ref={holder} aria-hidden="true" />
      <figcaption className="visually-hidden">
        {t('attach.preview')} {words.join('. ')}
      </figcaption>
    </figure>
  );
}
