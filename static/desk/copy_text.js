// Copies a text that stands on the page: the buttons appear only where this runs.
"use strict";
(() => {
  async function copy(text, node) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard without https: the text is selected, so that Ctrl+C takes it.
      const range = document.createRange();
      range.selectNodeContents(node);
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return document.execCommand("copy");
    }
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const node = document.getElementById(button.dataset.copy);
      if (node && (await copy(node.textContent.trim(), node))) {
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = words; }, 2000);
      }
    });
  }
})();
