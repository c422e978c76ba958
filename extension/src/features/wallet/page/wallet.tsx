import type { ReactNode } from 'react';
import { PanelFrame } from '../../../ui/components/panel-frame.tsx';

export type WalletSectionName = 'documents' | 'facts' | 'cases' | 'services' | 'history' | 'settings';

/** The wallet in a tab: its sections one beside another, each given by the feature that owns it. */
export function Wallet({ sections }: { readonly sections: Partial<Record<WalletSectionName, ReactNode>> }) {
  return <PanelFrame>{sections.documents}</PanelFrame>;
}
