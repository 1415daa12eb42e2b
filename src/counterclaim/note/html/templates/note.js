"use strict";
// The page is whole without this script: it adds the filters, a button to copy a citation, and moves the
// focus to the quote that was opened, so that a keyboard or a screen reader goes on from there.
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const copy = async (text, line) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const range = document.createRange();
      range.selectNodeContents(line);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return document.execCommand("copy");
    }
  };

  document.addEventListener("toggle", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLDetailsElement) || !box.open || !box.matches(".cite") || box.querySelector("button")) {
      return;
    }
    const line = box.querySelector(".line");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      button.textContent = (await copy(line.textContent, line)) ? "Copied" : "Select the line and copy it";
    });
    box.append(button);
  }, true);

  const follow = () => {
    const quote = /^#q\d+$/.test(location.hash) && document.querySelector(location.hash);
    if (quote) {
      quote.tabIndex = -1;
      quote.focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", follow);

  const form = document.querySelector(".filters");
  const items = document.querySelectorAll(".it");
  const told = document.querySelectorAll(".dispute, .statements > .it, .quotes > .it");
  const filter = () => {
    const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
    if (chosen.length) document.querySelectorAll(".tail").forEach((tail) => { tail.open = true; });
    const matches = (item) => chosen.every(({ name, value }) => item.dataset[name].split(" ").includes(value));
    items.forEach((item) => item.classList.toggle("out", !matches(item)));
    const left = [...told].filter((item) => !item.classList.contains("out")).length;
    form.querySelector("output").textContent = chosen.length ? `${left} of ${told.length} statements shown` : "";
  };
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());

  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not(.cite)").forEach((box) => { box.open = true; });
  });
})();
