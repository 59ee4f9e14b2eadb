"use strict";
/* Files dropped anywhere, chosen, or pasted are sent one by one: progress for each, again after a broken line, told when refused.
   What was sent is in the table, whatever becomes of this page. */
(function () {
  const zone = document.getElementById("drop-zone");
  if (!zone) return;
  const words = zone.dataset, picker = document.getElementById("drop-files"), folder = document.getElementById("drop-folder");
  const list = zone.querySelector(".drop-queue"), status = zone.querySelector(".drop-progress"), veil = zone.querySelector(".drop-veil");
  const WAITS = [1000, 2000, 4000, 8000, 15000, 30000];
  const queue = [];
  let token = zone.elements.form_token.value, isSending = false, done = 0, all = 0;

  function fresh() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  function line(name) {
    const item = document.createElement("li"), label = document.createElement("span"), bar = document.createElement("progress"), told = document.createElement("span");
    label.className = "drop-name";
    label.textContent = name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", name);
    told.className = "drop-told";
    told.textContent = words.waiting;
    item.append(label, bar, told);
    list.append(item);
    list.hidden = false;
    return { item, bar, told };
  }
  function tell(entry, text, state) {
    entry.told.textContent = text;
    entry.item.dataset.state = state;
  }
  function overall() {
    status.hidden = !all;
    status.firstElementChild.textContent = words.overall.replace("%1", done).replace("%2", all);
  }
  function add(files) {
    const sorted = files.filter(({ path }) => !/(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(path))
      .sort((a, b) => a.path.localeCompare(b.path, "vi", { numeric: true }));
    if (!isSending && sorted.length) {
      if (done) token = fresh();
      list.replaceChildren();
      done = all = 0;
    }
    for (const { file, path } of sorted) {
      const entry = { file, path, tries: 0, ...line(path) };
      all += 1;
      if (file.size > Number(words.largest)) fail(entry, words.tooLarge, false);
      else queue.push(entry);
    }
    overall();
    if (!isSending) next();
  }
  function fail(entry, text, mayRetry) {
    tell(entry, text, "failed");
    entry.bar.hidden = true;
    if (!mayRetry) return;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button-plain";
    again.textContent = words.retry;
    again.addEventListener("click", () => {
      again.remove();
      entry.bar.hidden = false;
      entry.tries = 0;
      queue.push(entry);
      if (!isSending) next();
    });
    entry.told.append(" ", again);
  }
  function next() {
    const entry = queue.shift();
    isSending = Boolean(entry);
    overall();
    if (entry) send(entry);
    else document.dispatchEvent(new CustomEvent("intake:sent"));
  }
  function send(entry) {
    const form = new FormData(), request = new XMLHttpRequest();
    form.append("csrfmiddlewaretoken", zone.elements.csrfmiddlewaretoken.value);
    form.append("form_token", token);
    form.append("path", entry.path);
    form.append("files", entry.file, entry.file.name);
    request.open("POST", zone.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) entry.bar.value = event.loaded / event.total; });
    request.addEventListener("load", () => answered(entry, request));
    request.addEventListener("error", () => again(entry));
    request.addEventListener("timeout", () => again(entry));
    tell(entry, words.sending, "sending");
    request.send(form);
  }
  function answered(entry, request) {
    let told = null;
    try { told = JSON.parse(request.responseText).files[0]; } catch { /* not ours: told below */ }
    if (!told) {
      if (request.status >= 500) { again(entry); return; }
      fail(entry, words.signedOut, true);
    } else if (request.status === 200) {
      done += 1;
      entry.bar.value = 1;
      tell(entry, told.reason ? `${words.sent}. ${told.reason} ${told.remedy}` : words.sent, told.reason ? "told" : "sent");
      document.dispatchEvent(new CustomEvent("intake:sent"));
    } else {
      fail(entry, `${told.reason} ${told.remedy}`, request.status === 507 || request.status === 409);
      if (request.status === 409) token = fresh();
    }
    next();
  }
  function again(entry) {
    const wait = WAITS[entry.tries];
    entry.tries += 1;
    if (wait === undefined) { fail(entry, words.unsent, true); next(); return; }
    tell(entry, words.again, "again");
    window.setTimeout(() => send(entry), wait);
  }
  async function inside(entry, path) {
    if (entry.isFile) return new Promise((take) => entry.file((file) => take([{ file, path: path + file.name }]), () => take([])));
    const reader = entry.createReader(), found = [];
    for (;;) {
      const part = await new Promise((take) => reader.readEntries(take, () => take([])));
      if (!part.length) return found;
      for (const each of part) found.push(...await inside(each, `${path}${entry.name}/`));
    }
  }
  async function taken(transfer) {
    const entries = Array.from(transfer.items || [], (item) => item.kind === "file" && item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const plain = Array.from(transfer.files, (file) => ({ file, path: file.name }));
    if (!entries.some((entry) => entry.isDirectory)) { add(plain); return; }
    const found = await Promise.all(entries.map((entry) => inside(entry, "")));
    add(found.flat());
  }
  function hasFiles(event) { return event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files"); }

  zone.classList.add("is-scripted");
  zone.querySelector(".drop-folder").hidden = !("webkitdirectory" in folder);
  for (const input of [picker, folder]) {
    input.addEventListener("change", () => {
      add(Array.from(input.files, (file) => ({ file, path: file.webkitRelativePath || file.name })));
      input.value = "";
    });
  }
  zone.addEventListener("submit", (event) => { event.preventDefault(); picker.click(); });
  document.addEventListener("dragover", (event) => { if (hasFiles(event)) { event.preventDefault(); veil.hidden = false; } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) veil.hidden = true; });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    veil.hidden = true;
    taken(event.dataTransfer);
  });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData && event.clipboardData.files.length) { event.preventDefault(); taken(event.clipboardData); }
  });
  window.addEventListener("beforeunload", (event) => { if (isSending) event.preventDefault(); });
})();
