"use strict";
/* Writing a unit: it saves by itself after a pause, says when it last saved, and keeps on this machine what could not be
   sent (session over, no network), to send it later. Ctrl+S saves at once, Alt+arrows go to the neighbours, ? shows the keys. */
(function () {
  const form = document.getElementById("write");
  if (!form) return;
  const text = form.elements.text, note = form.elements.change_note, stamp = form.elements.stamp;
  const status = document.getElementById("saving"), redline = document.getElementById("redline"), place = document.getElementById("conflict");
  const key = `writing:${form.dataset.owner}:${location.pathname}`;
  const PAUSE = 1200, AGAIN = 15000;
  let saved = text.value + "\u0000" + note.value, timer = 0, isSending = false, isConflict = Boolean(place.firstElementChild);
  if (text.readOnly) return;

  const now = () => text.value + "\u0000" + note.value;
  const isDirty = () => now() !== saved;
  function tell(words, isWorried, link) {
    if (!status) return;
    status.textContent = words;
    status.classList.toggle("is-worried", Boolean(isWorried));
    if (link) {
      const a = document.createElement("a");
      a.href = link; a.target = "_blank"; a.rel = "noopener"; a.textContent = form.dataset.signIn;
      status.append(" ", a);
    }
  }
  function keep() {
    try {
      if (isDirty()) localStorage.setItem(key, JSON.stringify({ text: text.value, note: note.value, stamp: stamp.value }));
      else localStorage.removeItem(key);
    } catch { /* storage is full or switched off: the page itself still holds the words */ }
  }
  function soon(wait) { window.clearTimeout(timer); timer = window.setTimeout(save, wait); }
  async function freshToken() {
    const answer = await fetch(location.pathname, { credentials: "same-origin", redirect: "manual" });
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#write [name=csrfmiddlewaretoken]");
    if (found) document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((each) => { each.value = found.value; });
    return Boolean(found);
  }
  async function save(isSecond) {
    window.clearTimeout(timer);
    if (isSending || isConflict || !isDirty()) return;
    const sent = now();
    isSending = true;
    tell(form.dataset.saving);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual" });
      const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
      if (answer.type === "opaqueredirect" || (!isJson && answer.status !== 403 && answer.status < 500)) {
        tell(form.dataset.expired, true, `/accounts/login/?next=${encodeURIComponent(location.pathname)}`);
        soon(AGAIN);
      } else if (answer.status === 403 && !isJson) {
        isSending = false;
        if (isSecond !== true && await freshToken()) { await save(true); return; }
        tell(form.dataset.expired, true, `/accounts/login/?next=${encodeURIComponent(location.pathname)}`);
        soon(AGAIN);
      } else if (!isJson) {
        tell(form.dataset.offline, true);
        soon(AGAIN);
      } else {
        take(await answer.json(), sent);
      }
    } catch {
      tell(form.dataset.offline, true);
      soon(AGAIN);
    }
    isSending = false;
    keep();
    if (!isConflict && isDirty() && status && !status.classList.contains("is-worried")) soon(PAUSE);
  }
  function parse(html) { return new DOMParser().parseFromString(html, "text/html").body.childNodes; }
  function take(told, sent) {
    tell(told.words, told.state !== "saved");
    if (told.state === "saved") {
      saved = sent;
      stamp.value = told.stamp;
      document.querySelectorAll("form input[name=stamp]").forEach((each) => { each.value = told.stamp; });
      redline.replaceChildren(...parse(told.redline));
      mark(told.change);
    } else if (told.state === "conflict") {
      isConflict = true;
      place.replaceChildren(...parse(told.conflict));
      place.scrollIntoView({ block: "nearest" });
    }
  }
  function mark(change) {
    const line = document.querySelector(".unit-list a[aria-current]")?.closest("li");
    if (!line) return;
    line.classList.remove("unit-changed", "unit-new", "unit-renumbered");
    if (change) line.classList.add(`unit-${change}`);
    line.querySelector(".unit-mark").textContent = { new: "+", changed: "●", renumbered: "#" }[change] || "";
  }

  form.addEventListener("input", () => { keep(); if (!isConflict) { tell(form.dataset.typing); soon(PAUSE); } });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const kept = event.submitter && event.submitter.dataset.keep;
    if (kept) { stamp.value = kept; isConflict = false; place.replaceChildren(); saved = null; }
    save();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-drop]")) { saved = now(); keep(); }
  });
  window.addEventListener("online", () => save());
  window.addEventListener("focus", () => { if (isDirty()) save(); });
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  async function leave(event, link) {
    if (!isDirty() || isConflict) return;
    event.preventDefault();
    await save();
    location.assign(link.href);
  }
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isTyping = event.target.matches("textarea, input:not([type=radio])");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); save(); }
    else if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      const link = document.querySelector(`.neighbours a[rel=${event.key === "ArrowLeft" ? "prev" : "next"}]`);
      if (link) { event.preventDefault(); link.click(); }
    } else if (event.key === "Escape" && isTyping) event.target.blur();
    else if (event.key === "?" && !isTyping) {
      const keys = document.getElementById("keys");
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".neighbours a, .unit-list a");
    if (link) leave(event, link);
  });

  try {
    const found = JSON.parse(localStorage.getItem(key) || "null");
    if (found && found.text + "\u0000" + found.note !== saved) {
      text.value = found.text; note.value = found.note; stamp.value = found.stamp;
      tell(form.dataset.restored);
      soon(PAUSE);
    } else localStorage.removeItem(key);
  } catch { /* nothing was kept */ }
  const contents = document.querySelector(".write-contents"), current = contents?.querySelector("a[aria-current]");
  if (current) contents.scrollTop += current.getBoundingClientRect().top - contents.getBoundingClientRect().top - contents.clientHeight / 3;
})();
