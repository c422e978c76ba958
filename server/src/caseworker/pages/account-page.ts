import type { ListedPasskey } from '../../storage/staff.ts';
import type { DeskSession } from '../desk-session.ts';
import { formatInstant } from '../format.ts';
import { type Html, html } from '../html.ts';
import { staffText } from '../staff-text.ts';
import { renderCeremony } from './ceremony.ts';
import { renderConfirm } from './confirm-page.ts';
import { renderPage, type Visit } from './page.ts';

const path = '/daricheh/caseworker/account';

/** Somebody's own passkeys and sessions. */
export function renderAccount(
  visit: Visit,
  { passkeys, sessions }: { readonly passkeys: readonly ListedPasskey[]; readonly sessions: readonly DeskSession[] },
): Html {
  const words = staffText[visit.language];
  const main = html`<h1 class="hidden">${words.account}</h1><div class="columns"><div class="stack">
<section class="card"><h2>${words.passkeys}</h2><p class="soft">${words.passkeysLead}</p>${passkeys.length === 1 ? html`<p class="notice warn">${words.onePasskey}</p>` : null}
<ul class="entries">${passkeys.map((passkey) => renderPasskey(visit, passkey))}</ul></section></div>
<aside class="stack">${renderAdd(visit)}${renderSessions(visit, sessions)}</aside></div>`;
  return renderPage(visit, words.account, main);
}

/** Asks once more before a passkey is removed. */
export function renderRemovePasskey(visit: Visit, passkey: ListedPasskey): Html {
  const words = staffText[visit.language];
  const form = html`<form data-ceremony="confirm" method="post" action="${path}/passkeys/${passkey.credentialId}/remove" data-next="${path}">${renderCeremony(visit, words.confirmButton, { isDanger: true })}</form>`;
  return renderConfirm(visit, { title: words.remove, about: passkey.name || words.nameless, lead: words.removeLead, form, back: path });
}

/** Asks once more before all other sessions are ended. */
export function renderSignOutElsewhere(visit: Visit): Html {
  const words = staffText[visit.language];
  const form = html`<form method="post" action="${path}/sign-out-elsewhere"><button class="danger">${words.signOutElsewhere}</button></form>`;
  return renderConfirm(visit, { title: words.signOutElsewhere, about: null, lead: words.signOutElsewhereLead, form, back: path });
}

function renderPasskey(visit: Visit, { credentialId, name, createdAt, usedAt, flaggedAt }: ListedPasskey): Html {
  const words = staffText[visit.language];
  const [shown, at] = [name || words.nameless, `${path}/passkeys/${credentialId}`];
  const flag = flaggedAt === null ? null : html`<span class="badge bad">${words.flagged}</span>`;
  const used = usedAt === null ? words.never : `${words.lastUsed}: ${formatInstant(usedAt, visit.language)}`;
  return html`<li data-passkey><div class="entry"><h3><bdi>${shown}</bdi> ${flag}</h3><p class="soft">${words.added}: ${formatInstant(createdAt, visit.language)} · ${used}</p>${flaggedAt === null ? null : html`<p class="problem">${words.flaggedLead}</p>`}</div>
<div class="acts"><details><summary>${words.rename}<span class="hidden">: ${shown}</span></summary><form class="rename" method="post" action="${at}/name"><label class="field"><span>${words.newName}</span><input name="name" required maxlength="100" value="${name}" dir="auto"></label><button class="plain">${words.save}</button></form></details>
<a class="act danger" href="${at}/remove">${words.remove}<span class="hidden">: ${shown}</span></a></div></li>`;
}

function renderAdd(visit: Visit): Html {
  const words = staffText[visit.language];
  const name = html`<label class="field"><span>${words.addName}</span><input name="name" required maxlength="100" dir="auto"></label>`;
  return html`<section class="card"><h2>${words.add}</h2><p class="soft">${words.addLead}</p><form data-ceremony="add" method="post" action="${path}/passkeys" data-next="${path}">${name}${renderCeremony(visit, words.addButton)}</form></section>`;
}

function renderSessions(visit: Visit, sessions: readonly DeskSession[]): Html {
  const words = staffText[visit.language];
  const items = sessions.map(
    ({ browser, since, usedAt, isThis }) =>
      html`<li data-session><h3><bdi>${browser || words.unknownBrowser}</bdi> ${isThis ? html`<span class="badge good">${words.thisSession}</span>` : null}</h3><p class="soft">${words.since}: ${formatInstant(since, visit.language)} · ${words.lastUsed}: ${formatInstant(usedAt, visit.language)}</p></li>`,
  );
  const out =
    sessions.length < 2 ? null : html`<p><a class="act danger" href="${path}/sign-out-elsewhere">${words.signOutElsewhere}</a></p>`;
  return html`<section class="card"><h2>${words.sessions}</h2><p class="soft">${words.sessionsLead}</p><ul class="entries">${items}</ul>${out}</section>`;
}
