import type { contentProtocol } from '../../../messaging/content-protocol.ts';
import type { Handlers } from '../../../messaging/receive.ts';
import { createFrameFiller } from './fill-frame.ts';

type Names = 'fill/snapshot' | 'fill/write' | 'fill/undo' | 'fill/wait';

/** Lets the background read this frame's form, write into it, take back what was written, and learn when the form becomes another. */
export function startFilling(): Pick<Handlers<typeof contentProtocol>, Names> {
  const filler = createFrameFiller();
  return {
    'fill/snapshot': () => filler.snapshot(),
    'fill/write': ({ mark, writes }) => filler.write(mark, writes),
    'fill/undo': () => filler.undo(),
    'fill/wait': (order) => filler.waitForChange(order),
  };
}
