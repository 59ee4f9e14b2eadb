"use strict";
/* What is typed into the form of a span is kept on this machine until it was saved: it survives a session that ends, a
   lost connection and a closed window, and comes back after signing in again. */
(function () {
  const form = document.getElementById("span"), page = document.querySelector(".split"), status = document.getElementById("keeping");
  if (!form || !page) return;
  const NAMES = ["start", "end", "kind", "place", "theme", "wording", "summary", "reason"];
  const about = form.elements.point ? form.elements.point.value : "new";
  const keyOf = (what) => `splitting:${page.dataset.owner}:${location.pathname}:${what}`;
  const values = () => Object.fromEntries(NAMES.map((name) => [name, form.elements[name] ? form.elements[name].value : ""]));
  const asServed = JSON.stringify(values());

  function keep() {
    try {
      const now = JSON.stringify(values());
      if (now === asServed) return;
      localStorage.setItem(keyOf(about), now);
      status.textContent = status.dataset.kept;
    } catch { /* storage is full or switched off: the page itself still holds the words */ }
  }
  function restore() {
    let found = null;
    try { found = JSON.parse(localStorage.getItem(keyOf(about)) || "null"); } catch { return; }
    if (!found || JSON.stringify(found) === asServed) return;
    NAMES.forEach((name) => {
      const field = form.elements[name];
      if (!field) return;
      if (field.tagName === "SELECT" && found[name] && !Array.from(field.options).some((each) => each.value === found[name])) field.add(new Option(`… ${found[name]}`, found[name]), 1);
      field.value = found[name];
    });
    document.getElementById("form").open = true;
    status.textContent = status.dataset.restored;
  }

  if (page.dataset.done) {
    try { localStorage.removeItem(keyOf(page.dataset.done)); } catch { /* nothing was kept */ }
    const address = new URL(location.href);
    address.searchParams.delete("done");
    history.replaceState(null, "", address);
  }
  // A form that came back refused holds what was typed; one that was opened for something else is left as it is.
  const isForNew = about === "new" && /[?&](proposal|from|removed)=/.test(location.search);
  if (!form.querySelector(".errors, [aria-invalid=true]") && !isForNew) restore();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  window.addEventListener("pagehide", keep);
})();
