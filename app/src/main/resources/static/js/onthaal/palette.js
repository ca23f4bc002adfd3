/*
 * Command palette: find a person, a case or an action by typing. The server answers the field's
 * data-url with an HTML fragment of [role=option] links, already filtered by what this employee may
 * see; a settled query is one consultation, hence the pause before asking.
 */
import { openDialog } from "./dialogs.js";
import { counted, text } from "./texts.js";

const settledAfter = 220;
let dialog, input, list, status, timer, asking;

const options = () => [...list.querySelectorAll("[role=option]")];
const chosen = () => list.querySelector("[aria-selected=true]");

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  if (!option) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  option.setAttribute("aria-selected", "true");
  option.id ||= `palette-${options().indexOf(option)}`;
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = options();
  if (!all.length) return;
  const from = all.indexOf(chosen());
  choose(all[(from + by + all.length) % all.length]);
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(input.dataset.url, {
      method: "POST",
      body: new URLSearchParams({ q: input.value }),
      signal: asking.signal,
      headers: { "HX-Request": "true" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    list.innerHTML = await answer.text();
    choose(options()[0]);
    status.textContent = options().length
      ? counted("resultsOne", "resultsMany", options().length)
      : text("noResults");
  } catch (error) {
    if (error.name !== "AbortError") status.textContent = text("offline");
  }
}

function onInput() {
  clearTimeout(timer);
  timer = setTimeout(ask, settledAfter);
}

function onKey(event) {
  if (event.isComposing) return;
  const action = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () =>
      chosen()?.dispatchEvent(
        new MouseEvent("click", {
          bubbles: true,
          cancelable: true,
          ctrlKey: event.ctrlKey,
          metaKey: event.metaKey,
        }),
      ),
  }[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function open() {
  openDialog(dialog);
  input.select();
  ask();
}

export function startPalette() {
  dialog = document.querySelector("dialog[data-palette]");
  if (!dialog) return;
  input = dialog.querySelector("[role=combobox]");
  list = dialog.querySelector("[role=listbox]");
  status = dialog.querySelector("[role=status]");
  input.addEventListener("input", onInput);
  input.addEventListener("keydown", onKey);
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    dialog.close();
    const opens = option.dataset.opens;
    if (!opens && event.isTrusted === false && !event.ctrlKey && !event.metaKey)
      location.assign(option.href);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open-palette]") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open();
    }
  });
}
