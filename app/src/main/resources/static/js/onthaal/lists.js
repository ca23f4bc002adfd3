/*
 * Lists: j and k walk the rows, Enter opens, x selects, Shift with a click selects up to here.
 * A list is [data-list]; a row is .row with a .row-link; a selection box is in .cell-check.
 */
import { lettersAllowed } from "./keys.js";
import { counted } from "./texts.js";

const boxesIn = (list) => [...list.querySelectorAll("tbody .cell-check input")];
let lastBox;

function walk(event) {
  const list = event.target.closest?.("[data-list]") || document.querySelector("[data-list]");
  if (!list || !lettersAllowed(event)) return;
  const links = [...list.querySelectorAll(".row-link")];
  const here = links.findIndex((link) => link.closest(".row").contains(document.activeElement));

  if (event.key === "j" || event.key === "k") {
    const next = here < 0 ? 0 : here + (event.key === "j" ? 1 : -1);
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  } else if (event.key === "x" && here >= 0) {
    links[here].closest(".row").querySelector(".cell-check input")?.click();
  } else {
    return;
  }
  event.preventDefault();
}

function select(event) {
  const list = event.target.closest("[data-list]");
  if (!list) return;
  const boxes = boxesIn(list);
  const last = boxes.indexOf(lastBox);
  const now = boxes.indexOf(event.target);
  if (event.target.matches("[data-select-all]")) {
    for (const box of boxes) box.checked = event.target.checked;
  } else if (now >= 0) {
    if (event.shiftKey && last >= 0) {
      for (const box of boxes.slice(Math.min(now, last), Math.max(now, last)))
        box.checked = event.target.checked;
    }
    lastBox = event.target;
  } else {
    return;
  }
  tell(list, boxes);
}

function tell(list, boxes) {
  const number = boxes.filter((box) => box.checked).length;
  for (const place of list.querySelectorAll("[data-selected-count]")) {
    place.textContent = counted("selectedOne", "selectedMany", number);
  }
  const all = list.querySelector("[data-select-all]");
  if (all) {
    all.checked = number > 0 && number === boxes.length;
    all.indeterminate = number > 0 && number < boxes.length;
  }
}

function clear(event) {
  const list = event.target.closest("[data-clear-selection]")?.closest("[data-list]");
  if (!list) return;
  for (const box of boxesIn(list)) box.checked = false;
  tell(list, boxesIn(list));
  list.querySelector(".row-link")?.focus();
}

/* On a narrow screen the view one is in may lie outside the row of tabs. */
function showWhereOneIs() {
  for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
    const row = tab.closest(".tabs");
    row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }
}

export function startLists() {
  showWhereOneIs();
  document.addEventListener("keydown", walk);
  document.addEventListener("click", select);
  document.addEventListener("click", clear);
}
