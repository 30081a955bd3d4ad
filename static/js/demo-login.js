// Demo accounts on the sign-in page: a press fills the form; the reader still presses Masuk.
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill-login]");
    if (!button) return;
    const form = document.querySelector("form[data-login]");
    form.elements.login.value = button.dataset.fillLogin;
    form.elements.password.value = button.dataset.password;
    form.querySelector('[type="submit"]').focus();
  });
})();
