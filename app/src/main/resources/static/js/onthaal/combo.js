/*
 * A field that finds customers while one types, for piles of post: <div data-combo="url"> with an
 * input, a hidden [data-combo-id] and a [data-combo-list]. Enter takes the one that is marked in the
 * list. When the answer is still on its way one types on, and sending waits for it: nobody saw the list,
 * so only a customer of exactly that name is taken, and else the name stays as it was typed. What a hand
 * scanner types goes to the field for barcodes.
 * In a form [data-pile] Ctrl+Enter sends from anywhere.
 */
const settledAfter = 120;
const barcode = /^(010\d{27}|[A-Z]{2}\d{9}[A-Z]{2}|JJBEA[A-Z0-9]{22}|(3299|3232)\d{14,20})$/i;

/* A name without capitals, accents and spaces too many. */
const plain = (name) =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

function start(box) {
  const input = box.querySelector("input:not([type=hidden])");
  const id = box.querySelector("[data-combo-id]");
  const list = box.querySelector("[data-combo-list]");
  const status = box.querySelector("[data-combo-status]");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  let timer, asking, takes, asked, sends;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  show(false);

  function show(visible) {
    list.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
    if (!visible) input.removeAttribute("aria-activedescendant");
  }

  function mark(option) {
    chosen()?.setAttribute("aria-selected", "false");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    option.id ||= `${list.id}-${options().indexOf(option)}`;
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function next() {
    const fields = [...input.form.querySelectorAll("input:not([type=hidden])")];
    fields[fields.indexOf(input) + 1]?.focus();
  }

  function take(option) {
    if (option) {
      input.value = option.dataset.name;
      id.value = option.dataset.id;
      status.textContent = status.dataset.known;
    }
    show(false);
  }

  /* The one customer who is called as was typed; of two with one name nobody knows which. */
  function namesake() {
    const same = options().filter((option) => plain(option.dataset.name) === plain(asked));
    return same.length === 1 ? same[0] : undefined;
  }

  /* What was sent while the answer was on its way is sent now. */
  function send() {
    const waiting = sends;
    sends = undefined;
    if (waiting) input.form.requestSubmit(waiting.submitter);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    asked = input.value;
    try {
      const answer = await fetch(box.dataset.combo, {
        method: "POST",
        body: new URLSearchParams({ sender: asked }),
        signal: asking.signal,
        headers: { "HX-Request": "true" },
      });
      list.innerHTML = answer.ok ? await answer.text() : "";
    } catch (error) {
      if (error.name === "AbortError") return;
      list.innerHTML = "";
    }
    asking = undefined;
    mark(options()[0]);
    if (takes) take(namesake());
    else show(options().length > 0 && document.activeElement === input);
    takes = false;
    send();
  }

  function scanned() {
    const place = input.form.elements.barcode;
    const code = input.value.replace(/\s/g, "");
    if (!place || !barcode.test(code)) return false;
    place.value = code.toUpperCase();
    place.closest("details")?.setAttribute("open", "");
    input.form.elements.kind.value = "REGISTERED";
    input.value = "";
    return true;
  }

  function enter() {
    clearTimeout(timer);
    if (scanned()) return;
    if (input.value.trim() && !id.value) {
      if (asked === input.value && !asking) take(list.hidden ? undefined : chosen());
      else {
        takes = true;
        ask();
      }
    }
    next();
  }

  input.addEventListener("input", () => {
    id.value = "";
    status.textContent = "";
    takes = false;
    clearTimeout(timer);
    if (input.value.trim().length > 1) timer = setTimeout(ask, settledAfter);
    else show(false);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === "Enter") enter();
    else if (event.key === "ArrowDown" && !list.hidden) mark(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp" && !list.hidden) mark(all[(at - 1 + all.length) % all.length]);
    else if (event.key === "Escape" && !list.hidden) show(false);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) {
      take(option);
      next();
    }
  });
  input.form.addEventListener("submit", (event) => {
    if (!takes) return;
    event.preventDefault();
    sends = { submitter: event.submitter };
  });
}

export function startCombos() {
  document.querySelectorAll("[data-combo]").forEach(start);
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form[data-pile]");
    if (!form) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[name=sure]"));
    } else if (event.key === "Enter" && event.target.id === "barcode") {
      // A scanner ends with Enter; the piece is not complete yet.
      event.preventDefault();
      form.elements.sender.focus();
    }
  });
}
