/* Fields: text areas that grow, counters that count what people see, copy buttons, mail frames, Enter. */
import { text } from "./texts.js";
import { toast } from "./toasts.js";

const growsByItself = CSS.supports("field-sizing", "content");
const graphemes = new Intl.Segmenter(document.documentElement.lang || "nl");

/* An emoji or a letter with an accent is one character, however it is stored. */
export function lengthOf(value) {
  let length = 0;
  for (const _ of graphemes.segment(value)) length += 1;
  return length;
}

function grow(area) {
  if (growsByItself) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

function count(area) {
  const place = document.getElementById(area.dataset.counter);
  if (!place) return;
  const left = Number(area.dataset.max) - lengthOf(area.value);
  place.textContent = left < 0 ? text("charactersOver", -left) : text("charactersLeft", left);
}

function refresh(element) {
  if (element.matches?.("textarea[data-autosize]")) grow(element);
  if (element.matches?.("[data-counter]")) count(element);
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source =
    button.dataset.copy || document.getElementById(button.dataset.copyFrom)?.textContent;
  await navigator.clipboard.writeText(source.trim());
  toast({ text: text("copied"), key: "copy" });
}

/* Enter in a field with data-enter="id" presses that button instead of sending the whole form. */
function enter(event) {
  const pressed = event.target.closest?.("[data-enter]");
  if (event.key !== "Enter" || event.isComposing || !pressed) return;
  event.preventDefault();
  document.getElementById(pressed.dataset.enter)?.click();
}

/* The frame allows no scripts, so its height can only be read from outside. */
function fit(frame) {
  const page = frame.contentDocument?.documentElement;
  if (page) frame.style.height = `${Math.ceil(page.getBoundingClientRect().height)}px`;
}

export function startFields() {
  document.addEventListener("input", (event) => refresh(event.target));
  document.addEventListener("click", copy);
  document.addEventListener("keydown", enter);
  document.addEventListener(
    "load",
    (event) => {
      if (event.target.matches?.("iframe[data-fit]")) fit(event.target);
    },
    true,
  );

  const start = (root) => {
    root.querySelectorAll("textarea[data-autosize], [data-counter]").forEach(refresh);
    root.querySelectorAll("iframe[data-fit]").forEach(fit);
  };
  start(document);
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
}
