/*
 * Draws a decision table with dmn-js (bpmn.io): the model comes from a field of the form and goes
 * back into it when the form is sent. Works in a frame of its own.
 */
const form = document.querySelector("[data-draw]");
const field = form.querySelector("textarea");
const views = form.querySelector("[data-draw-views]");
const failed = document.querySelector("[data-draw-failed]");
const canvas = document.getElementById(form.dataset.draw);
const words = new Map(
  [...document.querySelectorAll("[data-word]")].map((word) => [word.dataset.word, word.dataset.said]),
);

/** The editor's own words in the language of the page, with what it fills in. */
function translate(template, replacements = {}) {
  const said = words.get(template.trim()) ?? template;
  return said.replace(/{([^}]+)}/g, (place, name) => replacements[name] ?? place);
}

const inOurWords = { additionalModules: [{ translate: ["value", translate] }] };
const modeler = new window.DmnJS({
  container: canvas,
  drd: inOurWords,
  decisionTable: inOurWords,
  literalExpression: inOurWords,
});

/** Says that something went wrong; the editor keeps what it has. */
function tell(problem) {
  failed.textContent = `${form.dataset.failed} ${problem.message}`;
  failed.hidden = false;
}

/** A button for the overview and one for each table and formula. */
function showViews() {
  const active = modeler.getActiveView();
  views.replaceChildren(
    ...modeler.getViews().map((view) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = view.type === "drd" ? views.dataset.overview : view.name;
      button.setAttribute("aria-pressed", String(view.element === active?.element));
      button.addEventListener("click", () => modeler.open(view).catch(tell));
      return button;
    }),
  );
}

modeler.on("views.changed", showViews);

try {
  await modeler.importXML(field.value);
  const table = modeler.getViews().find((view) => view.type === "decisionTable");
  if (table) {
    await modeler.open(table);
  }
} catch (problem) {
  tell(problem);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const { xml } = await modeler.saveXML({ format: true });
    field.value = xml;
    form.submit();
  } catch (problem) {
    tell(problem);
  }
});
