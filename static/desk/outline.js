"use strict";
/* In the outline: the keys beside the acts work while a provision has the focus, Enter opens it; Ctrl+Z takes a step back. */
(function () {
  const bar = document.getElementById("mend");
  const press = (form, button) => { if (!button.disabled) form.requestSubmit(button); };
  document.addEventListener("keydown", (event) => {
    if (!bar || event.isComposing) return;
    const line = event.target.matches("input[name=provision]") && event.target.closest(".outline-line");
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.target.matches("textarea, input:not([type=radio])")) {
      const step = { z: "undo", y: "redo" }[event.key.toLowerCase()];
      const form = step && document.getElementById(step);
      if (form) { event.preventDefault(); press(form, form.querySelector("button")); }
      return;
    }
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      line.querySelector("a").click();
      return;
    }
    const button = Array.from(bar.querySelectorAll("[data-key]")).find((each) => each.dataset.key.toLowerCase() === event.key.toLowerCase());
    if (button) { event.preventDefault(); press(bar, button); }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "once";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((sent) => { delete sent.dataset.sent; });
    const chosen = document.querySelector("input[name=provision]:checked");
    if (chosen) { chosen.focus({ preventScroll: true }); chosen.closest(".outline-line").scrollIntoView({ block: "center" }); }
  });
})();
