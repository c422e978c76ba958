import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFieldIcon } from '../wiring/field-icon.ts';

/** Put into a document of an enabled site once somebody is in a box there, and never before. */
export default defineUnlistedScript({ main: startFieldIcon });
