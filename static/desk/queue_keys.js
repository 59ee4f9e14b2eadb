"use strict";
/* A list worked with keys: J and K (inside it the arrows too) move the row in focus, Enter opens it, X chooses it; other keys
   press what carries them in data-key; ? shows the keys. Whoever does not want them switches them off on this machine. */
(function () {
  const STORE = "kyyeu:keys";
  const help = document.getElementById("keys"), off = document.getElementById("keys-off");
  let isOff = false;
  try { isOff = localStorage.getItem(STORE) === "off"; } catch { /* no storage: the keys stay on */ }

  function show() { document.body.classList.toggle("keys-off", isOff); if (off) off.checked = isOff; }
  function rows() { return Array.from(document.querySelectorAll("[data-row]")); }
  function current() { const row = document.activeElement && document.activeElement.closest("[data-row]"); return row || null; }
  function go(step) {
    const all = rows(), at = all.indexOf(current());
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); }
  }
  function choose() {
    const row = current(), box = row && row.querySelector("input[type=checkbox]");
    if (box) box.click();
    if (row) row.focus({ preventScroll: true });
    return Boolean(box);
  }
  function press(target) {
    if (target.matches("details")) {
      target.open = true;
      const field = target.querySelector("select, input:not([type=hidden]):not([type=checkbox])");
      if (field) field.focus();
    } else if (target.matches("input")) {
      target.focus();
    } else {
      target.click();
    }
  }
  function isTyping(node) { return node.isContentEditable || node.matches("textarea, select, input:not([type=checkbox]):not([type=radio])"); }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isOff) return;
    const key = event.key.toLowerCase();
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const isInside = Boolean(current());
    if (key === "j" || (event.key === "ArrowDown" && isInside)) go(1);
    else if (key === "k" || (event.key === "ArrowUp" && isInside)) go(-1);
    else if (key === "x") { if (!choose()) return; }
    else if (event.key === "Enter" && event.target.matches("[data-row]")) {
      const link = event.target.querySelector("[data-open]");
      if (link) link.click();
    } else if (event.key === "?" && help) help.open = !help.open;
    else {
      const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (!target) return;
      press(target);
    }
    event.preventDefault();
  });
  if (off) {
    off.closest("[data-keys-switch]").hidden = false;
    off.addEventListener("change", () => {
      isOff = off.checked;
      try { if (isOff) localStorage.setItem(STORE, "off"); else localStorage.removeItem(STORE); } catch { /* for this page only */ }
      show();
    });
  }
  show();
})();
