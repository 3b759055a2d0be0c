"use strict";
(() => {
  // Served beside a site that somebody edits, and in no site that is written to a folder.
  const script = document.currentScript;
  const address = new URL("version.txt", script.src);
  const look = async () => {
    let wait = 300;
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== script.dataset.version) { location.reload(); return; }
    } catch { wait = 2000; } // the server has ended; it may be started again
    setTimeout(look, wait);
  };
  setTimeout(look, 300);
})();
