"use strict";
/* Ctrl+Enter confirms and leads to the next one, Enter in a line goes to the next field, Alt+arrows to the neighbours; a form is sent once. */
(function () {
  const form = document.getElementById("correction");
  const fields = () => Array.from(form.querySelectorAll("input:not([type=hidden]), select, textarea, button")).filter((field) => field.checkVisibility());
  document.addEventListener("keydown", (event) => {
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      const link = document.querySelector(`a[rel=${event.key === "ArrowLeft" ? "prev" : "next"}]`);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (event.key !== "Enter" || !form) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=confirm]"));
    } else if (!event.defaultPrevented && form.contains(event.target) && event.target.matches("input:not([type=checkbox]):not([type=radio]), select")) {
      event.preventDefault();
      const all = fields(), following = all[all.indexOf(event.target) + 1];
      if (following) following.focus();
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "once";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((sent) => { delete sent.dataset.sent; });
    const wrong = form && form.querySelector("[aria-invalid=true]");
    const first = wrong || (form && fields().find((field) => !field.closest("details:not([open])")));
    if (first && !location.hash) first.focus({ preventScroll: true });
  });
})();
