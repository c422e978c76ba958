import type { SectionLike } from '../catalogue.ts';
import type { onboarding as source } from '../fa/onboarding.ts';

export const onboarding: SectionLike<typeof source> = {
  steps: 'Three steps to Daricheh',
  stepWhat: 'What it is',
  stepKey: 'Passkey',
  stepCode: 'Recovery code',

  whatTitle: 'Your documents, in your hands',
  whatLead: 'Daricheh fills government forms from your own documents, signs them with your consent and keeps the receipts.',
  onceTitle: 'Get it once, use it everywhere',
  onceText: 'The civil registry gives you your digital identity; no site needs it typed again.',
  consentTitle: 'Nothing leaves without your yes',
  consentText: 'Each time you see who asks for what, and why. “No” is an answer too.',
  homeTitle: 'It stays here, under your lock',
  homeText: 'Everything lies encrypted on this device. Nobody else has its key, and neither do we.',
  begin: 'Let’s begin',

  keyTitle: 'Make a passkey',
  keyLead: 'Your fingerprint, your face or this device’s PIN unlocks Daricheh and signs your forms. There is nothing to remember.',
  keyTwice: 'The browser asks you to confirm twice: once to make the passkey, once to unlock with it.',
  makeKey: 'Make a passkey',
  noKey: 'No passkeys on this device? Set a passphrase.',

  passphraseTitle: 'Set a passphrase',
  passphraseLead: 'You unlock Daricheh with this passphrase.',
  passphraseAfterKey: 'Your passkey is made and will sign for you, but it cannot unlock. Set a passphrase for that.',
  passphrase: 'Passphrase',
  passphraseHelp: 'At least 12 characters. A few unrelated words are strong, and easy to remember.',
  passphraseAgain: 'The same passphrase once more',
  passphraseDiffers: 'These two are not the same.',
  backToKey: 'Use a passkey instead',

  codeTitle: 'Write this code on paper',
  codeLead:
    'If you lose this device or your passkey, this code brings you back to your documents. Keep it somewhere safe; it is not shown again.',
  code: 'Recovery code',
  wroteIt: 'I wrote it down',

  typeTitle: 'Now type it from your paper',
  typeLead: 'So that we both know nothing is missing. Capitals and hyphens do not matter.',
  typeLabel: 'Recovery code, from your paper',
  showAgain: 'Show the code again',
  finish: 'That’s it',
  codeDiffers: 'This is not the code you saw. Compare it with your paper.',

  readyTitle: 'Daricheh is ready',
  readyLead: 'Now get your first document. After that, forms fill themselves.',
  firstDocument: 'Your first document',
  receiveFrom: 'Open the site, say who you are, and choose “Take into my wallet”.',
  goToIssuerOf: ({ document, agency }: { document: string; agency: string }) => `Go to the site of ${agency} for ${document}`,
  goToIssuer: 'Go to the site',
  sitesTitle: 'Where may Daricheh help?',
  sitesLead: 'Only on the sites you switch on. You can change this in the settings at any time.',
  allSites: 'Switch all on',
  toWallet: 'Go to my wallet',
};
