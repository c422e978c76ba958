import type { SectionLike } from '../catalogue.ts';
import type { popup as source } from '../fa/popup.ts';

export const popup: SectionLike<typeof source> = {
  thisSite: 'This site',
  locked: 'Locked',
  unlock: 'Unlock',
  registered: 'Registered agency',
  registeredText: ({ isEnabled }) => (isEnabled ? 'Daricheh is on for this site.' : 'Daricheh is off for this site.'),
  unknown: 'Not on the list of agencies',
  unknownText: 'Daricheh does not know this site. Write into it only if you trust it yourself.',
  lookAlike: 'Careful: this is not the real site',
  lookAlikeText:
    'Its address resembles this agency’s, but is not on the trust list. Daricheh writes nothing into this page and sends it nothing.',
  genuine: 'The real address',
  seen: 'This page’s address',
  insecure: 'The connection to this site is not secure',
  insecureText: 'Daricheh does not work on sites without encryption (http), since anybody on the way could change the page.',
  unseen:
    'Daricheh does not see which page this is. If it is a site, press Daricheh’s button in the toolbar while you look at it. On pages of the browser and on files of this device it does not work.',
  none: 'This page comes from no site: it lies on this device, or is the browser’s own. Daricheh does not work on it.',
  enable: 'Switch on for this site',
  disable: 'Switch off for this site',
  fill: 'Fill this page’s form',
  openPanel: 'Side panel',
  panelKeys: 'The panel, by keyboard:',
  openWallet: 'My wallet',
  openSettings: 'Settings',
};
