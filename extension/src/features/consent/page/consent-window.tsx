import { PanelFrame } from '../../../ui/components/panel-frame.tsx';

/** The window in which the citizen decides. */
export function ConsentWindow() {
  return <PanelFrame>{null}</PanelFrame>;
}
