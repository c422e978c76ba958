import { buildExtension } from '@daricheh/scripts/build';
import { findDemoFolder, makeDemo } from '@daricheh/scripts/demo';

/** The demo material and the extension stand before the first test, as in `npm start`. */
export default async function prepare(): Promise<void> {
  await makeDemo();
  await buildExtension(findDemoFolder());
}
