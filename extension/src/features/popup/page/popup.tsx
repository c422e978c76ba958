import { PanelFrame } from '../../../ui/components/panel-frame.tsx';

/** What the toolbar button opens. */
export function Popup() {
  return <PanelFrame>{null}</PanelFrame>;
}
