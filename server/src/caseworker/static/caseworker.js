// Passkeys of caseworkers: the one thing on these pages that HTML cannot do. Everything else works without this script.
const base = '/daricheh/caseworker';

/** What each kind of form does with a passkey; each gives what the server answers at the end. */
const ceremonies = {
  'sign-in': async (fields) => post(`${base}/sign-in`, { ...fields, response: await assert(`${base}/sign-in/options`, fields) }),
  enrol: async (fields) => post(`${base}/enrol`, { ...fields, response: await make(`${base}/enrol/options`, fields) }),
  recover: async (fields) => post(`${base}/recover`, { ...fields, response: await make(`${base}/recover/options`, fields) }),
  confirm: async (fields, url) => post(url, { ...fields, confirmation: await assert(`${base}/confirm/options`, {}) }),
  add: async (fields, url) => {
    const confirmation = await assert(`${base}/confirm/options`, {});
    return post(url, { ...fields, response: await make(`${url}/options`, { ...fields, confirmation }) });
  },
};

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
  const answer = await ceremonies[ceremony](Object.fromEntries(new FormData(form)), form.getAttribute('action'));
  if (answer.link === undefined) window.location.assign(next);
  else showLink(form, answer.link);
}

async function assert(url, body) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await post(url, body));
  return write(await navigator.credentials.get({ publicKey }));
}

async function make(url, body) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await post(url, body));
  return write(await navigator.credentials.create({ publicKey }));
}

/** Extension results stay behind. */
function write(credential) {
  const { id, rawId, type, response } = credential.toJSON();
  return { id, rawId, type, response };
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

function showLink(form, link) {
  setWaiting(form, false);
  const place = form.querySelector('[data-link]');
  const [input, button] = [place.querySelector('input'), place.querySelector('button')];
  input.value = link;
  place.hidden = false;
  button.onclick = async () => {
    await navigator.clipboard.writeText(link);
    button.textContent = button.dataset.copied;
  };
  input.focus();
  input.select();
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
