/* <time datetime data-relative> stays true while the page is open; its title holds the full moment. */
const language = document.documentElement.lang || "nl-BE";
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function update() {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
    // After a week a date says more than a number of days; the server wrote it.
    if (Math.abs(seconds) > 7 * 86_400) continue;
    time.title ||= time.textContent;
    const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) || ["minute", 60];
    time.textContent = relative.format(Math.round(seconds / size), unit);
  }
}

export function startTimes() {
  update();
  setInterval(update, 30_000);
  document.addEventListener("htmx:afterSettle", update);
}
