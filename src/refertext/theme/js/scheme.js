// Light or dark, before anything is shown: as the visitor chose on an earlier page, else as their system says.
(() => {
  let chosen = "";
  try {
    chosen = localStorage.getItem("scheme") ?? "";
  } catch {
    // storage may be refused; then the system decides
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
})();
