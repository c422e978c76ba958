import { readWalletLink, type WalletLink } from '../../../core/prompts/wallet-link.ts';

/**
 * Takes links for wallets before the browser looks for a program that opens them. Only a person's own click counts; what
 * a script clicks is left to the browser, as if we were not there.
 */
export function catchLinks(follow: (link: WalletLink) => Promise<void>): void {
  const onClick = (event: MouseEvent) => {
    const link = event.isTrusted && event.button === 0 ? findLink(event) : undefined;
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void follow(link);
  };
  window.addEventListener('click', onClick, true);
}

function findLink(event: MouseEvent): WalletLink | undefined {
  const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  return anchor instanceof HTMLAnchorElement ? readWalletLink(anchor.href) : undefined;
}
