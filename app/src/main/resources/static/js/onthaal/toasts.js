/*
 * Toasts: what just happened, with a way back. The server sends HX-Trigger with
 * {"onthaal:toast": {"text", "tone", "undoUrl", "undoLabel", "stay", "key"}}, or renders .toast
 * elements into the region itself when the page is loaded whole.
 */
import { text } from "./texts.js";

const readingTime = 8000;
let region;

function button(label, className, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = label;
  element.addEventListener("click", action);
  return element;
}

/* While a modal dialog is open the region has to be in the top layer too, or nobody sees it. */
function raise() {
  if (document.querySelector("dialog:modal") && !region.matches(":popover-open"))
    region.showPopover();
}

function dismiss(element) {
  element.remove();
  if (!region.childElementCount && region.matches(":popover-open")) region.hidePopover();
}

function undo(url, element) {
  dismiss(element);
  window.htmx.ajax("POST", url, { source: document.body, swap: "none" });
}

/* Time to read and reach it; the clock stands still while one points at it or is in it. */
function expire(element) {
  let timer;
  const wait = () => {
    timer = setTimeout(() => dismiss(element), readingTime);
  };
  const hold = () => clearTimeout(timer);
  element.addEventListener("pointerenter", hold);
  element.addEventListener("focusin", hold);
  element.addEventListener("pointerleave", wait);
  element.addEventListener("focusout", wait);
  wait();
}

function equip(element, { undoUrl, undoLabel, stay } = {}) {
  if (undoUrl && window.htmx) {
    element.append(button(undoLabel || text("undo"), "button", () => undo(undoUrl, element)));
  }
  element.append(button(text("close"), "button button-quiet", () => dismiss(element)));
  if (!stay && !undoUrl) expire(element);
}

export function toast(message) {
  if (!region) return;
  if (message.key) region.querySelector(`[data-key="${CSS.escape(message.key)}"]`)?.remove();
  const element = document.createElement("div");
  element.className = `toast toast-${message.tone || "good"}`;
  if (message.key) element.dataset.key = message.key;
  const sentence = document.createElement("span");
  sentence.className = "toast-text";
  sentence.textContent = message.text;
  element.append(sentence);
  region.append(element);
  equip(element, message);
  raise();
}

export function startToasts() {
  region = document.querySelector("[data-toasts]");
  if (!region) return;
  for (const element of region.children) equip(element, element.dataset);
  document.addEventListener("onthaal:toast", (event) => toast(event.detail));
}
