import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startForms } from '../wiring/forms.ts';

/** Put into a document once its form is to be read, and never before. */
export default defineUnlistedScript({ main: startForms });
