"use strict";
/* The form is sent without leaving the page, and the next point is read ahead, so that it is there at once.
   Whatever is not as expected (session over, no network) is told, and the words stay. */
(function () {
  const FRESH = 60000, RENEW = 25000;
  let ahead = null, isSending = false;
  const form = () => document.getElementById("answer");
  const nextLink = () => document.querySelector(".neighbours a[rel=next]");
  const isAnswering = (doc) => Boolean(doc.querySelector("#main .answer"));

  function tell(words, isWorried, link) {
    const line = document.getElementById("saving");
    if (!line) return;
    line.textContent = words;
    line.classList.toggle("is-worried", Boolean(isWorried));
    if (link) {
      const a = document.createElement("a");
      a.href = link; a.target = "_blank"; a.rel = "noopener"; a.textContent = form().dataset.signIn;
      line.append(" ", a);
    }
  }
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const hasEnded = (answer) => new URL(answer.url).pathname.endsWith("/accounts/login/");

  async function readAhead() {
    const link = nextLink(), url = link && link.getAttribute("href");
    if (!url || (ahead && ahead.url === url && Date.now() - ahead.at < RENEW)) return;
    try {
      const answer = await fetch(url, { credentials: "same-origin" });
      if (!answer.ok || hasEnded(answer)) return;
      const doc = parse(await answer.text());
      if (isAnswering(doc)) ahead = { url, doc, page: document.importNode(doc.querySelector(".page"), true), at: Date.now() };
    } catch { /* no network: the link still leads there */ }
  }
  function show(doc, url, words, made) {
    const page = made || document.importNode(doc.querySelector(".page"), true);
    const isOther = new URL(url, location.href).href !== location.href;
    document.querySelector(".page").replaceWith(page);
    document.title = doc.title;
    if (isOther) history.pushState({ answer: true }, "", url);
    page.dispatchEvent(new CustomEvent("formset:added", { bubbles: true }));
    document.dispatchEvent(new CustomEvent("answer:shown"));
    const wrong = page.querySelector("[role=alert], [aria-invalid=true]");
    if (wrong) { if (!wrong.hasAttribute("tabindex")) wrong.tabIndex = -1; wrong.focus(); wrong.scrollIntoView({ block: "nearest" }); }
    else { document.getElementById("answer-title").focus({ preventScroll: true }); window.scrollTo(0, 0); }
    const said = words || (page.querySelector(".messages") ? page.querySelector(".messages").textContent.trim() : "");
    if (said) { document.getElementById("answer-status").textContent = said; if (words) tell(words); }
    performance.mark("answer:shown");
    ahead = null;
    window.setTimeout(readAhead, 50);
  }
  async function freshToken() {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok || hasEnded(answer)) return false;
    const found = parse(await answer.text()).querySelector("#answer [name=csrfmiddlewaretoken]");
    if (found) document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((each) => { each.value = found.value; });
    return Boolean(found);
  }
  const expired = () => tell(form().dataset.expired, true, `/accounts/login/?next=${encodeURIComponent(location.pathname + location.search)}`);

  async function send(submitter, isSecond) {
    const sent = form(), path = location.pathname;
    const body = new FormData(sent, submitter), link = nextLink();
    const isAhead = body.get("act") === "propose" && ahead && link && ahead.url === link.getAttribute("href") && Date.now() - ahead.at < FRESH;
    const answer = await fetch(submitter && submitter.getAttribute("formaction") || sent.getAttribute("action"),
      { method: "POST", body, credentials: "same-origin", headers: isAhead ? { Accept: "application/json" } : {} });
    if (hasEnded(answer)) return expired();
    if (answer.status === 403) return !isSecond && await freshToken() ? send(submitter, true) : expired();
    if ((answer.headers.get("Content-Type") || "").startsWith("application/json")) {
      const told = await answer.json();
      document.dispatchEvent(new CustomEvent("answer:saved", { detail: path }));
      if (ahead && told.next === ahead.url) show(ahead.doc, told.next, told.words, ahead.page); else location.assign(told.next);
      return undefined;
    }
    const doc = parse(await answer.text());
    if (!isAnswering(doc)) return tell(sent.dataset.offline, true);
    if (answer.redirected) document.dispatchEvent(new CustomEvent("answer:saved", { detail: path }));
    show(doc, answer.redirected ? answer.url : location.href);
    return undefined;
  }

  document.addEventListener("submit", async (event) => {
    if (event.target.id !== "answer") return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    performance.mark("answer:sent");
    tell(form().dataset.saving);
    try { await send(event.submitter); } catch { tell(form().dataset.offline, true); }
    isSending = false;
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".neighbours a[rel=next]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !ahead || ahead.url !== link.getAttribute("href")) return;
    if (Date.now() - ahead.at > FRESH) return;
    event.preventDefault();
    performance.mark("answer:sent");
    show(ahead.doc, ahead.url, "", ahead.page);
  });
  document.addEventListener("input", readAhead);
  document.addEventListener("change", readAhead);
  window.addEventListener("popstate", () => location.reload());
  window.addEventListener("load", () => window.setTimeout(readAhead, 50));
})();
