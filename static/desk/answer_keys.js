"use strict";
/* The keys of the answering screen; those of one letter can be switched off, and do nothing while somebody types. */
(function () {
  const OFF = "answering:keys-off";
  let pending = "";
  const isOff = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };
  const find = (selector) => document.querySelector(selector);
  const press = (selector) => { const found = find(selector); if (found) found.click(); return Boolean(found); };

  function dress() {
    document.documentElement.classList.toggle("keys-off", isOff());
    const button = document.getElementById("shortcuts"), heir = document.getElementById("take-heir");
    if (button) { button.hidden = false; button.textContent = isOff() ? button.dataset.on : button.dataset.off; }
    if (heir) heir.hidden = find("#resulting").value === heir.dataset.take;
  }
  function focus(selector) { const found = find(selector); if (found) found.focus(); return Boolean(found); }
  function decide(number) {
    const radio = find(`#answer [name=decision][data-key="${number}"]`);
    if (!radio || radio.matches(":disabled")) return false;
    radio.focus();
    radio.click();
    const heir = document.getElementById("take-heir");
    if ("names" in radio.dataset && heir && !heir.hidden && !find("#resulting").value) heir.focus();
    return true;
  }
  function open(selector, field) { const found = find(selector); if (found) { found.open = true; focus(field); } return Boolean(found); }
  function plain(key) {
    const before = pending;
    pending = "";
    if (/^[0-9]$/.test(key)) return before ? press(`[data-${before}="${key}"]`) : decide(key);
    switch (key.toLowerCase()) {
      case "g": pending = "join"; return true;
      case "x": pending = "leave"; return true;
      case "p": return focus("#resulting");
      case "r": return focus("#reason");
      case "s": document.dispatchEvent(new CustomEvent("answer:snippets")); return true;
      case "e": return open("#unit", "#unit_text");
      case "d": return press("a[data-key=d]");
      case "?": { const keys = find("#keys"); keys.open = !keys.open; if (keys.open) focus("#keys summary"); return true; }
      default: return false;
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || !find("#answer")) return;
    const isTyping = event.target.matches("textarea, select, input:not([type=radio])");
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key === "Enter") { event.preventDefault(); press("#answer button[value=propose]"); }
    else if (isControl && event.key.toLowerCase() === "s") { event.preventDefault(); press("#answer .answer-acts button[value=save]"); }
    else if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      if (press(`.neighbours a[rel=${event.key === "ArrowLeft" ? "prev" : "next"}]`)) event.preventDefault();
    } else if (event.key === "Escape" && isTyping) event.target.blur();
    else if (event.key === "Enter" && event.target.id === "resulting") { event.preventDefault(); focus("#reason"); }
    else if (!isTyping && !isControl && !event.altKey && !isOff() && plain(event.key)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const heir = event.target.closest("#take-heir");
    if (heir) {
      const field = document.getElementById("resulting");
      field.value = heir.dataset.take;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      focus("#reason");
      heir.hidden = true;
    }
    if (event.target.closest("#shortcuts")) {
      try { if (isOff()) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1"); } catch { /* cannot be kept here */ }
      dress();
    }
  });
  document.addEventListener("input", (event) => { if (event.target.id === "resulting") dress(); });
  document.addEventListener("answer:shown", dress);
  dress();
})();
