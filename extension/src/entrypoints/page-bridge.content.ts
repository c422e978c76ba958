import { defineContentScript } from 'wxt/utils/define-content-script';
import { installHook } from '../features/present/bridge/install-hook.ts';

/** Runs among the page's own scripts, which may change anything in it: it holds nothing and decides nothing. */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  matches: [],
  runAt: 'document_start',
  main: installHook,
});
