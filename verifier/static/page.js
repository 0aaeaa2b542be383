"use strict";
// The pages work without this: it adds the copy buttons, and moves the focus in browsers that do not
// heed autofocus on a headline.
const wanted = document.querySelector("[autofocus]");
if (wanted) {
  addEventListener("load", () => setTimeout(() => {
    if (document.activeElement === document.body) wanted.focus();
  }, 200));
}

function plain(element) {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll(".vh, .anchor")) hidden.remove();
  return copy.textContent.replace(/[ \t]*\n[ \t]*/g, "\n").trim();
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const target = document.getElementById(button.dataset.copy);
  if (!target || !navigator.clipboard) continue;
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(plain(target));
      button.textContent = "Copied";
    } catch {
      button.textContent = "Could not copy: select the text";
    }
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
