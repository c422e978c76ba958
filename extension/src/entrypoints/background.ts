import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../wiring/background.ts';

export default defineBackground({ type: 'module', main: startBackground });
