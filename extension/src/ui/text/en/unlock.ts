import type { SectionLike } from '../catalogue.ts';
import type { unlock as source } from '../fa/unlock.ts';

export const unlock: SectionLike<typeof source> = {
  title: 'Daricheh is locked',
  lead: 'Unlock it to see your documents.',
  withPasskey: 'Unlock with your passkey',
  otherWays: 'I have another way',
  withRecovery: 'Recovery code',
  withPassphrase: 'Passphrase',
  way: 'How do you unlock it?',
  recoveryHelp: 'The 30 characters that you wrote on paper.',
  open: 'Unlock',
  wait: ({ seconds }, f) => `Wait ${f.number(seconds)} more ${f.plural(seconds, { one: 'second', other: 'seconds' })}. Nothing was erased.`,
  noVault: 'You have no Daricheh yet',
  noVaultLead: 'Setting it up takes three short steps.',
  start: 'Set it up',
  lost: 'This device’s wallet is gone',
  lostLead:
    'There was a Daricheh on this device, but the browser has cleared its storage. Get your documents again from the same agencies.',
  startAgain: 'Set it up anew',
  damaged: 'The wallet cannot be read',
  unlocked: 'Unlocked',
  unlockedLead: 'This window closes by itself.',
};
