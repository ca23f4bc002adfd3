/*
 * Reading an identity card: <form data-eid> with a button [data-eid-read]. The extension of Web eID
 * listens to messages in the page; what the card signs goes to the server with the form.
 */
import { post } from "./requests.js";
import { toast } from "./toasts.js";

const answersWithin = 1_500;
const typesWithin = 120_000;

/* One question to the extension; it says that it is there, and later what became of it. */
function ask(message) {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => end(reject, "missing"), answersWithin);

    function end(how, what) {
      clearTimeout(timer);
      removeEventListener("message", hear);
      how(what);
    }

    function hear({ source, origin, data }) {
      if (source !== window || origin !== location.origin) return;
      if (data?.action === `${message.action}-ack`) {
        clearTimeout(timer);
        timer = setTimeout(() => end(reject, "failed"), typesWithin);
      } else if (data?.action === `${message.action}-success`) end(resolve, data);
      else if (data?.action === `${message.action}-failure`) end(reject, "failed");
    }

    addEventListener("message", hear);
    window.postMessage(message, location.origin);
  });
}

function hidden(form, name, value) {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value: String(value ?? "") });
  form.append(input);
}

async function read(form, status) {
  const answer = await post("/eid/vraag");
  if (!answer.ok) throw "failed";
  const nonce = await answer.text();
  status.textContent = form.dataset.eidWaiting;
  const token = await ask({
    action: "web-eid:authenticate",
    libraryVersion: "2.0.1",
    challengeNonce: nonce,
    options: { lang: document.documentElement.lang.slice(0, 2) },
  });
  hidden(form, "nonce", nonce);
  for (const name of ["format", "unverifiedCertificate", "algorithm", "signature"])
    hidden(form, name, token[name]);
  form.requestSubmit();
}

export function startCards() {
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-eid-read]");
    if (!button) return;
    const form = button.form;
    const status = form.querySelector("[data-eid-status]");
    button.disabled = true;
    try {
      await read(form, status);
    } catch (why) {
      status.textContent = "";
      toast({
        key: "eid",
        tone: "bad",
        stay: true,
        text: why === "missing" ? form.dataset.eidMissing : form.dataset.eidFailed,
      });
    }
    button.disabled = false;
  });
}
