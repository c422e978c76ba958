import type { contentProtocol } from '../../../messaging/content-protocol.ts';
import type { Handlers } from '../../../messaging/receive.ts';
import { createFilePutter } from './put-files.ts';
import type { ReadControl } from './read-uploads.ts';

type Names = 'attach/snapshot' | 'attach/put' | 'attach/undo';

/** Lets the background read this frame's file boxes, put files into them, and take them out. */
export function startAttaching(read: ReadControl): Pick<Handlers<typeof contentProtocol>, Names> {
  const putter = createFilePutter(read);
  return {
    'attach/snapshot': () => putter.snapshot(),
    'attach/put': ({ mark, files }) => putter.put(mark, files),
    'attach/undo': () => putter.undo(),
  };
}
