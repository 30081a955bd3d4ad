// A form is sent once: the second press within the same page does nothing, and the button says that it is working.
// A button with aria-disabled never acts: the reason stands beside it.
(() => {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented || form.hasAttribute("data-again")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter;
    // Disabling it now would drop its own name and value from what is sent.
    if (button) setTimeout(() => button.setAttribute("aria-disabled", "true"), 0);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest('[aria-disabled="true"]')) event.preventDefault();
  });
  function again(root) {
    root.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll('[type="submit"][aria-disabled]').forEach((button) => button.removeAttribute("aria-disabled"));
    });
  }
  window.addEventListener("pageshow", (event) => { if (event.persisted) again(document); });
  document.addEventListener("htmx:afterRequest", () => again(document));
})();
