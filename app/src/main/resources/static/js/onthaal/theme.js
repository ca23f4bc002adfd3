/*
 * Preferences that show at once: a form with data-preference="theme" (or "keys") holds radio buttons
 * of that name. The choice goes to <html data-theme> and to the server, which renders it next time;
 * without script the form has a button and posts itself.
 */
import { post } from "./requests.js";

export function startTheme() {
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-preference]");
    if (!form) return;
    const data = new FormData(form);
    const name = form.dataset.preference;
    const value = data.get(name);
    if (value) document.documentElement.dataset[name] = value;
    else delete document.documentElement.dataset[name];
    post(form.action, new URLSearchParams(data));
  });
}
