import { PanelFrame } from '../../../ui/components/panel-frame.tsx';

/** The panel beside a page: its form, and the citizen's cases. */
export function SidePanel() {
  return <PanelFrame>{null}</PanelFrame>;
}
