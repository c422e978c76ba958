import { type Account, type Named, roles, type StaffEvent } from '../../storage/staff.ts';
import { formatInstant, formatNumber } from '../format.ts';
import { type Html, html } from '../html.ts';
import { canRecover } from '../recovery.ts';
import { findOpenActs, type StaffAct } from '../staff-acts.ts';
import { staffText } from '../staff-text.ts';
import { renderCeremony } from './ceremony.ts';
import { renderConfirm } from './confirm-page.ts';
import { renderPage, type Visit } from './page.ts';

const path = '/daricheh/caseworker/staff';

/** Who may get in, with what an administrator can do about it. */
export function renderStaff(visit: Visit, accounts: readonly Account[]): Html {
  const words = staffText[visit.language];
  const isSafe = canRecover(accounts);
  const heads = [words.person, words.role, words.state, words.passkeyCount, words.lastUsed, words.actions];
  const main = html`<div class="titled"><h1>${words.staff}</h1><a href="${path}/record">${words.record}</a></div><p class="soft">${words.staffLead}</p>
${isSafe ? null : html`<p class="notice warn" data-one-administrator>${words.oneAdministrator}</p>`}
<div class="card flush"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${accounts.map((account) => renderAccountRow(visit, account, { isSafe }))}</tbody></table></div>
${renderInvite(visit)}`;
  return renderPage(visit, words.staff, html`<div class="stack">${main}</div>`);
}

/** Asks once more, and for a passkey, before something is done to an account. */
export function renderConfirmAct(visit: Visit, { account, act }: { readonly account: Account; readonly act: StaffAct }): Html {
  const { name, lead, button } = staffText[visit.language].acts[act];
  const isDanger = act === 'disable' || act === 'demote' || act === 'recover';
  const form = html`<form data-ceremony="confirm" method="post" action="${path}/${account.id}/${act}" data-next="${path}">${renderCeremony(visit, button, { isDanger })}${act === 'recover' ? renderLink(visit) : null}</form>`;
  return renderConfirm(visit, { title: name, about: account.name, lead, form, back: path });
}

/** Who did what to whom, newest first. */
export function renderRecord(visit: Visit, events: readonly StaffEvent[]): Html {
  const words = staffText[visit.language];
  const heads = [words.when, words.what, words.who, words.whom];
  const table = html`<div class="card flush"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${events.map((event) => renderEvent(visit, event))}</tbody></table></div>`;
  const main = html`<p><a class="back" href="${path}">${words.staff}</a></p><h1>${words.record}</h1><p class="soft">${words.recordLead}</p>${events.length === 0 ? html`<p class="card soft empty">${words.noRecord}</p>` : table}`;
  return renderPage(visit, words.record, html`<div class="stack">${main}</div>`);
}

function renderAccountRow(visit: Visit, account: Account, { isSafe }: { readonly isSafe: boolean }): Html {
  const words = staffText[visit.language];
  const isSelf = account.id === visit.caseworker?.id;
  const state =
    account.disabledAt === null
      ? html`<span class="badge good">${words.open}</span>`
      : html`<span class="badge bad">${words.disabled}</span>`;
  const acts = isSelf ? [] : findOpenActs(account).filter((act) => act !== 'recover' || isSafe);
  const links = acts.map(
    (act) =>
      html`<a class="act" href="${path}/${account.id}/${act}">${words.acts[act].name}<span class="hidden">: ${account.name}</span></a>`,
  );
  const keys = account.passkeys === 0 ? html`<span class="late">${words.noKeys}</span>` : formatNumber(account.passkeys, visit.language);
  return html`<tr data-account="${account.id}"><th scope="row"><bdi>${account.name}</bdi>${isSelf ? html` <small class="soft">(${words.you})</small>` : null}</th>
<td>${words.roles[account.role]}</td><td>${state}</td><td data-label="${words.passkeyCount}">${keys}</td><td data-label="${words.lastUsed}">${account.usedAt === null ? words.never : formatInstant(account.usedAt, visit.language)}</td><td class="acts">${links}</td></tr>`;
}

function renderInvite(visit: Visit): Html {
  const words = staffText[visit.language];
  const choices = roles.map((role) => html`<option value="${role}">${words.roles[role]}</option>`);
  const choice = html`<label class="field"><span>${words.role}</span><select name="role">${choices}</select></label>`;
  return html`<section class="card invite"><h2>${words.invite}</h2><p class="soft">${words.inviteLead}</p><form data-ceremony="confirm" method="post" action="${path}/invitations">${choice}${renderCeremony(visit, words.inviteButton)}${renderLink(visit)}</form></section>`;
}

/** Where the script shows a link that was just made. */
function renderLink({ language }: Visit): Html {
  const words = staffText[language];
  return html`<div class="made-link" data-link hidden><label class="field"><span>${words.link}</span><input readonly dir="ltr" aria-describedby="link-lead"></label><small id="link-lead" class="soft">${words.linkLead}</small><button type="button" class="plain" data-copied="${words.copied}">${words.copy}</button></div>`;
}

function renderEvent(visit: Visit, { at, kind, actor, subject, detail }: StaffEvent): Html {
  const words = staffText[visit.language];
  const roleNames: Readonly<Record<string, string>> = words.roles;
  const shown = detail === null ? null : html` <small class="soft"><bdi>${roleNames[detail] ?? detail}</bdi></small>`;
  const nobody = kind === 'passkey-flagged' ? words.system : words.backEnd;
  return html`<tr data-event="${kind}"><td data-label="${words.when}"><time datetime="${at.toISOString()}">${formatInstant(at, visit.language)}</time></td><td>${words.events[kind]}${shown}</td><td data-label="${words.who}">${renderNamed(actor) ?? nobody}</td><td data-label="${words.whom}">${renderNamed(subject)}</td></tr>`;
}

function renderNamed(person: Named | null): Html | null {
  return person === null ? null : html`<bdi>${person.name}</bdi>`;
}
