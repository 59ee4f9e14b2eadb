"use strict";
/* What is typed on the answering screen is kept on this machine until it is saved: a session that ends loses not a character. */
(function () {
  const WORDS = ["reason", "resulting", "addendum", "unit_text", "unit_note"];
  const READ = ["response", "version", "read_addendum", "answer_print", "unit", "stamp", "unit_print"];
  let before = "", form = null;
  const place = () => `answering:${form.dataset.owner}:${location.pathname}`;
  const value = (name) => (form.elements[name] ? form.elements[name].value : "");
  const typed = () => JSON.stringify([value("decision"), ...WORDS.map(value)]);

  function keep() {
    if (!form) return;
    try {
      if (typed() === before) { localStorage.removeItem(place()); return; }
      const kept = Object.fromEntries(["decision", ...WORDS, ...READ].map((name) => [name, value(name)]));
      localStorage.setItem(place(), JSON.stringify(kept));
      tell(form.dataset.kept);
    } catch { /* storage is full or switched off: the page itself still holds the words */ }
  }
  function tell(words) {
    const line = document.getElementById("saving");
    if (line && line.textContent !== words && !line.classList.contains("is-worried")) line.textContent = words;
  }
  function restore() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(place()) || "null"); } catch { /* nothing was kept */ }
    if (!kept) return;
    const isOther = kept.unit !== value("unit");
    for (const name of ["decision", ...WORDS, ...READ]) {
      if (!form.elements[name] || (isOther && /^(unit|stamp)/.test(name))) continue;
      form.elements[name].value = kept[name];
    }
    if (typed() === before) { localStorage.removeItem(place()); return; }
    const unit = document.getElementById("unit");
    if (unit && !isOther && kept.unit_text !== form.elements.unit_text.defaultValue) unit.open = true;
    const addendum = form.elements.addendum.closest("details");
    if (addendum && form.elements.addendum.value) addendum.open = true;
    tell(form.dataset.restored);
  }
  function begin() {
    form = document.getElementById("answer");
    if (!form || !form.querySelector("button[value=propose]")) { form = null; return; }
    before = "unsaved" in form.dataset ? "" : typed();
    if ("unsaved" in form.dataset) keep(); else restore();
  }

  const isOurs = (event) => form && (event.target.form === form);
  document.addEventListener("input", (event) => { if (isOurs(event)) keep(); });
  document.addEventListener("change", (event) => { if (isOurs(event)) keep(); });
  window.addEventListener("pagehide", keep);
  document.addEventListener("answer:saved", (event) => {
    try { localStorage.removeItem(`answering:${form ? form.dataset.owner : ""}:${event.detail}`); } catch { /* as above */ }
    form = null;
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-drop]") || !form) return;
    try { localStorage.removeItem(place()); } catch { /* as above */ }
    form = null;
  });
  document.addEventListener("answer:shown", begin);
  begin();
})();
