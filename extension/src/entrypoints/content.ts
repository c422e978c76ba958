import { defineContentScript } from 'wxt/utils/define-content-script';
import { startContent } from '../wiring/content.ts';

/** Registered at run time, on enabled sites only, in every frame. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: startContent,
});
