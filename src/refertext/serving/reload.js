// While “refertext serve” runs: reloads the page when the site was built again, and says what is wrong.
"use strict";

(() => {
  const version = document.currentScript.dataset.version;
  let stream = null;
  let banner = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function hide() {
    banner?.remove();
    banner = null;
  }

  function trouble(one) {
    const made = element("li", "", "");
    made.append(element("p", "refertext-message", one.message));
    if (one.place) made.append(element("p", "refertext-place", one.place));
    if (one.help) made.append(element("p", "refertext-help", `What to do: ${one.help}`));
    return made;
  }

  function show(told) {
    hide();
    if (!told.heading) return;
    banner = element("aside", "refertext-banner", "");
    banner.setAttribute("role", "status");
    banner.setAttribute("aria-label", "What is wrong");
    const button = element("button", "refertext-hide", "Hide");
    button.type = "button";
    button.addEventListener("click", hide);
    const list = element("ul", "", "");
    list.append(...told.troubles.map(trouble));
    banner.append(button, element("p", "refertext-heading", told.heading), list);
    if (told.more) banner.append(element("p", "", `… and ${told.more} more: “refertext check” tells all.`));
    document.body.append(banner);
  }

  function stop() {
    stream?.close();
    stream = null;
  }

  // A page that nobody sees does not listen: a browser keeps only six connections to one place.
  function listen() {
    if (stream || document.visibilityState !== "visible") return;
    stream = new EventSource("/_refertext/changes");
    stream.addEventListener("message", (event) => {
      const told = JSON.parse(event.data);
      if (told.version === version) return show(told);
      stop();
      location.reload();
    });
  }

  const look = document.createElement("link");
  look.rel = "stylesheet";
  look.href = "/_refertext/reload.css";
  document.head.append(look);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? listen() : stop()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();
})();
