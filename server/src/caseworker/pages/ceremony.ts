import { type Html, html } from '../html.ts';
import { text } from '../text.ts';
import type { Visit } from './page.ts';

/** The button that begins a ceremony with a passkey, and the places where its form tells what became of it. */
export function renderCeremony(visit: Visit, label: string, { isDanger }: { readonly isDanger: boolean } = { isDanger: false }): Html {
  const words = text[visit.language];
  return html`<button class="${isDanger ? 'danger' : 'primary'}" data-waiting="${words.waiting}">${label}</button>
<p class="problem" role="alert" hidden data-unsupported="${words.noPasskeys}" data-stopped="${words.ceremonyStopped}" data-title="${visit.language === 'fa' ? 'title_fa' : 'title'}"></p>
<noscript><p class="problem">${words.noScript}</p></noscript>`;
}
