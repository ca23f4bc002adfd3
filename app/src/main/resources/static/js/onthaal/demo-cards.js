/*
 * Only in the demo: plays the extension of Web eID, with the cards of the simulator. A dialog asks
 * which card lies in the reader, and that stands for the PIN.
 */
const people = ["Wouter Van den Bossche", "Lien Peeters"];

function say(action, more = {}) {
  window.postMessage({ action, ...more }, location.origin);
}

async function sign(card, nonce) {
  const body = new URLSearchParams({ card, nonce });
  const answer = await fetch("/demo/kaart", { method: "POST", body });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function choose() {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-label", "Welke kaart ligt in de lezer?");
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "form";
  const title = document.createElement("h2");
  title.textContent = "Welke kaart ligt in de lezer? (demo)";
  form.append(title);
  for (const name of [...people, ""]) {
    const button = document.createElement("button");
    button.className = name ? "button button-block" : "button button-quiet button-block";
    button.value = name;
    button.textContent = name || "Geen";
    form.append(button);
  }
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    }),
  );
}

addEventListener("message", async ({ source, data }) => {
  if (source !== window || data?.action !== "web-eid:authenticate") return;
  say("web-eid:authenticate-ack");
  try {
    const card = await choose();
    if (!card) throw new Error("cancelled");
    say("web-eid:authenticate-success", await sign(card, data.challengeNonce));
  } catch (error) {
    say("web-eid:authenticate-failure", { error: { message: String(error) } });
  }
});
