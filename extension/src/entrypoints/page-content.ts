import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '../wiring/content.ts';

/** Registered at run time, on enabled sites only, in every frame. */
export default defineUnlistedScript({ main: startContent });
