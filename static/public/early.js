/* Before anything is painted: what this reader chose last time. The page itself is the same for everybody. */
(function () {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");
  try {
    const kept = JSON.parse(localStorage.getItem("lantai-reading")) || { elder: "elderFirst" in root.dataset };
    if (kept.elder) root.dataset.elder = "";
    if (kept.type) root.dataset.type = kept.type;
  } catch (problem) {
    /* no storage: the page as it is */
  }
})();
