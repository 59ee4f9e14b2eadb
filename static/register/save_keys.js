"use strict";
/* Ctrl+Enter saves from any field, with the first button; a form is sent once however often it is asked. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest("form");
  const button = form && form.querySelector(".submit-row input[type=submit]");
  if (button) { event.preventDefault(); form.requestSubmit(button); }
});
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "once";
  window.setTimeout(() => { delete event.target.dataset.sent; }, 4000);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
});
