import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installHook } from '../features/present/bridge/install-hook.ts';

/** Runs among the page's own scripts, which may change anything in it: it holds nothing and decides nothing. */
export default defineUnlistedScript({ main: installHook });
