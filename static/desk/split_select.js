"use strict";
/* Words that are marked, with the mouse or by keys, become the span of the form. Offsets count code points of the text;
   a span is whole words. */
(function () {
  const text = document.querySelector(".split-text"), form = document.getElementById("span");
  if (!text || !form) return;
  const paragraphs = Array.from(text.querySelectorAll(".split-words"));
  const isWord = (sign) => /[\p{L}\p{N}\p{M}]/u.test(sign || "");
  const count = (words) => Array.from(words).length;

  /* Where a place in the page is in the text, in UTF-16 units of its paragraph. */
  function unitsBefore(paragraph, node, offset) {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  }
  function paragraphOf(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element && element.closest(".split-words");
  }
  /* The marked words as [paragraph, unit] twice, snapped to whole words; null where nothing of the text is marked. */
  function marked() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const touched = paragraphs.filter((each) => range.intersectsNode(each));
    if (!touched.length) return null;
    const first = touched[0], last = touched[touched.length - 1];
    let start = paragraphOf(range.startContainer) === first ? unitsBefore(first, range.startContainer, range.startOffset) : 0;
    let end = paragraphOf(range.endContainer) === last ? unitsBefore(last, range.endContainer, range.endOffset) : last.textContent.length;
    const opening = first.textContent, closing = last.textContent;
    while (start > 0 && isWord(opening[start]) && isWord(opening[start - 1])) start -= 1;
    while (end < closing.length && isWord(closing[end - 1]) && isWord(closing[end])) end += 1;
    if (first === last && !opening.slice(start, end).trim()) return null;
    return { first, start, last, end };
  }
  const offset = (paragraph, unit) => Number(paragraph.dataset.start) + count(paragraph.textContent.slice(0, unit));

  function choose(select, value, words) {
    let option = Array.from(select.options).find((each) => each.value === String(value));
    if (!option) {
      option = new Option(words, value);
      select.add(option, 1);
    }
    select.value = String(value);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  /* Put the marked words into the form; tells whether there were any. */
  function take() {
    const span = marked();
    if (!span) return false;
    const opening = span.first.textContent.slice(span.start).trim().slice(0, 50), closing = span.last.textContent.slice(0, span.end).trim().slice(-50);
    choose(form.elements.start, offset(span.first, span.start), `${opening}…`);
    choose(form.elements.end, offset(span.last, span.end), `…${closing}`);
    return true;
  }
  function open() {
    document.getElementById("form").open = true;
    (form.querySelector("[name=kind]:checked") || form.querySelector("[name=kind]")).focus();
  }

  /* Keys: the words are marked from the first open ones of the paragraph on. */
  const stops = { word: /[\p{L}\p{N}\p{M}]+/gu, sentence: /[^.?!…;:\n]+[.?!…;:]*[)\]”"»]*/gu };
  function edges(words, by) { return Array.from(words.matchAll(stops[by]), (found) => [found.index, found.index + found[0].length]); }
  function begin(note) {
    const from = note && Number(note.dataset.start);
    const paragraph = note ? note.closest(".split-paragraph").querySelector(".split-words") : paragraphs[0];
    let unit = 0;
    if (note) unit = Array.from(paragraph.textContent).slice(0, Math.max(0, from - Number(paragraph.dataset.start))).join("").length;
    return { paragraph, start: unit, end: unit };
  }
  let held = null;
  function draw() {
    const place = (unit) => {
      const walker = document.createTreeWalker(held.paragraph, NodeFilter.SHOW_TEXT);
      let left = unit;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (left <= node.length) return [node, left];
        left -= node.length;
      }
      return [held.paragraph, held.paragraph.childNodes.length];
    };
    const selection = window.getSelection();
    selection.setBaseAndExtent(...place(held.start), ...place(held.end));
    held.paragraph.scrollIntoView({ block: "nearest" });
  }
  function extend(by, isForward, movesStart) {
    const span = marked();
    if (!held || !span) held = begin(document.activeElement.closest(".split-note"));
    const all = edges(held.paragraph.textContent, by);
    if (movesStart) {
      const starts = all.map(([start]) => start).filter((start) => start < held.end);
      const next = isForward ? starts.find((start) => start > held.start) : starts.reverse().find((start) => start < held.start);
      if (next !== undefined) held.start = next;
    } else {
      const ends = all.map(([, end]) => end).filter((end) => end > held.start);
      const next = isForward ? ends.find((end) => end > held.end) : ends.reverse().find((end) => end < held.end);
      if (next !== undefined) held.end = next;
    }
    draw();
  }
  function drop() {
    held = null;
    window.getSelection().removeAllRanges();
  }

  text.addEventListener("mouseup", () => { held = null; if (take()) document.getElementById("form").open = true; });
  text.addEventListener("touchend", () => window.setTimeout(() => { if (take()) document.getElementById("form").open = true; }, 0));
  document.addEventListener("split:extend", (event) => extend(event.detail.by, event.detail.isForward, event.detail.movesStart));
  document.addEventListener("split:take", (event) => { if (take()) { event.preventDefault(); drop(); open(); } });
  document.addEventListener("split:drop", drop);
  document.addEventListener("split:form", open);
})();
