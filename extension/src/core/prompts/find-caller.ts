/** One frame of a tab with the document that it shows, as the browser describes it. */
export type TabFrame = {
  /** 0 for the tab's own. */
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly url: string;
  readonly documentId: string;
};

/** A frame that went to an address; it may be one that has shown no document yet. */
export type MovedFrame = Pick<TabFrame, 'frameId' | 'parentFrameId'>;

/**
 * The page on whose account a frame of it went to a wallet's link: that of the tab itself. Undefined where the frame is not
 * of the tab's own origin (another site's, or one without an origin of its own, as `srcdoc`, `data:` and `blob:` may be),
 * and where the tab shows no page of http or https. An empty frame counts for the one that it stands in.
 */
export function findCaller(
  frames: readonly TabFrame[],
  moved: MovedFrame,
): { readonly documentId: string; readonly origin: string } | undefined {
  const top = frames.find(({ frameId }) => frameId === 0);
  const origin = top && readOrigin(top.url);
  if (!top || origin === undefined || findOrigin(frames, moved) !== origin) return undefined;
  return { documentId: top.documentId, origin };
}

function findOrigin(frames: readonly TabFrame[], moved: MovedFrame): string | undefined {
  const shown = frames.find(({ frameId }) => frameId === moved.frameId);
  if (shown && !isEmpty(shown.url)) return readOrigin(shown.url);
  const parent = frames.find(({ frameId }) => frameId === (shown ?? moved).parentFrameId);
  return (
    parent &&
    findOrigin(
      frames.filter((frame) => frame !== shown),
      parent,
    )
  );
}

function isEmpty(url: string): boolean {
  return url === '' || url === 'about:blank';
}

function readOrigin(url: string): string | undefined {
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : undefined;
}
