// Light or dark as the system says, or as chosen here. Runs before the page is shown, so that nothing flashes.
(() => {
  const names = ["auto", "light", "dark"];
  let theme = "auto";
  try { theme = localStorage.getItem("theme") ?? "auto"; } catch { /* a browser that keeps nothing */ }
  if (!names.includes(theme)) theme = "auto";
  const apply = () => { document.documentElement.dataset.theme = theme; };
  apply();
  addEventListener("DOMContentLoaded", () => {
    const name = document.getElementById("theme-name");
    name.textContent = theme;
    document.getElementById("theme").addEventListener("click", () => {
      theme = names[(names.indexOf(theme) + 1) % names.length];
      try { localStorage.setItem("theme", theme); } catch { /* as above */ }
      name.textContent = theme;
      apply();
      dispatchEvent(new Event("themechange"));
    });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => dispatchEvent(new Event("themechange")));
})();
