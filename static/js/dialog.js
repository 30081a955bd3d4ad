// Native dialogs: data-dialog-open="id" opens, data-dialog-close closes, a press outside closes,
// data-open-now opens on load (a PIN sheet with an error). Focus returns to the opener by itself.
// Also: details[data-open-wide] start open on wide screens, open menus close on a press elsewhere or Esc.
(() => {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog-open]");
    const dialog = opener && document.getElementById(opener.dataset.dialogOpen);
    if (dialog && dialog.showModal) {
      event.preventDefault();
      dialog.showModal();
    }
    const closer = event.target.closest("[data-dialog-close]");
    if (closer) closer.closest("dialog").close();
    if (event.target.matches("dialog")) event.target.close();
    document.querySelectorAll("details.usermenu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.usermenu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.querySelectorAll("dialog[data-open-now]").forEach((dialog) => {
    dialog.close();
    dialog.showModal();
  });
  if (matchMedia("(min-width: 1021px)").matches) {
    document.querySelectorAll("details[data-open-wide]").forEach((details) => { details.open = true; });
  }
})();
