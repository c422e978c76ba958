import { defineContentScript } from 'wxt/utils/define-content-script';
import { startForms } from '../wiring/forms.ts';

/** Put into a document once its form is to be read, and never before. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: startForms,
});
