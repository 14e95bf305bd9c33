/* SPDX-License-Identifier: EUPL-1.2 */
/* The page without its index in the way, with the place of the reader marked in it; frames that scroll. */
"use strict";

/** Reads a message aloud, once. */
function announce(text) {
  document.getElementById("avviso").textContent = text;
}

{
  const narrow = matchMedia("(max-width: 63.99rem)");
  const index = document.querySelector(".indice > details");
  const fold = () => { if (index) index.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  /* On a phone the index gives way to the chapter that was chosen. */
  index?.addEventListener("click", (event) => {
    if (narrow.matches && event.target.closest("a")) index.open = false;
  });

  /* Links of the index by the heading that they lead to. */
  const links = new Map();
  for (const link of index?.querySelectorAll("a") ?? []) {
    links.set(document.getElementById(decodeURIComponent(link.hash.slice(1))), link);
  }
  const headings = [...links.keys()];
  let current = null;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).at(-1);
    const link = links.get(passed) ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    const side = document.querySelector(".lato");
    if (link && !narrow.matches && side && !side.contains(document.activeElement)) {
      side.scrollTop += link.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 2;
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();

  /* A frame whose table fits is no place to stop at. */
  const frames = new Map();
  const fit = (frame) => {
    const wide = frame.scrollWidth > frame.clientWidth + 1;
    for (const [name, value] of frames.get(frame)) {
      if (wide) frame.setAttribute(name, value);
      else frame.removeAttribute(name);
    }
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => fit(entry.target)));
  for (const frame of document.querySelectorAll(".scorri")) {
    frames.set(frame, ["role", "tabindex", "aria-label", "aria-labelledby"]
      .filter((name) => frame.hasAttribute(name)).map((name) => [name, frame.getAttribute(name)]));
    observer.observe(frame);
  }

  /* What is folded is printed too. */
  const folded = [];
  addEventListener("beforeprint", () => {
    folded.push(...document.querySelectorAll("details:not([open])"));
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.splice(0).forEach((details) => { details.open = false; }));
}
