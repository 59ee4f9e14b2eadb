"use strict";
/* The button says how many will be registered; the numbers run through the chosen rows only; Ctrl+Enter registers; a form is sent once. */
(function () {
  const form = document.getElementById("register"), place = document.getElementById("intake-status");
  if (!form || !place) return;
  const button = form.querySelector("button"), words = button.firstChild;

  function boxes() { return Array.from(place.querySelectorAll("input[name=id]")); }
  function count() {
    const all = boxes(), chosen = all.filter((box) => box.checked);
    words.textContent = (chosen.length === 0 ? button.dataset.none : chosen.length === 1 ? button.dataset.one : button.dataset.many.replace("%s", chosen.length)) + " ";
    button.disabled = !chosen.length;
    let number = Number(place.firstElementChild.dataset.next);
    all.forEach((box) => {
      const row = box.closest("tr"), cell = row.querySelector(".proposed");
      row.classList.toggle("left-out", !box.checked);
      if (!cell || "annex" in box.dataset) return;
      cell.textContent = box.checked ? String(number) : "–";
      if (box.checked) number += 1;
    });
    const whole = place.querySelector("[data-choose-all]");
    if (whole) {
      whole.hidden = false;
      whole.checked = chosen.length === all.length;
      whole.indeterminate = chosen.length > 0 && chosen.length < all.length;
    }
  }
  place.addEventListener("change", (event) => {
    if (event.target.matches("[data-choose-all]")) boxes().forEach((box) => { box.checked = event.target.checked; });
    count();
  });
  document.addEventListener("intake:renewed", count);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !button.disabled) { event.preventDefault(); form.requestSubmit(button); }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id === "drop-zone") return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "once";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((sent) => { delete sent.dataset.sent; });
    count();
  });
})();
