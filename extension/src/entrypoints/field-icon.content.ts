import { defineContentScript } from 'wxt/utils/define-content-script';
import { startFieldIcon } from '../wiring/field-icon.ts';

/** Put into a document of an enabled site once somebody is in a box there, and never before. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: startFieldIcon,
});
