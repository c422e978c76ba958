// Passkeys of caseworkers: the one thing on these pages that HTML cannot do. Everything else works without this script.
const base = '/daricheh/caseworker';

for (const form of document.querySelectorAll('form[data-ceremony]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(form).catch((error) => tell(form, error));
  });
}

async function run(form) {
  const { ceremony, next } = form.dataset;
  if (typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON !== 'function') throw new Error('unsupported');
  setWaiting(form, true);
  const fields = Object.fromEntries(new FormData(form));
  const options = await post(`${base}/${ceremony}/options`, fields);
  const credential =
    ceremony === 'enrol'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const { id, rawId, type, response } = credential.toJSON();
  await post(`${base}/${ceremony}`, { ...fields, response: { id, rawId, type, response } });
  window.location.assign(next);
}

async function post(url, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const content = await answer.json();
  if (!answer.ok) throw Object.assign(new Error('refused'), { problem: content });
  return content;
}

function tell(form, error) {
  setWaiting(form, false);
  const alert = form.querySelector('[role=alert]');
  const { unsupported, stopped, title } = alert.dataset;
  alert.textContent = error.problem?.[title] ?? (error.message === 'unsupported' ? unsupported : stopped);
  alert.hidden = false;
}

function setWaiting(form, isWaiting) {
  const button = form.querySelector('button');
  form.querySelector('[role=alert]').hidden = true;
  button.dataset.label ??= button.textContent;
  button.disabled = isWaiting;
  button.textContent = isWaiting ? button.dataset.waiting : button.dataset.label;
}
