/* Talking to the server: one way to post, once, and what to say when it fails. */
import { text } from "./texts.js";
import { toast } from "./toasts.js";

export function post(url, body, options = {}) {
  return fetch(url, {
    method: "POST",
    body,
    credentials: "same-origin",
    ...options,
  });
}

const busyAfter = 400;
const patience = 10_000;
let running = 0;
let busyTimer;

function busy(change) {
  running = Math.max(0, running + change);
  clearTimeout(busyTimer);
  if (running === 0) delete document.documentElement.dataset.busy;
  else
    busyTimer = setTimeout(() => {
      document.documentElement.dataset.busy = "";
    }, busyAfter);
}

function explain(status) {
  if (status === 401) return text("signedOut");
  if (status === 403) return text("forbidden");
  if (status === 409 || status === 412) return text("conflict");
  return text("failed", status);
}

export function startRequests() {
  const on = (event, handler) => document.addEventListener(event, handler);

  // A second click while the first is on its way does nothing; a page that is shown again starts anew.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if ("sent" in form.dataset) event.preventDefault();
    else form.dataset.sent = "";
    setTimeout(() => delete form.dataset.sent, patience);
  });
  addEventListener("pageshow", () =>
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent),
  );
  on("htmx:beforeRequest", () => busy(1));
  on("htmx:afterRequest", () => busy(-1));

  // A form that came back with errors (422) is shown, not treated as a failure.
  on("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  on("htmx:responseError", (event) =>
    toast({ text: explain(event.detail.xhr.status), tone: "bad" }),
  );
  on("htmx:sendError", () => toast({ text: text("offline"), tone: "bad" }));
  on("htmx:timeout", () => toast({ text: text("offline"), tone: "bad" }));

  window.addEventListener("offline", () =>
    toast({ text: text("offline"), tone: "bad", stay: true, key: "network" }),
  );
  window.addEventListener("online", () => toast({ text: text("online"), key: "network" }));
}
