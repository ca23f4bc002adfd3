/*
 * Keys. Single letters only work outside fields and can be switched off (WCAG 2.1.4) with
 * data-keys="off" on <html>, which comes from the employee's settings.
 *
 *   ?            what the keys are
 *   g then x     the link with data-goto="x"
 *   x            the button or link with data-key="x"; that of the page before that of the shell
 */
import { openDialog } from "./dialogs.js";

const secondKeyWithin = 1200;
let waitingUntil = 0;

export function typing(target) {
  return target.closest?.(
    "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]",
  );
}

export function lettersAllowed(event) {
  return (
    document.documentElement.dataset.keys !== "off" &&
    !event.defaultPrevented &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.isComposing &&
    !typing(event.target) &&
    !document.querySelector("dialog[open]")
  );
}

/* What the page offers for a key, also where it is folded away; else what the shell offers. */
function targetOf(key) {
  const all = [...document.querySelectorAll(`[data-key="${key}"]`)];
  const here = all.filter((element) => element.closest("main"));
  return (
    here.find((element) => element.checkVisibility()) ||
    here.find((element) => element.closest("details:not([open])")) ||
    all.find((element) => !here.includes(element))
  );
}

function onKey(event) {
  if (!lettersAllowed(event)) return;

  const key = CSS.escape(event.key);
  const second = Date.now() < waitingUntil;
  waitingUntil = 0;
  if (second) {
    // The rail may be folded away on a small screen: its links still count.
    const link = document.querySelector(`[data-goto="${key}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  if (event.key === "g") {
    waitingUntil = Date.now() + secondKeyWithin;
    return;
  }
  if (event.key === "?") {
    const help = document.getElementById("shortcuts");
    if (help) openDialog(help);
    return;
  }
  const target = targetOf(key);
  if (!target) return;
  event.preventDefault();
  const folded = target.closest("details:not([open])");
  if (folded) folded.open = true;
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
}

export function startKeys() {
  document.addEventListener("keydown", onKey);
}
