/*
 * Nothing typed is ever lost. <form data-draft="key" data-draft-url="…"> is sent to the server a
 * moment after every change; [data-draft-status] in it says when. Without a connection the text
 * stays in the page and is sent as soon as there is one. <form data-guard> only warns on leaving.
 */
import { post } from "./requests.js";
import { text } from "./texts.js";

const pause = 800;
const again = 10_000;
const open = new WeakMap();
const dirty = new Set();

function state(form) {
  if (!open.has(form)) open.set(form, { timer: 0, sending: false });
  return open.get(form);
}

function say(form, sentence, name) {
  const place = form.querySelector("[data-draft-status]");
  if (!place) return;
  place.dataset.state = name;
  (place.querySelector("[data-draft-text]") || place).textContent = sentence;
}

function fields(form) {
  const data = new URLSearchParams({ draft: form.dataset.draft });
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "_csrf") data.append(name, value);
  }
  return data;
}

function later(form, wait) {
  const draft = state(form);
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => save(form), wait);
}

async function save(form) {
  const draft = state(form);
  if (draft.sending || !form.isConnected) return;
  draft.sending = true;
  dirty.delete(form);
  say(form, text("draftSaving"), "saving");
  try {
    const answer = await post(form.dataset.draftUrl, fields(form));
    if (!answer.ok) throw new Error(String(answer.status));
    if (!dirty.has(form)) say(form, text("draftSaved", clock(new Date())), "saved");
  } catch {
    dirty.add(form);
    say(form, text("draftFailed"), "failed");
  } finally {
    draft.sending = false;
    if (dirty.has(form)) later(form, form.querySelector("[data-state=failed]") ? again : pause);
  }
}

/* 10.42, as it is written in Flanders */
function clock(moment) {
  return `${moment.getHours()}.${String(moment.getMinutes()).padStart(2, "0")}`;
}

function changed(event) {
  const form = event.target.form;
  if (!form?.matches("[data-draft], [data-guard]")) return;
  dirty.add(form);
  if (form.dataset.draftUrl) later(form, pause);
}

function done(form) {
  clearTimeout(state(form).timer);
  dirty.delete(form);
}

export function startDrafts() {
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && !event.target.matches("[hx-post], [hx-put], [hx-patch]"))
      done(event.target);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (event.detail.successful && form instanceof HTMLFormElement) done(form);
  });
  window.addEventListener("online", () =>
    dirty.forEach((form) => form.dataset.draftUrl && save(form)),
  );

  // The tab goes away: send what is left, even if the page is already gone.
  window.addEventListener("pagehide", () => {
    for (const form of dirty) {
      if (form.dataset.draftUrl) post(form.dataset.draftUrl, fields(form), { keepalive: true });
    }
  });
  window.addEventListener("beforeunload", (event) => {
    const unsafe = [...dirty].some(
      (form) => form.isConnected && (!form.dataset.draftUrl || !navigator.onLine),
    );
    if (unsafe) event.preventDefault();
  });
}
