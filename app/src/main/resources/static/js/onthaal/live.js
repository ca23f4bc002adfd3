/*
 * Live pages. <body data-live-url="/live?topics=…"> opens a stream; a message "refresh" with topics
 * (separated by spaces) makes every [data-live-topic~=topic] fetch itself again through htmx
 * (hx-get, hx-trigger="onthaal:live"). The stream carries no data: rights are checked on fetching.
 */
const waiting = new Set();

/* Never pull a field away from under somebody's fingers. */
function inUse(element) {
  const active = document.activeElement;
  return element.contains(active) && active.matches("input, textarea, select, [contenteditable]");
}

function refresh(element) {
  if (inUse(element) || document.hidden) waiting.add(element);
  else element.dispatchEvent(new CustomEvent("onthaal:live"));
}

function release() {
  for (const element of [...waiting]) {
    if (!element.isConnected) waiting.delete(element);
    else if (!inUse(element) && !document.hidden) {
      waiting.delete(element);
      refresh(element);
    }
  }
}

export function refreshTopics(topics) {
  for (const topic of topics.trim().split(/\s+/)) {
    document.querySelectorAll(`[data-live-topic~="${CSS.escape(topic)}"]`).forEach(refresh);
  }
}

export function startLive() {
  document.addEventListener("focusout", () => setTimeout(release));
  document.addEventListener("visibilitychange", release);
  // The answer to an action may name topics itself: HX-Trigger {"onthaal:refresh": {"topic": "…"}}
  document.addEventListener("onthaal:refresh", (event) => refreshTopics(event.detail.topic));

  const url = document.body.dataset.liveUrl;
  if (!url) return;
  let stream;
  let lost = false;
  const connect = () => {
    stream = new EventSource(url);
    stream.addEventListener("refresh", (event) => refreshTopics(event.data));
    stream.addEventListener("error", () => {
      lost = true;
    });
    stream.addEventListener("open", () => {
      // What was missed while the line was down is fetched once.
      if (lost) document.querySelectorAll("[data-live-topic]").forEach(refresh);
      lost = false;
    });
  };
  connect();
  // A page kept in the back-forward cache must not hold a connection.
  window.addEventListener("pagehide", () => stream.close());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      lost = true;
      connect();
    }
  });
}
