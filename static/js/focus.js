// Where the eye must go first: an error summary takes the focus on load and after an htmx swap.
(() => {
  function settle(root) {
    const first = root.querySelector("[data-focus]");
    if (first && !document.querySelector("dialog[open]")) first.focus();
  }
  settle(document);
  document.addEventListener("htmx:afterSettle", (event) => settle(event.target));
})();
