/*
 * Native dialogs. data-opens="id" on a button (or on a link that leads to the same form as a page)
 * opens it; data-closes, the backdrop and Escape close it. The browser returns the focus; when the
 * opener is gone by then, it goes to the heading of the page.
 */
let opener;

export function openDialog(dialog, from = document.activeElement) {
  if (dialog.open) return;
  opener = from;
  dialog.showModal();
}

export function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
}

function onClick(event) {
  closeMenus(event.target);

  const opens = event.target.closest("[data-opens]");
  const dialog = opens && document.getElementById(opens.dataset.opens);
  if (dialog && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openDialog(dialog, opens);
    return;
  }
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
  else if (event.target instanceof HTMLDialogElement && outside(event)) event.target.close();
}

/* A click on the backdrop is a click on the dialog itself, outside its box. */
function outside(event) {
  const box = event.target.getBoundingClientRect();
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  );
}

function onClose(event) {
  if (!(event.target instanceof HTMLDialogElement)) return;
  if (opener && !opener.isConnected) {
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }
}

export function startDialogs() {
  document.addEventListener("click", onClick);
  document.addEventListener("close", onClose, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  // A server that answers "done" closes the dialog the form stood in.
  document.addEventListener("onthaal:close-dialog", (event) => {
    (event.target.closest?.("dialog") || document.querySelector("dialog[open]"))?.close();
  });
}
