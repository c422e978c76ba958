import { useState } from 'react';
import { AttachSection } from '../features/attach/page/attach-section.tsx';
import { IconHere } from '../features/field-icon/page/icon-here.tsx';
import { FillSection } from '../features/fill/page/fill-section.tsx';
import { SignSection } from '../features/sign/page/sign-section.tsx';
import { SiteCard } from '../features/sites/page/site-card.tsx';
import { openWallet } from '../platform/extension-windows.ts';
import { requestSite } from '../platform/site-access.ts';

/** All that can be done with the page of one tab: fill its form, sign it, attach copies of documents. */
export function FormOfTab({ tabId }: { readonly tabId: number }) {
  const [hasFiles, setHasFiles] = useState(false);
  return (
    <>
      <FillSection
        tabId={tabId}
        showSite={(site) => <SiteCard site={site} requestSite={requestSite} />}
        onOpenWallet={(section) => void openWallet(section)}
        beside={<SignSection tabId={tabId} />}
        asksForMore={hasFiles}
      />
      <AttachSection tabId={tabId} onLoad={setHasFiles} />
      <IconHere tabId={tabId} />
    </>
  );
}
