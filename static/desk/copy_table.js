"use strict";
/* Copies a table as a table, so that it stays one in Word; the button appears only where this runs. */
(function () {
  async function copy(node) {
    try {
      const html = new Blob([node.innerHTML], { type: "text/html" }), plain = new Blob([node.innerText], { type: "text/plain" });
      await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
      return true;
    } catch {
      // No clipboard without https: the table is selected, so that Ctrl+C takes it.
      const selection = window.getSelection();
      selection.selectAllChildren(node);
      return document.execCommand("copy");
    }
  }
  for (const button of document.querySelectorAll("button[data-copy-table]")) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (!(await copy(document.getElementById(button.dataset.copyTable)))) return;
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = words; }, 3000);
    });
  }
})();
