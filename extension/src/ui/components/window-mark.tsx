import './window-mark.css';

/** The sign of Daricheh: an arched window of coloured panes with one of them lit. */
export function WindowMark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg className="window-mark" width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path className="window-frame" d="M10 60V30C10 16 22 9 32 3c10 6 22 13 22 27v30z" />
      <path className="window-pane" d="M15 30c0-10 7.5-15.400 15-20v20z" />
      <path className="window-lit" d="M49 30c0-10-7.5-15.400-15-20v20z" />
      <path className="window-pane" d="M15 34h15v21H15z" />
      <path className="window-pane" d="M34 34h15v21H34z" />
    </svg>
  );
}
