/*
 * Files dragged onto a file field are as good as files that were chosen in it. Without script, the
 * field is a plain one.
 */
const OVER = "is-over";

function field(event) {
  return event.target instanceof Element ? event.target.closest("[data-drop]") : null;
}

function carriesFiles(event) {
  return Array.from(event.dataTransfer?.types || []).includes("Files");
}

function onDrag(event) {
  const over = field(event);
  if (!over || !carriesFiles(event)) return;
  event.preventDefault();
  over.classList.add(OVER);
}

function onLeave(event) {
  field(event)?.classList.remove(OVER);
}

function onDrop(event) {
  const over = field(event);
  const input = over?.querySelector("input[type=file]");
  if (!input || !carriesFiles(event)) return;
  event.preventDefault();
  over.classList.remove(OVER);
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

export function startUploads() {
  document.addEventListener("dragover", onDrag);
  document.addEventListener("dragleave", onLeave);
  document.addEventListener("drop", onDrop);
}
