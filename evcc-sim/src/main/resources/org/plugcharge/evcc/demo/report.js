"use strict";
(function () {
  const byId = (id) => document.getElementById(id);
  const messages = Array.from(document.querySelectorAll("details.m"));
  const root = document.documentElement;

  const theme = byId("theme");
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const nameTheme = () => { theme.textContent = dark() ? "Light" : "Dark"; };
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    nameTheme();
  });
  nameTheme();

  const open = byId("open");
  open.hidden = false;
  open.addEventListener("click", () => {
    const opening = open.textContent === "Open all";
    document.querySelectorAll(".seq details:not(.none)").forEach((d) => {
      if (d.matches(".m:not(.miss)") || !d.matches(".m")) { d.open = opening; }
    });
    open.textContent = opening ? "Close all" : "Open all";
  });

  const find = byId("find");
  const found = byId("found");
  let timer = 0;
  const search = () => {
    const words = find.value.trim().toLowerCase();
    let hits = 0;
    for (const message of messages) {
      const hit = !words || message.textContent.toLowerCase().includes(words);
      message.classList.toggle("miss", !hit);
      if (hit) { hits++; }
    }
    document.querySelectorAll("details.g").forEach((group) => {
      const inside = group.querySelector("details.m:not(.miss)");
      group.classList.toggle("miss", !inside);
      if (words && inside) { group.open = true; }
    });
    document.querySelector(".seq").classList.toggle("searching", Boolean(words));
    found.textContent = words ? hits + (hits === 1 ? " message" : " messages") : "";
  };
  find.hidden = false;
  find.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
})();
